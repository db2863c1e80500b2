/** `store check`: reads everything there is and says what does not fit, in Vietnamese. */
import { join } from 'node:path';
import { formatDate } from '../../../shared/date/plain-date';
import { PLAN_ID } from '../../../shared/domain/plan/model';
import { sameJson } from '../../../shared/records';
import type { View, WithId } from '../../../shared/records';
import type { Ref, StoreFault } from '../../../shared/ports/store';
import type { AggregateTables } from '../../../shared/schema/aggregates';
import { applyLine, emptyAggregate, historyPath, rawTables } from './aggregate';
import type { Aggregate } from './aggregate';
import type { AggregateCache } from './aggregate-cache';
import type { StoreContext } from './context';
import { readPart, readWhole } from './durable';
import { chainFrom } from './history-chain';
import { GENESIS, splitLines } from './history-line';
import { hindrance } from './io-error';
import { redo } from './load-aggregate';
import { keptFiles } from './kept-files';
import { rebuildAggregate } from './recover-aggregate';
import { folderOf, keyOf, nameOf } from './references';
import { mainFile, quarantine, readSnapshot } from './snapshot';

type Tell = (severity: StoreFault['severity'], place: string, message: string, repaired?: boolean) => void;

/** Every fault found; those that recovery could put right are `repaired`. Commits wait one aggregate at a time. */
export async function checkStore(
  context: StoreContext,
  cache: AggregateCache,
  progress: (done: number, total: number) => void,
): Promise<readonly StoreFault[]> {
  const faults: StoreFault[] = [];
  const tell: Tell = (severity, place, message, repaired = false) => {
    faults.push({ severity, place, message, repaired });
  };
  const refs = [...cache.rows.values()].map((row) => row.ref);
  let done = 0;
  for (const ref of refs) {
    progress(done, refs.length);
    await cache.inTurn(ref, () => checkAggregate(context, cache, ref, tell));
    done += 1;
  }
  await checkNumbers(
    cache,
    refs.filter((ref) => ref.kind === 'register'),
    tell,
  );
  progress(done, refs.length);
  return faults;
}

async function checkAggregate(
  context: StoreContext,
  cache: AggregateCache,
  ref: Ref,
  tell: Tell,
): Promise<void> {
  const folder = folderOf(ref);
  const place = folder.ok ? folder.value : keyOf(ref);
  const told = context.notices.length;
  const found = await cache.obtain(ref);
  // What loading put right, or could not.
  for (const notice of context.notices.slice(told))
    tell(notice.severity, notice.place, notice.message, notice.repaired);
  if (!found.ok) {
    if (context.notices.length === told) tell('error', place, found.error.message);
    return;
  }
  if (!found.value) return;
  try {
    // Recovery may just have rebuilt it in memory.
    if (found.value.unsaved > 0) await cache.save(found.value);
    await checkHistory(context, cache, found.value, place, tell);
    await checkFiles(context, found.value, place, tell);
  } catch (error) {
    tell('error', place, `Không đọc được ${nameOf(ref)}: ${hindrance(error)}.`);
  }
}

/** The whole chain, and that it gives what stands in memory and in the snapshot. */
async function checkHistory(
  context: StoreContext,
  cache: AggregateCache,
  aggregate: Aggregate,
  place: string,
  tell: Tell,
): Promise<void> {
  const { ref, path } = aggregate;
  const bytes = await readPart(context.fs, historyPath(aggregate), 0, aggregate.historyBytes);
  const { lines } = splitLines(bytes, 0);
  const chain = chainFrom(lines, GENESIS, context.hash);
  const whole = chain.length === lines.length && chain.at(-1)?.hash === aggregate.lastHash;
  if (!whole) {
    const bad = chain.length + 1;
    const repaired = await repair(context, cache, aggregate);
    tell(
      'error',
      `${place}/history.ndjson`,
      `Lịch sử của ${nameOf(ref)} hỏng từ dòng ${bad}${repaired ? '; đã sửa, bản hỏng được giữ trong thư mục quarantine' : ''}.`,
      repaired,
    );
    return;
  }
  const replayed = emptyAggregate(ref, path, aggregate.schema);
  for (const line of chain) applyLine(replayed, line.entry, line.hash, line.raw);
  while (aggregate.saving) await aggregate.saving.catch(() => undefined);
  const snapshot = await readSnapshot(context, ref, path);
  const files = snapshot.state === 'damaged' ? snapshot.files.join(', ') : '';
  const fits = sameJson(comparable(replayed), comparable(aggregate));
  if (fits && snapshot.state !== 'damaged' && snapshotFits(snapshot, chain, replayed)) return;
  const repaired = await repair(context, cache, aggregate);
  const which = files === '' ? 'không khớp với lịch sử' : `(${files}) bị hỏng`;
  tell(
    'error',
    place,
    `Bản chụp của ${nameOf(ref)} ${which}${repaired ? '; đã dựng lại từ lịch sử' : ''}.`,
    repaired,
  );
}

/** A snapshot with the lines after it redone gives what the whole history gives. */
function snapshotFits(
  snapshot: Awaited<ReturnType<typeof readSnapshot>>,
  chain: ReturnType<typeof chainFrom>,
  replayed: Aggregate,
): boolean {
  if (snapshot.state !== 'good') return true;
  const at = chain.find((line) => line.entry.revision === snapshot.aggregate.revision);
  if (at?.hash !== snapshot.aggregate.lastHash) return false;
  const later = chain.filter((line) => line.entry.revision > at.entry.revision);
  // One that a crash left half replaced is not damaged: loading goes by the whole history then.
  if (!redo(snapshot.aggregate, later)) return true;
  return sameJson(comparable(snapshot.aggregate), comparable(replayed));
}

function comparable(aggregate: Aggregate): Record<string, readonly WithId[]> {
  const out: Record<string, readonly WithId[]> = {};
  for (const [table, records] of Object.entries(rawTables(aggregate.tables)))
    if (records.length > 0) out[table] = records;
  return out;
}

/** Throws away what is in memory and in the snapshot, and loads anew: recovery rebuilds from the history. */
async function repair(context: StoreContext, cache: AggregateCache, aggregate: Aggregate): Promise<boolean> {
  if (context.readOnlyBecause !== null) return false;
  const { ref, path } = aggregate;
  const snapshot = await readSnapshot(context, ref, path);
  const bytes = (await readWhole(context.fs, historyPath(aggregate))) ?? new Uint8Array();
  const { lines } = splitLines(bytes, 0);
  const whole = chainFrom(lines, GENESIS, context.hash).length === lines.length;
  if (whole) {
    // The history is right: the snapshot is set aside and written anew from it.
    const files = snapshot.state === 'damaged' ? snapshot.files : [];
    await quarantine(context, ref, path, files.includes(mainFile(ref)) ? files : [...files, mainFile(ref)]);
  } else if (aggregate.unsaved > 0 || snapshot.state !== 'good') {
    // Memory is ahead of every file: it must reach the disk before recovery reads from there.
    aggregate.segments.markDirty(aggregate.segments.all());
    aggregate.unsaved = Math.max(1, aggregate.unsaved);
    await cache.save(aggregate);
  }
  const row = cache.rows.get(keyOf(ref));
  await cache.forget(ref);
  if (row) cache.rows.set(keyOf(ref), row);
  const rebuilt = await rebuildAggregate(
    context,
    ref,
    path,
    await readSnapshot(context, ref, path),
    aggregate.revision,
  );
  if (!rebuilt.ok || !rebuilt.value) return false;
  cache.adopt(rebuilt.value);
  return true;
}

/** Kept files against their names, and against the table that lists them. */
async function checkFiles(
  context: StoreContext,
  aggregate: Aggregate,
  place: string,
  tell: Tell,
): Promise<void> {
  const present = await keptFiles(context, aggregate.path);
  for (const file of present) {
    const at = `${place}/files/${file.name}`;
    const bytes = await readWhole(context.fs, join(aggregate.path, 'files', file.name));
    if (!bytes || context.hash.sha256(bytes) !== file.sha256)
      tell(
        'error',
        at,
        `Tệp “${file.name}” của ${nameOf(aggregate.ref)} bị hỏng hoặc bị sửa; hãy lấy lại từ bản sao lưu.`,
      );
  }
  const listed = listedFiles(aggregate);
  if (!listed) return;
  const there = new Set(present.map((file) => file.sha256));
  for (const [sha256, name] of listed)
    if (!there.has(sha256))
      tell(
        'error',
        `${place}/files`,
        `Tệp “${name}” của ${nameOf(aggregate.ref)} không còn trên đĩa; hãy lấy lại từ bản sao lưu.`,
      );
  for (const file of present)
    if (!listed.has(file.sha256))
      tell(
        'warning',
        `${place}/files/${file.name}`,
        `Tệp “${file.name}” của ${nameOf(aggregate.ref)} không thuộc mục nào (còn lại sau một việc dở dang).`,
      );
}

/** sha256 → name of every file that the aggregate's records say it keeps; null for a kind that keeps none. */
function listedFiles({ ref, tables }: Aggregate): ReadonlyMap<string, string> | null {
  if (ref.kind === 'dossier') {
    const view = tables.view as unknown as View<AggregateTables['dossier']>;
    return new Map(view.list('files').map(({ id, name }) => [id, name]));
  }
  if (ref.kind === 'incoming') {
    const view = tables.view as unknown as View<AggregateTables['incoming']>;
    return new Map(view.list('files').map(({ id, name }) => [id, name]));
  }
  if (ref.kind === 'intake') {
    const view = tables.view as unknown as View<AggregateTables['intake']>;
    return new Map(
      view
        .list('items')
        .flatMap(({ kept, sha256, name }) => (kept && sha256 ? [[sha256, name] as const] : [])),
    );
  }
  return null;
}

/** A dossier by the title of its plan; by its folder where it cannot be read. */
function titled(view: View<AggregateTables['dossier']> | undefined, id: string): string {
  return `hồ sơ “${view?.get('plan', PLAN_ID)?.title ?? id}”`;
}

/** Numbers that were given while the document they were for does not point back. */
async function checkNumbers(cache: AggregateCache, registers: readonly Ref[], tell: Tell): Promise<void> {
  for (const ref of registers) {
    const found = await cache.obtain(ref);
    if (!found.ok || !found.value) continue;
    const view = found.value.tables.view as unknown as View<AggregateTables['register']>;
    for (const entry of view.list('entries')) {
      if (entry.kind !== 'issued' || entry.dossierId === null || entry.documentId === null) continue;
      const dossier = await cache.obtain({ kind: 'dossier', id: entry.dossierId });
      const documents =
        dossier.ok && dossier.value
          ? (dossier.value.tables.view as unknown as View<AggregateTables['dossier']>)
          : undefined;
      const registration = documents?.get('documents', entry.documentId)?.registration;
      if (registration?.seriesId === ref.id && registration.number === entry.number) continue;
      tell(
        'warning',
        `r/${ref.id}`,
        `Số ${entry.numberText} đã cấp ngày ${formatDate(entry.date)} nhưng văn bản trong ${titled(documents, entry.dossierId)} không mang số này. Hãy vào sổ lại văn bản đó (số được giữ nguyên) hoặc ghi số này là bỏ trống.`,
      );
    }
  }
}
