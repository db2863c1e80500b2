/** Opening one aggregate: its snapshot, and the history lines after it redone. */
import { join } from 'node:path';
import type { Change } from '../../../shared/records';
import { fail, ok } from '../../../shared/result';
import type { AppError, Result } from '../../../shared/result';
import type { Ref } from '../../../shared/ports/store';
import { migrationChanges, migrationPath } from '../../../shared/schema/migrate';
import { HISTORY_FILE, applyLine, historyPath, rawTables } from './aggregate';
import type { Aggregate } from './aggregate';
import { appendLine, cutTail } from './append-line';
import type { StoreContext } from './context';
import { TEMP_SUFFIX, decodeText, readPart } from './durable';
import { chainFrom } from './history-chain';
import type { ChainedLine } from './history-chain';
import { SEAM_LENGTH, hashAtEnd, splitLines } from './history-line';
import { ioFailure } from './io-error';
import { rebuildAggregate } from './recover-aggregate';
import { nameOf } from './references';
import { readSnapshot } from './snapshot';
import type { ReadSnapshot } from './snapshot';
import { validateChanges } from './validate-changes';

/**
 * The aggregate, or undefined where there is none. `knownRevision` is what the catalogue last knew (0 for nothing):
 * with it, a history that is gone is told from one that never was. UNAVAILABLE when nothing readable is left.
 */
export async function loadAggregate(
  context: StoreContext,
  ref: Ref,
  path: string,
  knownRevision: number,
): Promise<Result<Aggregate | undefined>> {
  try {
    if (context.readOnlyBecause === null) await removeLeftOvers(context, path);
    const size = await context.fs.size(join(path, HISTORY_FILE));
    const snapshot = await readSnapshot(context, ref, path);
    if (size === null && snapshot.state === 'none' && knownRevision === 0) return ok(undefined);
    const quick = await redoTail(context, snapshot, size ?? 0);
    if (quick) return await migrated(context, quick);
    const rebuilt = await rebuildAggregate(context, ref, path, snapshot, knownRevision);
    if (!rebuilt.ok || !rebuilt.value) return rebuilt;
    return await migrated(context, rebuilt.value);
  } catch (error) {
    return ioFailure(`Không đọc được ${nameOf(ref)}`, error);
  }
}

/** The usual way: only the lines after the snapshot are read. Null where snapshot and history do not fit together. */
async function redoTail(
  context: StoreContext,
  snapshot: ReadSnapshot,
  size: number,
): Promise<Aggregate | null> {
  if (snapshot.state !== 'good') return null;
  const { aggregate, through } = snapshot;
  const point = aggregate.historyBytes;
  if (size < point || point < SEAM_LENGTH) return null;
  const { fs, hash } = context;
  const bytes = await readPart(fs, historyPath(aggregate), point - SEAM_LENGTH, size - point + SEAM_LENGTH);
  if (hashAtEnd(decodeText(bytes.subarray(0, SEAM_LENGTH))) !== aggregate.lastHash) return null;
  const { lines, rest } = splitLines(bytes.subarray(SEAM_LENGTH), point);
  const chain = chainFrom(lines, aggregate.lastHash, hash);
  const end = chain.at(-1)?.entry.revision ?? aggregate.revision;
  if (chain.length < lines.length || end < through) return null;
  // An interrupted purge may have left content in the snapshot: a snapshot from before it is not used.
  if (chain.some((line) => line.entry.removes)) return null;
  if (!redo(aggregate, chain)) return null;
  if (rest > 0 && context.readOnlyBecause === null) await cutTail(context, aggregate);
  return aggregate;
}

/**
 * Takes the lines after a snapshot into it. Its segments may be ahead of its main file; false where that leaves a
 * record without its place: one that moved into a segment whose file was never written.
 */
export function redo(aggregate: Aggregate, chain: readonly ChainedLine[]): boolean {
  for (const line of chain) {
    const strayed = line.entry.diff.some(
      ({ table, id, before, after }) => before !== null && after !== null && !aggregate.tables.row(table, id),
    );
    if (strayed) return false;
    applyLine(aggregate, line.entry, line.hash, line.raw);
  }
  aggregate.tables.arrange();
  return true;
}

/** Brings the records into today's shape, as a commit of its own. */
async function migrated(context: StoreContext, aggregate: Aggregate): Promise<Result<Aggregate>> {
  const target = context.schemaVersions[aggregate.ref.kind];
  if (aggregate.schema > target) {
    aggregate.broken = `Dữ liệu của ${nameOf(aggregate.ref)} thuộc phiên bản ${aggregate.schema}, mới hơn chương trình này (${target}): chỉ xem được. Hãy cập nhật chương trình.`;
    return ok(aggregate);
  }
  if (aggregate.schema === target) return ok(aggregate);
  const diff = changesToToday(context, aggregate, target);
  if (!diff.ok) return diff;
  const entry = {
    revision: aggregate.revision + 1,
    at: context.clock.now(),
    by: context.by,
    command: 'store.migrate',
    requestId: `store.migrate-${target}`,
    schema: target,
    diff: diff.value,
  };
  if (context.readOnlyBecause !== null) {
    aggregate.segments.note(aggregate.tables, entry.diff);
    aggregate.tables.apply(entry.revision, entry.diff);
    return ok(aggregate);
  }
  const written = await appendLine(context, aggregate, entry);
  return written.ok ? ok(aggregate) : written;
}

/** What the migrations change. A step that is missing, throws or gives records that don't fit fails; nothing is written. */
function changesToToday(
  context: StoreContext,
  aggregate: Aggregate,
  target: number,
): Result<readonly Change[]> {
  const { ref, schema, tables } = aggregate;
  const failed = (why: string): Result<never> =>
    fail('UNAVAILABLE', `Chưa chuyển được ${nameOf(ref)} từ dạng ${schema} sang dạng ${target}: ${why}`, {
      details: { migration: target },
    });
  const path = migrationPath(ref.kind, schema, target, context.migrations);
  if (!path.ok) return failed(path.error.message);
  try {
    const changes = validateChanges(ref.kind, migrationChanges(rawTables(tables), path.value));
    return changes.ok ? changes : failed(changes.error.message);
  } catch (fault) {
    return failed(`${fault instanceof Error ? fault.message : String(fault)}.`);
  }
}

/** Whether loading failed because the records could not be brought into today's shape. */
export function isMigrationFailure(error: AppError): boolean {
  return error.details?.['migration'] !== undefined;
}

async function removeLeftOvers(context: StoreContext, path: string): Promise<void> {
  for (const folder of [path, join(path, 's'), join(path, 'files')])
    for (const entry of await context.fs.list(folder))
      if (!entry.folder && entry.name.endsWith(TEMP_SUFFIX))
        await context.fs.remove(join(folder, entry.name));
}
