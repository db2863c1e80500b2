/** The outline of a report to superiors: which indicators stand under which heading. domain.md §5 "Outline". */
import type { Indicator } from '../domain/office/model';

export interface OutlinePart {
  readonly title: string;
  /** Beginnings of the codes whose sentences stand here. */
  readonly prefixes: readonly string[];
  /** A person writes this part; the app puts no figure and no word of a unit into it. */
  readonly byPerson: boolean;
}

export const RESULT_PARTS: readonly OutlinePart[] = [
  { title: 'Tổ chức hội nghị, học tập, quán triệt', prefixes: ['HN', 'DV'], byPerson: false },
  { title: 'Sinh hoạt chi bộ, tổ dân phố, thôn và các đoàn thể', prefixes: ['SH'], byPerson: false },
  {
    title: 'Tuyên truyền trên truyền thanh, cổng thông tin điện tử, mạng xã hội',
    prefixes: ['TT', 'MX'],
    byPerson: false,
  },
  { title: 'Cổ động trực quan', prefixes: ['TQ'], byPerson: false },
  { title: 'Văn nghệ, thi tìm hiểu, phong trào thi đua', prefixes: ['VN', 'CT', 'TD'], byPerson: false },
  { title: 'Nắm bắt tư tưởng, dư luận xã hội', prefixes: [], byPerson: true },
  { title: 'Kiểm tra, giám sát, kinh phí', prefixes: ['KT', 'KP'], byPerson: false },
];

/** Part I: texts issued. */
export const LEADERSHIP_PREFIXES: readonly string[] = ['VB'];
/** Figures on what people say are not put into sentences: they stand in the annex only. */
const ANNEX_ONLY: readonly string[] = ['NB', 'BC'];

export function withPrefix(
  indicators: readonly Indicator[],
  prefixes: readonly string[],
): readonly Indicator[] {
  return indicators.filter(({ id }) => prefixes.includes(id.slice(0, 2)));
}

/** Indicators of the office's own that no part of the outline names. */
export function unplaced(indicators: readonly Indicator[]): readonly Indicator[] {
  const placed = [...RESULT_PARTS.flatMap((part) => part.prefixes), ...LEADERSHIP_PREFIXES, ...ANNEX_ONLY];
  return indicators.filter(({ id }) => !placed.includes(id.slice(0, 2)));
}
