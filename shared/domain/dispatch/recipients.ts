/** Whom a document goes to: lines of Nơi nhận or chosen entries, expanded as of the day of sending. */
import type { PlainDate } from '../../date/plain-date';
import { expandEntries } from '../office/directory';
import type { Matcher } from '../office/match';
import type { DirectoryEntry } from '../office/model';
import { matchRecipient } from '../plan/items-from-parsed';
import type { PlanItem } from '../plan/model';
import type { Delivery } from './model';

export interface RecipientLine {
  readonly itemId: string | null;
  readonly name: string;
  readonly purpose: string | null;
  readonly entryIds: string[];
  /** Vietnamese sentence where nothing in the directory fits, or what it names comes to nobody on that day. */
  readonly problem: string | null;
}

export interface Recipient {
  readonly entryId: string;
  readonly name: string;
  /** Which of the lines it came from: its place in `lines`. Names don't tell: a line may be worded unlike its group. */
  readonly line: number;
  /** The words of that line: what the ledger of deliveries shows. */
  readonly via: string;
  readonly purpose: string | null;
}

export interface ExpandedRecipients {
  readonly lines: RecipientLine[];
  readonly recipients: Recipient[];
}

/** What recipients are found in. */
export interface RecipientSource {
  readonly items: readonly PlanItem[];
  readonly entries: readonly DirectoryEntry[];
  readonly matcher: Matcher;
}

interface Wanted {
  readonly itemId: string | null;
  readonly name: string;
  readonly purpose: string | null;
  readonly entryIds: readonly string[];
  readonly problem: string;
}

/** Lines of the plan's own Nơi nhận. A line without entries is matched again: the directory may know it by now. */
function ownLines(items: readonly PlanItem[], matcher: Matcher): readonly Wanted[] {
  const assignments = items.filter((item) => item.kind === 'assignment');
  return items
    .filter((item) => item.kind === 'recipient')
    .filter(({ dropped }) => !dropped)
    .sort((a, b) => a.order - b.order)
    .map((item) => {
      const match = item.entryIds.length > 0 ? null : matchRecipient(item.name, matcher, assignments);
      return {
        itemId: item.id,
        name: item.name,
        purpose: item.purpose,
        entryIds: match ? match.entryIds : item.entryIds,
        problem: match ? match.doubt : '',
      };
    });
}

/** Chosen entries, by id or by words: a name that the directory knows, "Các đơn vị ở mục IV". */
function chosenLines(
  to: readonly string[],
  { items, entries, matcher }: RecipientSource,
  before: readonly Delivery[] = [],
): readonly Wanted[] {
  const assignments = items.filter((item) => item.kind === 'assignment');
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const had = new Map(before.map((delivery) => [delivery.entryId, delivery]));
  const lines = to.map((id): Wanted => {
    const entry = byId.get(id);
    if (entry) {
      const { via = entry.name, purpose = null } = had.get(id) ?? {};
      return { itemId: null, name: via, purpose, entryIds: [id], problem: '' };
    }
    const match = matchRecipient(id, matcher, assignments);
    return { itemId: null, name: id, purpose: null, entryIds: match.entryIds, problem: match.doubt };
  });
  return before.length === 0 ? lines : together(lines);
}

/** Those who came from one line stand in one line again. */
function together(lines: readonly Wanted[]): readonly Wanted[] {
  const out = new Map<string, Wanted>();
  for (const line of lines) {
    const key = `${line.name}|${line.purpose ?? ''}|${line.problem}`;
    const known = out.get(key);
    out.set(key, known ? { ...known, entryIds: [...known.entryIds, ...line.entryIds] } : line);
  }
  return [...out.values()];
}

/** Each recipient once; the first line that names it stands. */
export function expandRecipients(
  input: RecipientSource & {
    /** Entry ids in place of the plan's own recipients; null: the plan's own. */
    readonly to: readonly string[] | null;
    /** Entry ids beside them: units that have work and stand in no line. */
    readonly also?: readonly string[];
    /** Deliveries of the document that this one replaces: who got it then is told under the same line now. */
    readonly before?: readonly Delivery[];
  },
  day: PlainDate,
): ExpandedRecipients {
  const wanted = [
    ...(input.to === null
      ? ownLines(input.items, input.matcher)
      : chosenLines(input.to, input, input.before)),
    ...chosenLines(input.also ?? [], input),
  ];
  const recipients = new Map<string, Recipient>();
  const lines = wanted.map((line, index): RecipientLine => {
    const expansion = expandEntries(input.entries, line.entryIds, day);
    for (const { entry } of expansion.entries)
      if (!recipients.has(entry.id))
        recipients.set(entry.id, {
          entryId: entry.id,
          name: entry.name,
          line: index,
          via: line.name,
          purpose: line.purpose,
        });
    const problem = [line.problem, ...expansion.problems].filter((text) => text !== '').join(' ');
    return {
      itemId: line.itemId,
      name: line.name,
      purpose: line.purpose,
      entryIds: [...line.entryIds],
      problem: problem === '' ? null : problem,
    };
  });
  return { lines, recipients: [...recipients.values()] };
}

/** Lines, as printed, of which something could not be found in the directory: named to whoever sends. */
export function unreached({ lines }: Pick<ExpandedRecipients, 'lines'>): readonly string[] {
  return lines.flatMap(({ name, problem }) => (problem === null ? [] : [name]));
}

/** Lines that the directory knows and nobody of whom got the document, by entry ids of those who did. */
export function notSent(
  { lines, recipients }: Pick<ExpandedRecipients, 'lines' | 'recipients'>,
  sentTo: ReadonlySet<string>,
): readonly string[] {
  return lines.flatMap(({ name, problem }, index) => {
    const own = recipients.filter(({ line }) => line === index);
    return problem === null && own.length > 0 && own.every(({ entryId }) => !sentTo.has(entryId))
      ? [name]
      : [];
  });
}

/** "Chưa có trong danh bạ nên chưa gửi: …"; null where everybody was found. */
export function unreachedWords(names: readonly string[]): string | null {
  return names.length === 0
    ? null
    : `Chưa có trong danh bạ nên chưa gửi: ${names.join('; ')}. Thêm tên ở Danh mục rồi gửi thêm, hoặc gửi tay.`;
}
