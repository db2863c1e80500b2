/** An aggregate's snapshot: `<kind>.json` and one file a segment. It lags behind the history and is never the truth. */
import { join } from 'node:path';
import type { Ref } from '../../../shared/ports/store';
import { emptyAggregate, rememberRequest } from './aggregate';
import type { Aggregate } from './aggregate';
import type { StoreContext } from './context';
import { makeFolderDurably, renameWithRetry } from './durable';
import { errorCode } from './file-system';
import type { Row } from './live-tables';
import type { Segment } from './segments';
import { DamagedFileError, readSnapshotFile, writeSnapshotFile } from './snapshot-file';
import type { SnapshotFile } from './snapshot-file';

interface MainHeader {
  readonly schema: number;
  readonly revision: number;
  /** The last commit of which anything may be in the file. */
  readonly through: number;
  readonly savedAt: string;
  readonly updatedAt: string;
  readonly historyBytes: number;
  readonly historyHash: string;
  readonly requests: readonly (readonly [string, number, number, number])[];
  readonly segments: readonly (Segment & { readonly revision: number })[];
}

export type ReadSnapshot =
  | { readonly state: 'none' }
  | { readonly state: 'damaged'; readonly files: readonly string[] }
  | {
      readonly state: 'good';
      readonly aggregate: Aggregate;
      readonly through: number;
      readonly savedAt: string;
    };

export function mainFile(ref: Ref): string {
  return `${ref.kind}.json`;
}

/** Reads without judging whether the history agrees. Throws what the disk throws. */
export async function readSnapshot(context: StoreContext, ref: Ref, path: string): Promise<ReadSnapshot> {
  const { fs } = context;
  const damaged: string[] = [];
  const read = async (file: string): Promise<SnapshotFile | null> => {
    try {
      return await readSnapshotFile(fs, join(path, file));
    } catch (error) {
      if (!(error instanceof DamagedFileError) && !(error instanceof SyntaxError)) throw error;
      damaged.push(file);
      return null;
    }
  };
  const main = await read(mainFile(ref));
  if (!main) return damaged.length > 0 ? { state: 'damaged', files: damaged } : { state: 'none' };

  const header = main.header as unknown as MainHeader;
  const aggregate = emptyAggregate(ref, path, header.schema);
  let through = header.through;
  const take = (tables: SnapshotFile['tables']): void => {
    for (const [table, rows] of Object.entries(tables))
      for (const row of rows) aggregate.tables.load(table, row);
  };
  take(main.tables);
  for (const segment of header.segments) {
    const part = await read(segment.file);
    const revision = Number(part?.header.revision ?? -1);
    if (!part && !damaged.includes(segment.file)) damaged.push(segment.file);
    if (part && revision < segment.revision) damaged.push(segment.file);
    if (!part) continue;
    through = Math.max(through, Number(part.header.through));
    take(part.tables);
  }
  if (damaged.length > 0) return { state: 'damaged', files: damaged };
  aggregate.tables.arrange();
  for (const table of aggregate.tables.tableNames())
    if (aggregate.segments.isSegmented(table))
      for (const record of aggregate.tables.view.list(table)) aggregate.segments.place(table, record);
  for (const { table, key, file, revision } of header.segments)
    aggregate.segments.setWritten({ table, key, file }, revision);
  aggregate.revision = header.revision;
  aggregate.updatedAt = header.updatedAt;
  aggregate.historyBytes = header.historyBytes;
  aggregate.lastHash = header.historyHash;
  for (const [requestId, revision, offset, length] of header.requests)
    rememberRequest(aggregate, requestId, { revision, offset, length });
  return { state: 'good', aggregate, through, savedAt: header.savedAt };
}

/**
 * Writes what the snapshot on disk lacks: changed segments first, the main file last. Commits go on meanwhile; what
 * they add is redone from the history. Throws what the disk throws; nothing is lost then.
 */
export async function writeSnapshot(context: StoreContext, aggregate: Aggregate): Promise<void> {
  const { fs, ids, clock } = context;
  const unique = (): string => ids.next();
  const unsaved = aggregate.unsaved;
  const header = {
    schema: aggregate.schema,
    revision: aggregate.revision,
    savedAt: clock.now(),
    updatedAt: aggregate.updatedAt,
    historyBytes: aggregate.historyBytes,
    historyHash: aggregate.lastHash,
    requests: [...aggregate.requests].map(([id, spot]) => [id, spot.revision, spot.offset, spot.length]),
  };
  const through = (): { through: number } => ({ through: aggregate.revision });
  const dirty = aggregate.segments.takeDirty();
  const emptied: Segment[] = [];
  try {
    if (dirty.length > 0) await makeFolderDurably(fs, aggregate.path, join(aggregate.path, 's'));
    for (const segment of dirty) {
      const ids = aggregate.segments.members(segment);
      const { table, key } = segment;
      if (ids.size === 0) {
        emptied.push(segment);
        aggregate.segments.setWritten(segment, undefined);
        continue;
      }
      await writeSnapshotFile(
        fs,
        join(aggregate.path, segment.file),
        {
          header: { schema: header.schema, revision: header.revision, table, key },
          tables: { [table]: rowsOf(aggregate, table, ids) },
          trailer: through,
        },
        unique,
      );
      aggregate.segments.setWritten(segment, header.revision);
    }
    // Not those that a commit began meanwhile: they have no file yet.
    const segments = aggregate.segments.all().flatMap((segment) => {
      const revision = aggregate.segments.written(segment);
      return revision === undefined ? [] : [{ ...segment, revision }];
    });
    const tables: Record<string, Iterable<Row>> = {};
    for (const table of aggregate.tables.tableNames())
      if (!aggregate.segments.isSegmented(table))
        tables[table] = rowsOf(aggregate, table, aggregate.tables.ids(table));
    await writeSnapshotFile(
      fs,
      join(aggregate.path, mainFile(aggregate.ref)),
      { header: { ...header, segments }, tables, trailer: through },
      unique,
    );
    // A segment that lost its last record is named no longer; its file only goes once that is on the disk.
    for (const segment of emptied) await fs.remove(join(aggregate.path, segment.file));
    aggregate.unsaved -= unsaved;
  } catch (error) {
    aggregate.segments.markDirty(dirty);
    throw error;
  }
}

function* rowsOf(aggregate: Aggregate, table: string, ids: Iterable<string>): Generator<Row> {
  for (const id of ids) {
    const row = aggregate.tables.row(table, id);
    if (row) yield row;
  }
}

/** Moves damaged files out of the way, so that nothing reads them again and a person can look at them. */
export async function quarantine(
  context: StoreContext,
  ref: Ref,
  path: string,
  files: readonly string[],
): Promise<void> {
  const { fs, folder, ids } = context;
  await makeFolderDurably(fs, folder, join(folder, 'quarantine'));
  for (const file of files) {
    const target = join(folder, 'quarantine', quarantineName(ref, file, ids.next()));
    try {
      await renameWithRetry(fs, join(path, file), target);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
    }
  }
}

/** `dossier_<id>_<file>_<unique>`: the beginning says whose it was, which a purge goes by. */
export function quarantineName(ref: Ref, file: string, unique: string): string {
  return `${quarantinePrefix(ref)}${file.replaceAll('/', '-')}_${unique}`;
}

export function quarantinePrefix(ref: Ref): string {
  return `${ref.kind}_${ref.id}_`;
}
