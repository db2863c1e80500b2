/** Nơi nhận edited as data and written into the list at the end of the text. */
import { fail, ok, type Result } from '../../../result';
import type { ParsedPlan } from '../parsed';
import { keyOf } from '../reading/lines';
import { placesOf } from './outline';
import { dataOf, readingBack, readLines, type RecipientData } from './read-back';
import { insertLine } from './section-edits';
import { fieldWords } from './task-words';
import type { TextEdit } from './text-edits';

export type RecipientChange =
  | { readonly kind: 'addRecipient'; readonly name: string; readonly purpose: string | null }
  | {
      readonly kind: 'editRecipient';
      readonly recipient: number;
      readonly name: string;
      readonly purpose: string | null;
    }
  | { readonly kind: 'removeRecipient'; readonly recipient: number }
  | { readonly kind: 'moveRecipient'; readonly recipient: number; readonly by: -1 | 1 };

const GONE = 'Nơi nhận này không còn trong nội dung kế hoạch; hãy tải lại trang.';

interface Entry extends RecipientData {
  /** Its place in the list before the change; null for a new or a changed one. */
  readonly was: number | null;
}

/** Edits after which the list reads as asked, and nothing else is different. */
export function recipientEdits(text: string, change: RecipientChange): Result<readonly TextEdit[]> {
  const plan = readLines(text);
  const data = dataOf(plan);
  const entries = changed(
    data.recipients.map((recipient, was) => ({ ...recipient, was })),
    change,
  );
  if (!entries.ok) return entries;
  const wanted = {
    ...data,
    recipients: entries.value.map(({ name, purpose }) => ({ name, purpose })),
  };
  return readingBack(text, [listEdit(text, plan, entries.value)], wanted);
}

function newEntry(name: string, purpose: string | null): Result<Entry> {
  const words = fieldWords(name);
  const why = purpose === null ? '' : fieldWords(purpose).replace(/^\(|\)$/gu, '');
  if (!/\p{L}/u.test(words))
    return fail('BAD_REQUEST', 'Chưa ghi tên nơi nhận.', { fieldErrors: { name: 'Ghi tên nơi nhận.' } });
  return ok({ name: words, purpose: why === '' ? null : why, was: null });
}

function changed(list: readonly Entry[], change: RecipientChange): Result<readonly Entry[]> {
  if (change.kind === 'addRecipient') {
    const entry = newEntry(change.name, change.purpose);
    return entry.ok ? ok([...list, entry.value]) : entry;
  }
  const index = change.recipient;
  const current = list[index];
  if (!current) return fail('NOT_FOUND', GONE);
  switch (change.kind) {
    case 'editRecipient': {
      const entry = newEntry(change.name, change.purpose);
      return entry.ok ? ok(list.map((each, at) => (at === index ? entry.value : each))) : entry;
    }
    case 'removeRecipient':
      return ok(list.filter((_, at) => at !== index));
    case 'moveRecipient': {
      const other = list[index + change.by];
      if (!other) return fail('BAD_REQUEST', 'Nơi nhận này không chuyển được nữa.');
      return ok(list.map((each, at) => (at === index ? other : at === index + change.by ? current : each)));
    }
  }
}

const HEAD = /^[*\s]*nơi\s*nhận/u;
const ARCHIVE = /^(?:[-–—+*•]\s*)?lưu(?:\s*:|[\s.]|$)/u;

interface PlacedLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function linesFrom(text: string, from: number): PlacedLine[] {
  const out: PlacedLine[] = [];
  let start = from;
  for (const line of text.slice(from).split('\n')) {
    out.push({ text: line, start, end: start + line.length });
    start += line.length + 1;
  }
  return out;
}

/**
 * The list written anew: a line that says one recipient stays as it is printed, new ones follow the plan's marks. Lines
 * of the signature that stand between (a text from two columns) come after the list.
 */
function listEdit(text: string, plan: ParsedPlan, entries: readonly Entry[]): readonly TextEdit[] {
  const { tailStart } = placesOf(text);
  const tail = linesFrom(text, tailStart);
  const head = tail.findIndex((line) => HEAD.test(keyOf(line.text)));
  const mark = plan.system === 'state' ? ';' : ',';
  const own = (entry: Entry, line: string | null): string =>
    line ?? `- ${entry.name}${entry.purpose === null ? '' : ` (${entry.purpose})`}${mark}`;
  if (head < 0) {
    const list = ['Nơi nhận:', ...entries.map((entry) => own(entry, null))];
    const edit = insertLine(text, tailStart, list.join('\n'));
    return [edit];
  }
  const lineOf = (at: number): number => tail.findIndex((line) => at >= line.start && at <= line.end);
  const lines = plan.recipients.map(({ source }) => (source ? lineOf(source.start) : -1));
  const archive = tail.findIndex((line, index) => index >= head && ARCHIVE.test(keyOf(line.text)));
  const last = Math.max(head, archive, ...lines);
  const ofList = new Set([head, archive, ...lines]);
  const alone = (index: number): string | null => {
    const line = lines[index] ?? -1;
    if (line <= head || lines.filter((each) => each === line).length > 1) return null;
    return withMark(tail[line]?.text ?? '', mark);
  };
  const others = tail.slice(head, last + 1).filter((_, index) => !ofList.has(head + index));
  const list = [
    'Nơi nhận:',
    ...entries.map((entry) => own(entry, entry.was === null ? null : alone(entry.was))),
    ...(archive >= 0 ? [tail[archive]?.text ?? ''] : []),
    ...others.map((line) => line.text),
  ];
  const [first, final] = [tail[head], tail[last]];
  if (!first || !final) return [];
  return [{ start: first.start, end: final.end, text: list.join('\n') }];
}

/** A line that was the last one has no mark, or a full stop, before the next. */
function withMark(line: string, mark: string): string {
  return /[,;]\s*$/u.test(line) ? line : `${line.replace(/[\s.]+$/u, '')}${mark}`;
}
