/** Which records lie in which segment file, and which segment files are behind. AGGREGATES[kind].segmentOf decides. */
import type { Change, WithId } from '../../../shared/records';
import { AGGREGATES } from '../../../shared/schema/aggregates';
import type { AggregateKind } from '../../../shared/schema/aggregates';
import type { LiveTables } from './live-tables';

export interface Segment {
  readonly table: string;
  readonly key: string;
  /** Relative to the aggregate's folder. */
  readonly file: string;
}

export interface Segments {
  /** Tables that lie in segments; all others lie in the main snapshot. */
  isSegmented(table: string): boolean;
  /** To be called before the changes are applied to `tables`. */
  note(tables: LiveTables, changes: readonly Change[]): void;
  /** Files a loaded record under its segment. */
  place(table: string, record: WithId): void;
  all(): readonly Segment[];
  /** Ids of the records in a segment; empty where it has none any more. */
  members(segment: Segment): ReadonlySet<string>;
  /** Revision at which the file on disk was written; undefined where there is none. */
  written(segment: Segment): number | undefined;
  setWritten(segment: Segment, revision: number | undefined): void;
  /** The segments changed since the last call; they count as written from now on. */
  takeDirty(): readonly Segment[];
  markDirty(segments: readonly Segment[]): void;
}

type KeyOf = (record: never) => string;

/** A segment key as a file name; keys are periods and years, anything else is encoded. */
function fileOf(table: string, key: string): string {
  const safe = /^[A-Za-z0-9-]{1,40}$/.test(key) ? key : `x${Buffer.from(key).toString('hex').slice(0, 80)}`;
  return `s/${table}-${safe}.json`;
}

export function createSegments(kind: AggregateKind): Segments {
  const rules: Readonly<Record<string, KeyOf>> = AGGREGATES[kind].segmentOf;
  const known = new Map<string, { segment: Segment; ids: Set<string> }>();
  const dirty = new Map<string, Segment>();
  const written = new Map<string, number>();

  const segmentOf = (table: string, record: WithId): { segment: Segment; ids: Set<string> } | null => {
    const rule = rules[table];
    if (!rule) return null;
    const key = rule(record as never);
    const file = fileOf(table, key);
    const found = known.get(file) ?? { segment: { table, key, file }, ids: new Set<string>() };
    known.set(file, found);
    return found;
  };

  return {
    isSegmented: (table) => table in rules,
    note(tables, changes) {
      for (const { table, id, after } of changes) {
        if (!(table in rules)) continue;
        const old = tables.row(table, id);
        const from = old ? segmentOf(table, old.record) : null;
        const to = after === null ? null : segmentOf(table, after as WithId);
        if (from && from !== to) from.ids.delete(id);
        to?.ids.add(id);
        for (const one of [from, to]) if (one) dirty.set(one.segment.file, one.segment);
      }
    },
    place(table, record) {
      segmentOf(table, record)?.ids.add(record.id);
    },
    all: () => [...known.values()].map(({ segment }) => segment),
    members: (segment) => known.get(segment.file)?.ids ?? new Set(),
    written: (segment) => written.get(segment.file),
    setWritten(segment, revision) {
      if (revision === undefined) written.delete(segment.file);
      else written.set(segment.file, revision);
    },
    takeDirty() {
      const taken = [...dirty.values()];
      dirty.clear();
      return taken;
    },
    markDirty(segments) {
      for (const segment of segments) dirty.set(segment.file, segment);
    },
  };
}
