/** Entries made ready for searching, in steps that leave the thread free. */
import type { Turns } from '../../ports/system';
import { prepareText, type PreparedText } from '../../text/search-words';
import type { Entry } from './entry';

export interface Indexed extends Omit<Entry, 'body'> {
  readonly body: { readonly id: string; read(): Promise<string> } | null;
  readonly prepared: PreparedText;
}

/** Letters that are prepared, or twenty times as many that are looked through, between two turns: a few milliseconds. */
export const LETTERS_A_TURN = 40_000;

export interface Pace {
  /** Counts work and gives other calls their turn when it was enough. */
  spend(letters: number): Promise<void> | null;
}

export function createPace(turns: Turns, lettersATurn: number): Pace {
  let spent = 0;
  return {
    spend(letters) {
      spent += letters;
      if (spent < lettersATurn) return null;
      spent = 0;
      return turns.next();
    },
  };
}

/** What one entry costs beside its letters. */
const FLAT_COST = 60;

export function lettersOf(entry: Pick<Entry, 'title' | 'text' | 'body'>): number {
  return FLAT_COST + entry.title.length + entry.text.length + (entry.body?.text.length ?? 0);
}

export function prepare(entry: Entry): Indexed {
  const { body, ...rest } = entry;
  const searched = body ? `${entry.text} ${body.text}` : entry.text;
  return {
    ...rest,
    body: body ? { id: body.id, read: () => body.read() } : null,
    prepared: prepareText(entry.title, entry.numbers, searched),
  };
}

const keyOf = (entry: Pick<Entry, 'kind' | 'id' | 'where'>): string =>
  `${entry.kind}|${entry.id}|${entry.where}`;

function isSame(old: Indexed, entry: Entry): boolean {
  return (
    old.title === entry.title &&
    old.text === entry.text &&
    old.body?.id === entry.body?.id &&
    old.year === entry.year &&
    old.closed === entry.closed &&
    old.numbers?.join() === entry.numbers?.join()
  );
}

/** All of them prepared; what stands as before is taken over, so that one new line in a long book costs one line. */
export async function prepareAll(
  entries: Iterable<Entry>,
  before: readonly Indexed[],
  pace: Pace,
): Promise<readonly Indexed[]> {
  const known = new Map(before.map((entry) => [keyOf(entry), entry]));
  const out: Indexed[] = [];
  for (const entry of entries) {
    const old = known.get(keyOf(entry));
    const same = old !== undefined && isSame(old, entry);
    out.push(same ? old : prepare(entry));
    await pace.spend(same ? FLAT_COST : lettersOf(entry));
  }
  return out;
}
