/** An aggregate in memory: what the snapshot and the history lines after it add up to. */
import { join } from 'node:path';
import type { Ref } from '../../../shared/ports/store';
import type { RawTables } from '../../../shared/schema/migrate';
import { GENESIS } from './history-line';
import type { LineEntry } from './history-line';
import { createLiveTables } from './live-tables';
import type { LiveTables } from './live-tables';
import { createSegments } from './segments';
import type { Segments } from './segments';

/** Where the line of a request lies in the history file: its reply is read from there when it is asked again. */
export interface RequestSpot {
  readonly revision: number;
  readonly offset: number;
  readonly length: number;
}

export interface Aggregate {
  readonly ref: Ref;
  /** Absolute folder. */
  readonly path: string;
  readonly tables: LiveTables;
  readonly segments: Segments;
  revision: number;
  /** `at` of the last line. */
  updatedAt: string;
  /** Known good length of the history file; whatever lies behind it was never acknowledged. */
  historyBytes: number;
  lastHash: string;
  schema: number;
  /** The newest requests, oldest first. */
  readonly requests: Map<string, RequestSpot>;
  /** Lines that the snapshot on disk lacks. */
  unsaved: number;
  saving: Promise<void> | null;
  /** Vietnamese sentence why nothing more may be written until it is opened again. */
  broken: string | null;
}

/** Requests remembered an aggregate; the snapshot keeps as many. */
const REQUESTS_KEPT = 512;

export const HISTORY_FILE = 'history.ndjson';

export function historyPath(aggregate: Pick<Aggregate, 'path'>): string {
  return join(aggregate.path, HISTORY_FILE);
}

export function emptyAggregate(ref: Ref, path: string, schema: number): Aggregate {
  return {
    ref,
    path,
    tables: createLiveTables(),
    segments: createSegments(ref.kind),
    revision: 0,
    updatedAt: '',
    historyBytes: 0,
    lastHash: GENESIS,
    schema,
    requests: new Map(),
    unsaved: 0,
    saving: null,
    broken: null,
  };
}

/** Takes a line that lies on the disk at `spot` into memory. Costs what it changes. */
export function applyLine(
  aggregate: Aggregate,
  entry: LineEntry,
  hash: string,
  spot: { readonly offset: number; readonly length: number },
): void {
  aggregate.segments.note(aggregate.tables, entry.diff);
  aggregate.tables.apply(entry.revision, entry.diff);
  aggregate.revision = entry.revision;
  aggregate.updatedAt = entry.at;
  aggregate.lastHash = hash;
  aggregate.schema = entry.schema;
  aggregate.historyBytes = spot.offset + spot.length;
  aggregate.unsaved += 1;
  rememberRequest(aggregate, entry.requestId, { revision: entry.revision, ...spot });
}

export function rememberRequest(aggregate: Aggregate, requestId: string, spot: RequestSpot): void {
  aggregate.requests.set(requestId, spot);
  if (aggregate.requests.size <= REQUESTS_KEPT) return;
  const oldest = aggregate.requests.keys().next();
  if (!oldest.done) aggregate.requests.delete(oldest.value);
}

export function rawTables(tables: LiveTables): RawTables {
  const out: Record<string, RawTables[string]> = {};
  for (const table of tables.tableNames()) out[table] = tables.view.list(table);
  return out;
}
