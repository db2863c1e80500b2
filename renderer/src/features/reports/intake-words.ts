/** Words of the intake tray. */
import type { IntakeOutcome } from '../../../../shared/domain/report/intake-model';
import type { BatchRow, IntakeItemRow } from '../../../../shared/rpc/contract/intake';

export const OUTCOME: Readonly<Record<IntakeOutcome, string>> = {
  accepted: '● Đã nhận',
  changed: '△ Thay số liệu cũ',
  unchanged: '= Không đổi',
  duplicate: '= Trùng tệp khác',
  'set-aside': '= Để ra, tệp khác đang đứng',
  quarantined: '✕ Giữ lại vì lỗi',
  waiting: '… Chưa xem',
};

const STATE: Readonly<Record<BatchRow['state'], string>> = {
  running: '… Đang nhận',
  done: '● Xong',
  cancelled: '◐ Đã dừng',
  interrupted: '✕ Bị ngắt giữa chừng',
};

export function batchState({ state }: BatchRow): string {
  return STATE[state];
}

/** "40 đã nhận; 3 giữ lại (2 còn mở)". */
export function batchWords({ counts, open }: BatchRow): string {
  const parts = [
    [counts.accepted, 'đã nhận'],
    [counts.changed, 'thay số liệu cũ'],
    [counts.unchanged + counts.duplicate, 'không đổi'],
    [counts['set-aside'], 'để ra'],
    [counts.quarantined, open > 0 ? `giữ lại (${open} còn mở)` : 'giữ lại'],
    [counts.waiting, 'chưa xem'],
  ] as const;
  return parts.flatMap(([count, words]) => (count > 0 ? [`${count} ${words}`] : [])).join('; ');
}

/** "Số liệu!D14: “ba mươi” không phải là số. Sửa thành 30." a fault. */
export function faultWords({ faults }: Pick<IntakeItemRow, 'faults'>): string {
  return faults
    .map(({ sheet, cell, why, expected, message }) => {
      const place = [sheet, cell].filter((part) => part !== null).join(', ô ');
      return `${place === '' ? '' : `${place}: `}${why === '' ? message : `${why} ${expected}`}`.trim();
    })
    .join(' • ');
}
