/**
 * What a superior's document seems to say about its own line of the book: a proposal with the words it was read from,
 * never written by itself. ADR 0006: what is read is proposed, a person confirms.
 */
import { isPlainDate, partsOf } from '../../date/plain-date';
import { fold } from '../../text/normalize';
import type { ParsedDeadline, ParsedPlan, SourceSpan } from '../plan/parsed';
import { deadlinesOf } from '../plan/reading/deadlines';
import { keyOf } from '../plan/reading/lines';
import { yearContextOf } from '../plan/reading/moments';
import type { IncomingFields } from './model';

/** One field's proposal and the words beside it. */
export interface FieldProposal {
  readonly field: keyof IncomingFields;
  readonly value: string;
  readonly words: string;
}

/** Another day or hour that the text names and that may be the deadline. */
export interface DeadlineChoice {
  readonly lastDay: string;
  readonly time: string | null;
  readonly words: string;
}

export interface IncomingProposal {
  readonly fields: readonly FieldProposal[];
  readonly deadlines: readonly DeadlineChoice[];
}

const WORDS_SHOWN = 220;

function sentenceAround(text: string, span: SourceSpan | undefined, fallback: string): string {
  if (!span) return fallback;
  const from = Math.max(text.lastIndexOf('\n', span.start) + 1, span.start - WORDS_SHOWN / 2);
  const end = text.indexOf('\n', span.end);
  const to = Math.min(end < 0 ? text.length : end, span.end + WORDS_SHOWN / 2);
  return text.slice(from, to).replace(/\s+/gu, ' ').trim();
}

/** "KẾ HOẠCH" → "Kế hoạch". */
function inSentenceCase(kind: string): string {
  const lower = kind.toLocaleLowerCase('vi');
  return lower.charAt(0).toLocaleUpperCase('vi') + lower.slice(1);
}

/** Words by which a superior asks for a plan or for a report. */
const ASKS_PLAN = /(xay dung|ban hanh|lap) (?:va [\p{L} ]{0,40})?(ke hoach|chuong trinh)/u;
const ASKS_REPORT = /(gui bao cao|bao cao ket qua|bao cao (?:ve )?(?:thanh uy|tinh uy|ban|van phong))/u;

function requestIn(text: string): { readonly value: 'plan' | 'report'; readonly words: string } | null {
  for (const [value, pattern] of [
    ['plan', ASKS_PLAN],
    ['report', ASKS_REPORT],
  ] as const)
    for (const line of text.split(/\n|(?<=[.;])\s/u))
      if (pattern.test(fold(line)))
        return { value, words: line.replace(/\s+/gu, ' ').trim().slice(0, WORDS_SHOWN) };
  return null;
}

function choicesOf(deadlines: readonly ParsedDeadline[], text: string): DeadlineChoice[] {
  const seen = new Set<string>();
  return deadlines.flatMap(({ lastDay, time, source, text: words }) => {
    if (lastDay === null || !isPlainDate(lastDay)) return [];
    const key = `${lastDay} ${time ?? ''}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ lastDay, time, words: sentenceAround(text, source, words) }];
  });
}

/** A letter has no sections: its deadlines are read from its lines. */
function deadlinesInLines(parsed: ParsedPlan, text: string): readonly ParsedDeadline[] {
  const date = parsed.header.date;
  const year = date === null ? null : partsOf(date).year;
  const context = yearContextOf(year, date, parsed.title ?? '', '');
  let start = 0;
  const lines = text.split('\n').map((line) => {
    const place = { text: line, key: keyOf(line), start, end: start + line.length };
    start += line.length + 1;
    const paragraph = { ...place, label: null, headingLevel: null, bold: false, cells: null };
    return { ...place, path: [], paragraph, isHeading: false };
  });
  return deadlinesOf(lines, context, []).deadlines;
}

/** `text` is the normalised text that the reading's places point into. */
export function proposeIncoming(parsed: ParsedPlan, text: string): IncomingProposal {
  const { header } = parsed;
  const fields: FieldProposal[] = [];
  const propose = (field: keyof IncomingFields, value: string | null, words: string | null): void => {
    if (value !== null && value.trim() !== '')
      fields.push({ field, value: value.trim(), words: (words ?? value).replace(/\s+/gu, ' ').trim() });
  };
  propose('documentKind', parsed.kind === null ? null : inSentenceCase(parsed.kind), parsed.kind);
  // A draft's blank number ("Số -KH/TU") is none.
  propose('numberText', header.number === null ? null : header.numberText, header.numberText);
  propose('date', header.date !== null && isPlainDate(header.date) ? header.date : null, header.dateText);
  propose('issuer', header.issuingBody, header.issuingBody);
  propose('subject', parsed.title, parsed.title);
  const request = requestIn(text);
  propose('request', request?.value ?? null, request?.words ?? null);
  const read = parsed.deadlines.length > 0 ? parsed.deadlines : deadlinesInLines(parsed, text);
  const deadlines = choicesOf(read, text);
  // Only where there is one: of several days a person chooses.
  const [only] = deadlines;
  if (only && deadlines.length === 1) {
    propose('deadline', only.lastDay, only.words);
    propose('deadlineTime', only.time, only.words);
  }
  return { fields, deadlines };
}
