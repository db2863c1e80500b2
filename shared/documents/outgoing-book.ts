/**
 * Sổ đăng ký văn bản đi: its columns in order (NĐ 30 Phụ lục IV; domain.md §4), one line a number, in runs by series.
 * "Ký nhận" is signed by hand. Void and kept numbers and gaps stand in their place, marked.
 */
import { formatDate, pad2, type Instant } from '../date/plain-date';
import type { RegisterEntry } from '../domain/dispatch/model';
import { lineNote } from '../domain/dispatch/register-words';
import type { BlankRun } from '../domain/number-runs';
import {
  blankFacts,
  blankTexts,
  inPlace,
  someOf,
  type BookColumn,
  type BookLine,
  type PrintedBook,
} from './book-model';

const COLUMNS: readonly BookColumn[] = [
  { title: 'Số, ký hiệu', width: 16, share: 15, centred: true },
  { title: 'Ngày tháng VB', width: 13, share: 14, centred: true },
  { title: 'Tên loại và trích yếu', width: 44, share: 36, centred: false },
  { title: 'Người ký', width: 20, share: 18, centred: false },
  { title: 'Nơi nhận', width: 34, share: 29, centred: false },
  { title: 'Đơn vị, người nhận bản lưu', width: 18, share: 15, centred: false },
  { title: 'Số lượng bản', width: 9, share: 9, centred: true },
  { title: 'Ngày chuyển', width: 13, share: 14, centred: true },
  { title: 'Ký nhận', width: 12, share: 12, centred: false },
  { title: 'Ghi chú', width: 20, share: 20, centred: false },
];

/** The lines of one series that the book holds, by number. */
/** A line with what its dossier says of it: "Thay thế 04-KH/ĐU". */
type PrintedEntry = RegisterEntry & { readonly replacement: string };

export interface PrintedSeries {
  readonly title: string;
  readonly entries: readonly PrintedEntry[];
  /** Numbers without a line among them: on paper, or blank with the reason that was noted. */
  readonly blanks: readonly BlankRun[];
}

export interface OutgoingBookInput {
  readonly office: PrintedBook['office'];
  /** "Năm 2026", "Nhiệm kỳ 2025–2030" */
  readonly period: string;
  readonly series: readonly PrintedSeries[];
  readonly createdAt: Instant;
}

/** So many recipients are printed by name; the whole list is in the book of transfers. */
const RECIPIENTS_NAMED = 8;

function recipientsText(recipients: string): string {
  const names = recipients.split(';').map((name) => name.trim());
  return names.length <= RECIPIENTS_NAMED
    ? recipients
    : `${names.slice(0, RECIPIENTS_NAMED - 2).join('; ')} và ${names.length - RECIPIENTS_NAMED + 2} nơi nhận khác (theo sổ chuyển giao)`;
}

function entryLine(entry: PrintedEntry): BookLine {
  const { kind, copies, sentOn } = entry;
  return {
    mark: kind === 'issued' ? 'line' : kind,
    cells: [
      { text: entry.numberText },
      { text: formatDate(entry.date), day: entry.date },
      { text: entry.subject },
      { text: entry.signer },
      { text: recipientsText(entry.recipients) },
      { text: entry.keeper },
      { text: copies === null ? '' : String(copies), count: copies },
      { text: sentOn === null ? '' : formatDate(sentOn), day: sentOn },
      { text: '' },
      { text: lineNote(entry) },
    ],
  };
}

function blankLine(run: BlankRun): BookLine {
  const { number, subject, note } = blankTexts(run, pad2);
  const texts = [number, '', subject, '', '', '', '', '', '', note];
  return { mark: 'blank', cells: texts.map((text) => ({ text })) };
}

/** Lines, gaps and what lies on paper, of a series by number. */
function linesOf({ entries, blanks }: PrintedSeries): readonly BookLine[] {
  return inPlace([
    ...entries.map((entry) => ({ number: entry.number, line: entryLine(entry) })),
    ...blanks.map((run) => ({ number: run.first, line: blankLine(run) })),
  ]);
}

/** "từ số 01-KH/ĐU đến số 12-KH/ĐU, từ ngày 05/01/2026 đến ngày 30/03/2026" */
function rangeOf(entries: readonly RegisterEntry[]): string {
  const days = entries.map(({ date }) => date).sort();
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return 'chưa có văn bản nào';
  return `từ số ${first.numberText} đến số ${last.numberText}, từ ngày ${formatDate(days[0] ?? '')} đến ngày ${formatDate(days.at(-1) ?? '')}`;
}

/** What the cover says of the numbers. */
function factsOf(series: readonly PrintedSeries[]): readonly string[] {
  const entries = series.flatMap((one) => one.entries);
  const named = (kind: RegisterEntry['kind']): string[] =>
    entries.flatMap((entry) => (entry.kind === kind ? [entry.numberText] : []));
  const [voided, reserved] = [named('void'), named('reserved')];
  return [
    ...(series.length === 0 ? ['Sổ chưa có văn bản nào.'] : []),
    ...series.map((one) => `${one.title}: ${rangeOf(one.entries)}`),
    ...(entries.length === 0 ? [] : [`Số văn bản đã cấp số: ${named('issued').length}`]),
    ...(voided.length === 0 ? [] : [`Số đã hủy: ${someOf(voided)}`]),
    ...(reserved.length === 0 ? [] : [`Số đang giữ chỗ: ${someOf(reserved)}`]),
    // Of several series the number alone says nothing: each fact names its own.
    ...series.flatMap((one) =>
      blankFacts(one.blanks, pad2).map((fact) => (series.length > 1 ? `${one.title}: ${fact}` : fact)),
    ),
  ];
}

export function outgoingBook(input: OutgoingBookInput): PrintedBook {
  const { series } = input;
  const issued = series.flatMap((one) => one.entries).filter(({ kind }) => kind === 'issued').length;
  return {
    name: 'Sổ đăng ký văn bản đi',
    period: input.period,
    sheetName: 'Văn bản đi',
    office: input.office,
    columns: COLUMNS,
    lines: series.flatMap((one): readonly BookLine[] => [
      ...(series.length > 1 ? [{ mark: 'band' as const, cells: [{ text: one.title }] }] : []),
      ...linesOf(one),
    ]),
    facts: factsOf(series),
    tally: `Sổ có ${issued} văn bản.`,
    createdAt: input.createdAt,
  };
}
