/**
 * Figures in a draft are fields, not typed: `{{HN02}}`, `{{HN02.luyke}}`, `{{DV03.phaiBaoCao}}`, `{{donVi.daNhan}}`.
 * A field is resolved with the figures of the version that is shown or exported, vi-VN; an unknown one is an error by
 * name; a number typed by hand that no field says is a question. domain.md §5 "The written part".
 */
import type { Indicator } from '../domain/office/model';
import { sumExact } from '../domain/report/decimals';
import { isNarrative, isTimeliness } from '../domain/report/indicators';
import { periodNameInText } from '../domain/report/periods';
import { formatNumber, formatPercent } from '../text/numbers';
import { plainName } from './report-sentences';
import { comparedWithBefore, type SummaryInput } from './summary-input';

/** A field that may stand in a draft. */
export interface DraftField {
  readonly key: string;
  /** "HN02 Lượt người tham dự – lũy kế" */
  readonly label: string;
  /** Heading in the menu of fields. */
  readonly group: string;
  /** As printed: "17.270", "99,16%"; null: nobody has told the figure yet. */
  readonly text: string | null;
}

export type DraftPiece =
  | { readonly kind: 'text'; readonly text: string }
  /** `raw` is the field as it was written, braces included. */
  | { readonly kind: 'field'; readonly key: string; readonly raw: string };

export interface FieldProblem {
  readonly kind: 'unknown-field' | 'empty-field' | 'typed-number';
  readonly what: string;
  readonly message: string;
}

/** What stands in print where a figure is not told yet. */
export const NO_FIGURE = 'chưa có số liệu';

const FIELD = /\{\{([^{}\n]*)\}\}/g;

/** A draft's text cut at its fields; joined again (`raw`, `text`) it is the same text. */
export function draftPieces(text: string): readonly DraftPiece[] {
  const pieces: DraftPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(FIELD)) {
    if (match.index > from) pieces.push({ kind: 'text', text: text.slice(from, match.index) });
    pieces.push({ kind: 'field', key: (match[1] ?? '').trim(), raw: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}

/** A field as it is written into a draft. */
export function fieldText(key: string): string {
  return `{{${key}}}`;
}

type FieldInput = Pick<
  SummaryInput,
  'indicators' | 'totals' | 'cumulative' | 'previous' | 'absorbed' | 'status'
>;

/** Every field of a period's report: counts of units, then the indicators in the order of the totals. */
export function draftFields(input: FieldInput): readonly DraftField[] {
  const { totals, status } = input;
  const units = (key: string, label: string, value: number): DraftField => ({
    key: `donVi.${key}`,
    label,
    group: 'Đơn vị báo cáo',
    text: formatNumber(value),
  });
  const known = new Map(input.indicators.map((indicator) => [indicator.id, indicator]));
  return [
    { key: 'ky', label: 'Kỳ báo cáo', group: 'Kỳ báo cáo', text: periodNameInText(totals.period) },
    units('phaiBaoCao', 'Số đơn vị phải báo cáo', status.expected),
    units('daNhan', 'Số đơn vị đã báo cáo', status.received),
    units('dungHan', 'Số đơn vị đúng hạn', status.onTime),
    units('treHan', 'Số đơn vị trễ hạn', status.late),
    units('chuaBaoCao', 'Số đơn vị chưa báo cáo', status.expected - status.received),
    ...totals.indicators.flatMap((code) => {
      const indicator = known.get(code);
      return indicator && isWritten(indicator) ? fieldsOf(indicator, input) : [];
    }),
  ];
}

/** What people say is counted in the annex only; BC… are the counts of units. */
function isWritten(indicator: Indicator): boolean {
  return !isNarrative(indicator) && !isTimeliness(indicator.id) && !indicator.id.startsWith('NB');
}

function fieldsOf(indicator: Indicator, input: FieldInput): readonly DraftField[] {
  const { totals, cumulative, previous } = input;
  const { id } = indicator;
  const shown = (value: number | null | undefined): string | null =>
    value === null || value === undefined
      ? null
      : indicator.kind === 'P'
        ? formatPercent(value)
        : formatNumber(value);
  const field = (suffix: string, label: string, text: string | null): DraftField => ({
    key: suffix === '' ? id : `${id}.${suffix}`,
    label: `${id} ${plainName(indicator.name)}${label === '' ? '' : ` – ${label}`}`,
    group: indicator.section,
    text,
  });
  return [
    field('', '', shown(totals.totals[id])),
    ...(indicator.kind === 'P'
      ? [
          field('daBaoCao', 'trên số đã báo cáo', shown(totals.coverage[id]?.reported)),
          field('phaiBaoCao', 'trên tổng số phải báo cáo', shown(totals.coverage[id]?.expected)),
        ]
      : []),
    field('luyke', 'lũy kế', shown(cumulative.totals[id])),
    field('kytruoc', 'kỳ trước', shown(previous?.totals[id])),
    field('tanggiam', 'tăng, giảm so với kỳ trước', changeText(indicator, input)),
  ];
}

/** "tăng 44", "giảm 1,20 điểm %", "bằng kỳ trước"; null where one of the two is not told. */
function changeText(indicator: Indicator, input: FieldInput): string | null {
  const compared = comparedWithBefore(input)?.of(indicator) ?? null;
  if (compared === null) return null;
  const { now, before, units, whole } = compared;
  const over = whole ? '' : ` (tính trên ${units} đơn vị báo cáo cả hai kỳ)`;
  const difference = sumExact([now, -before]);
  if (difference === 0) return `bằng kỳ trước${over}`;
  const size =
    indicator.kind === 'P'
      ? `${formatNumber(Math.abs(difference), 2, true)} điểm %`
      : formatNumber(Math.abs(difference));
  return `${difference > 0 ? 'tăng' : 'giảm'} ${size}${over}`;
}

/** Keys differ in nothing but case: a person types `{{hn02.LuyKe}}`. */
export function fieldIndex(fields: readonly DraftField[]): ReadonlyMap<string, DraftField> {
  return new Map(fields.map((field) => [field.key.toLowerCase(), field]));
}

export interface ResolvedDraft {
  /** With every known field's figure; an unknown field stays as it was written. */
  readonly text: string;
  readonly problems: readonly FieldProblem[];
}

/** Puts the figures into a part of the draft, and says what is unknown, not told yet or typed by hand. */
export function resolveDraft(
  text: string,
  fields: readonly DraftField[],
  options: { readonly askAboutNumbers: boolean } = { askAboutNumbers: true },
): ResolvedDraft {
  const index = fieldIndex(fields);
  const problems: FieldProblem[] = [];
  const resolved = draftPieces(text).map((piece) => {
    if (piece.kind === 'text') return piece.text;
    const field = index.get(piece.key.toLowerCase());
    if (!field) {
      problems.push({
        kind: 'unknown-field',
        what: piece.raw,
        message: `Không có trường số liệu “${piece.raw}”. Chọn lại trường trong “Chèn số liệu”, hoặc xóa trường này.`,
      });
      return piece.raw;
    }
    if (field.text === null)
      problems.push({
        kind: 'empty-field',
        what: piece.raw,
        message: `Trường “${piece.raw}” (${field.label}) chưa có số liệu; khi in sẽ ghi “${NO_FIGURE}”.`,
      });
    return field.text ?? NO_FIGURE;
  });
  const said = new Set(fields.map((field) => field.text));
  if (options.askAboutNumbers)
    for (const number of typedNumbers(text).filter((one) => !said.has(one)))
      problems.push({
        kind: 'typed-number',
        what: number,
        message: `“${number}” là số gõ tay, không truy được nguồn. Nếu là số liệu của kỳ, hãy thay bằng một trường.`,
      });
  return { text: resolved.join(''), problems };
}

/**
 * What has digits and is no figure: dates, symbols of documents (07-KH/ĐU, 27-NQ/TU), years, parts of the year,
 * ordinals at the beginning of a line.
 */
const NOT_FIGURES: readonly RegExp[] = [
  /\d{1,2}\/\d{1,2}(\/\d{4})?(?!\d)/g,
  /\d{1,4}\s*[-/]\s*\p{Lu}[\p{L}\d]*(?:\s*[-/]\s*[\p{L}\d&]+)*/gu,
  /(?:19|20)\d{2}\s*[–-]\s*(?:19|20)\d{2}/g,
  /(?<=(?:năm|tháng|quý|ngày|khóa|nhiệm kỳ|số)\s)\d+(?:\/\d+)*/giu,
  /^[ \t]*\d+(?:\.\d+)*[.)](?=\s)/gm,
  /\p{Lu}{2}\d{2}(?!\d)/gu,
];

const NUMBER = /(?<![\p{L}\d])-?\d[\d.,]*\d%?|(?<![\p{L}\d])\d%?/gu;

/** Numbers typed by hand in a part, each once, in order. */
export function typedNumbers(text: string): readonly string[] {
  const found = new Set<string>();
  for (const piece of draftPieces(text)) {
    if (piece.kind === 'field') continue;
    let rest = piece.text;
    for (const pattern of NOT_FIGURES) rest = rest.replace(pattern, (match) => ' '.repeat(match.length));
    for (const match of rest.matchAll(NUMBER)) found.add(match[0]);
  }
  return [...found];
}

/** Sentences with fields that a part may start from: "- Lượt người tham dự: {{HN02}} lượt người; lũy kế {{…}}." */
export function proposedText(indicators: readonly Indicator[]): string {
  const inside = new Set(
    indicators.flatMap((indicator) =>
      indicator.kind === 'P' ? [indicator.numerator, indicator.denominator] : [],
    ),
  );
  return indicators
    .filter((indicator) => isWritten(indicator) && !inside.has(indicator.id))
    .map((indicator) => `- ${plainName(indicator.name)}: ${proposedFigures(indicator, indicators)}.`)
    .join('\n');
}

function proposedFigures(indicator: Indicator, indicators: readonly Indicator[]): string {
  const { id, unit, kind, numerator, denominator } = indicator;
  if (kind !== 'P') {
    const counted = kind === 'B' ? 'đơn vị' : unit;
    return `${fieldText(id)} ${counted}; lũy kế ${fieldText(`${id}.luyke`)} ${counted}`.trim();
  }
  const of = indicators.find((one) => one.id === numerator)?.unit ?? '';
  const ratio =
    numerator === null || denominator === null
      ? ''
      : `${fieldText(numerator)}/${fieldText(denominator)} ${of}`.trim() + ', ';
  return `${ratio}đạt ${fieldText(`${id}.daBaoCao`)} trên số đã báo cáo, ${fieldText(`${id}.phaiBaoCao`)} trên tổng số phải báo cáo`;
}
