/** How periods are named in sentences and in printed codes. Grammar: domain.md §5, "Periods". */
import type { PeriodId } from '../domain/report/model';

const ROMAN = ['I', 'II', 'III', 'IV'];

/** "2026-Q1" → "quý I năm 2026"; "2026-03" → "tháng 3 năm 2026"; "DX-2026-007" → "đột xuất số 007 năm 2026". */
export function periodText(period: PeriodId): string {
  const adHoc = /^DX-(\d{4})-(\d{3})$/.exec(period);
  if (adHoc) return `đột xuất số ${adHoc[2] ?? ''} năm ${adHoc[1] ?? ''}`;
  const year = period.slice(0, 4);
  const part = period.slice(5);
  if (part === '') return `năm ${year}`;
  if (part.startsWith('Q')) return `quý ${ROMAN[Number(part.slice(1)) - 1] ?? part} năm ${year}`;
  if (part === 'H1') return `6 tháng đầu năm ${year}`;
  if (part === 'H2') return `6 tháng cuối năm ${year}`;
  if (part === '9M') return `9 tháng năm ${year}`;
  return `tháng ${Number(part)} năm ${year}`;
}

/** "2026-Q1" → "26Q1", "2026-03" → "26T03", "2026-9M" → "26C09", "2026" → "26N", "DX-2026-007" → "26DX007". */
export function periodCode(period: PeriodId): string {
  const adHoc = /^DX-\d{2}(\d{2})-(\d{3})$/.exec(period);
  if (adHoc) return `${adHoc[1] ?? ''}DX${adHoc[2] ?? ''}`;
  const year = period.slice(2, 4);
  const part = period.slice(5);
  if (part === '') return `${year}N`;
  if (part === '9M') return `${year}C09`;
  return /^\d/.test(part) ? `${year}T${part}` : `${year}${part}`;
}
