/** Books of many lines, written into a data folder at once. All invented. */
import type { RegisterEntry } from '../../shared/domain/dispatch/model';
import {
  incomingEntrySchema,
  incomingFieldsSchema,
  type IncomingEntry,
} from '../../shared/domain/incoming/model';
import { ok, unwrap } from '../../shared/result';
import { summarize } from '../../shared/schema/summarize';
import { AT, entry, meta, openTestStore } from './store-fixtures';

const ABOUT = ['tuyên truyền chuyển đổi số', 'sinh hoạt chuyên đề quý', 'rà soát đảng viên', 'đền ơn đáp nghĩa', 'phòng cháy, chữa cháy'] as const; // prettier-ignore

/** Line `number`: days go from 2025 to 2029 in their order; a hundredth of the numbers is void. */
export function longRegisterLine(number: number): RegisterEntry {
  const [year, month] = [2025 + (Math.floor(number / 4000) % 5), 1 + (Math.floor(number / 340) % 12)];
  return entry(number, {
    date: `${year}-${String(month).padStart(2, '0')}-10`,
    subject: `KẾ HOẠCH ${ABOUT[number % ABOUT.length] ?? ''} tại tổ dân phố số ${number % 47}, lần ${number}`,
    recipients: 'Ban Xây dựng Đảng; Ủy ban nhân dân phường; các chi bộ trực thuộc',
    keeper: 'VPĐU',
    copies: number % 60,
    byHand: true,
    ...(number % 100 === 0 && {
      kind: 'void',
      voided: { reason: 'ghi nhầm', at: '2026-03-25T08:00:00+07:00', by: 'Thử nghiệm' },
    }),
  });
}

/** One commit: the folder must not be open elsewhere. */
export async function plantRegister(folder: string, seriesId: string, lines: number): Promise<void> {
  const store = await openTestStore({ folder, summarize });
  unwrap(
    await store.commit({ kind: 'register', id: seriesId }, meta('long-register'), (draft) => {
      draft.put('series', {
        id: 'series',
        system: 'party',
        issuerSymbol: 'ĐU',
        type: 'KH',
        scope: '2025–2030',
        title: 'KH/ĐU, nhiệm kỳ 2025–2030',
      });
      for (let number = 1; number <= lines; number += 1) draft.put('entries', longRegisterLine(number));
      return ok(null);
    }),
  );
  await store.close();
}

/** Line `number` of a year's book of incoming documents. */
export function longIncomingLine(year: number, number: number): IncomingEntry {
  return incomingEntrySchema.parse({
    ...incomingFieldsSchema.parse({
      issuer: 'Ban Tổ chức Thành ủy',
      subject: `việc thứ ${number} về ${ABOUT[number % ABOUT.length] ?? ''}`,
      numberText: `${number}-CV/BTCTU`,
      arrivedOn: `${year}-03-10`,
    }),
    id: `${year}-${number}`,
    year,
    number,
    state: 'new',
    registeredAt: AT,
  });
}

/** One commit: the folder must not be open elsewhere. */
export async function plantIncoming(folder: string, year: number, lines: number): Promise<void> {
  const store = await openTestStore({ folder, summarize });
  unwrap(
    await store.commit({ kind: 'incoming', id: 'incoming' }, meta('long-incoming'), (draft) => {
      for (let number = 1; number <= lines; number += 1) draft.put('entries', longIncomingLine(year, number));
      return ok(null);
    }),
  );
  await store.close();
}
