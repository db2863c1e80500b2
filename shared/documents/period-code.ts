/** Periods in printed codes. Their names in sentences: `periodNameInText`. */
import type { PeriodId } from '../domain/report/model';

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
