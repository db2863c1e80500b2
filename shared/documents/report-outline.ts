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

/** A part of the report that a person may write: its text in the draft stands in place of the default sentences. */
export interface DraftPart {
  /** "I", "II.1" … "V": how drafts name it. */
  readonly code: string;
  readonly title: string;
  /** Beginnings of the codes whose figures belong here. */
  readonly prefixes: readonly string[];
  /** Codes of the units' texts that a person reads beside this part. */
  readonly narratives: readonly string[];
  /** Tư tưởng, dư luận: nothing of the units is put beside it or taken into it. */
  readonly byPerson: boolean;
}

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

/** Every part of the draft, in the outline's order. domain.md §5 "Outline". */
export const DRAFT_PARTS: readonly DraftPart[] = [
  {
    code: 'I',
    title: 'I. Công tác lãnh đạo, chỉ đạo',
    prefixes: LEADERSHIP_PREFIXES,
    narratives: ['VB03'],
    byPerson: false,
  },
  ...RESULT_PARTS.map((part, index) => ({
    code: `II.${index + 1}`,
    title: `II.${index + 1}. ${part.title}`,
    prefixes: part.prefixes,
    narratives: [],
    byPerson: part.byPerson,
  })),
  { code: 'III.1', title: 'III.1. Ưu điểm', prefixes: [], narratives: ['NX01'], byPerson: false },
  { code: 'III.2', title: 'III.2. Hạn chế', prefixes: [], narratives: ['NX02'], byPerson: false },
  { code: 'III.3', title: 'III.3. Nguyên nhân', prefixes: [], narratives: ['NX03'], byPerson: false },
  {
    code: 'IV',
    title: 'IV. Nhiệm vụ trọng tâm kỳ tới',
    prefixes: [],
    narratives: ['NX04'],
    byPerson: false,
  },
  { code: 'V', title: 'V. Kiến nghị, đề xuất', prefixes: [], narratives: ['NX04'], byPerson: false },
];
