/** Whom a conference asks: lines of the directory and of its own words, as bodies with seats on the conference's day. */
import type { PlainDate } from '../../date/plain-date';
import { expandEntries } from '../office/directory';
import type { DirectoryEntry } from '../office/model';
import type { ParticipantLine } from './model';

export interface InvitedBody {
  /** `<line>` for own words, `<line>:<entry>` for a body of the directory: the same while the line stands. */
  readonly key: string;
  readonly entryId: string | null;
  readonly name: string;
  /** Who of the body comes; empty: not said. */
  readonly words: string;
  /** The group it came from. */
  readonly via: string;
  readonly seats: number | null;
}

export interface InvitedBodies {
  readonly bodies: readonly InvitedBody[];
  /** Vietnamese sentences: entries that come to nobody on that day, bodies named twice. */
  readonly problems: readonly string[];
}

/** Each body of the directory once: the first line that names it stands, the second is told. */
export function invitedBodies(
  lines: readonly ParticipantLine[],
  entries: readonly DirectoryEntry[],
  day: PlainDate,
): InvitedBodies {
  const bodies: InvitedBody[] = [];
  const problems: string[] = [];
  const seen = new Map<string, string>();
  for (const line of lines) {
    if (line.entryId === null) {
      bodies.push({
        key: line.id,
        entryId: null,
        name: line.words,
        words: '',
        via: '',
        seats: line.seats,
      });
      continue;
    }
    const expansion = expandEntries(entries, [line.entryId], day);
    problems.push(...expansion.problems);
    for (const { entry, group } of expansion.entries) {
      const twin = `${entry.id}|${line.words.trim()}`;
      if (seen.has(twin)) {
        problems.push(`“${entry.name}” có trong hai dòng thành phần; chỉ tính dòng đứng trước.`);
        continue;
      }
      seen.set(twin, line.id);
      bodies.push({
        key: `${line.id}:${entry.id}`,
        entryId: entry.id,
        name: entry.name,
        words: line.words,
        via: group ?? '',
        seats: line.seats,
      });
    }
  }
  return { bodies, problems };
}

/** "Chi bộ Quân sự (Bí thư, Phó Bí thư)" */
export function bodyWords({ name, words }: Pick<InvitedBody, 'name' | 'words'>): string {
  return words.trim() === '' ? name : `${name} (${words.trim()})`;
}

/** Seats that are known, and how many bodies say none. */
export function seatsOf(bodies: readonly Pick<InvitedBody, 'seats'>[]): {
  readonly seats: number;
  readonly unsaid: number;
} {
  return {
    seats: bodies.reduce((sum, { seats }) => sum + (seats ?? 0), 0),
    unsaid: bodies.filter(({ seats }) => seats === null).length,
  };
}
