/** The trash: a whole aggregate's folder moved aside, and back. */
import { join } from 'node:path';
import { z } from 'zod';
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { CommitMeta, Ref, TrashRow } from '../../../shared/ports/store';
import { AGGREGATE_KINDS } from '../../../shared/schema/aggregates';
import { HISTORY_FILE } from './aggregate';
import { requireWritable } from './aggregate-cache';
import type { AggregateCache } from './aggregate-cache';
import { checkRevision } from './commit';
import type { StoreContext } from './context';
import { decodeText, makeFolderDurably, readWhole, renameWithRetry, replaceFile } from './durable';
import { ioFailure } from './io-error';
import { loadAggregate } from './load-aggregate';
import { folderOf, keyOf, nameOf } from './references';

const NOTE = 'trash.json';

const noteSchema = z.object({
  kind: z.enum(AGGREGATE_KINDS),
  id: z.string(),
  at: z.string(),
  by: z.string(),
  requestId: z.string(),
});

export interface Trashed {
  readonly trashId: string;
  readonly path: string;
  readonly ref: Ref;
  readonly requestId: string;
  readonly at: string;
  readonly by: string;
}

/** What lies in the trash; folders without a readable note are left out. */
export async function listTrash(context: StoreContext): Promise<Trashed[]> {
  const out: Trashed[] = [];
  for (const entry of await context.fs.list(join(context.folder, 'trash'))) {
    const path = join(context.folder, 'trash', entry.name);
    const bytes = entry.folder ? await readWhole(context.fs, join(path, NOTE)) : null;
    if (!bytes) continue;
    try {
      const note = noteSchema.parse(JSON.parse(decodeText(bytes)));
      const ref = { kind: note.kind, id: note.id };
      out.push({ trashId: entry.name, path, ref, requestId: note.requestId, at: note.at, by: note.by });
    } catch {
      // Not ours, or damaged: left where it is.
    }
  }
  return out;
}

/** What lies in the trash, newest first, with what the catalogue would say of each. Nothing there is written to. */
export async function showTrash(context: StoreContext): Promise<TrashRow[]> {
  const looking: StoreContext = { ...context, notices: [], readOnlyBecause: 'Thùng rác chỉ được xem.' };
  const rows: TrashRow[] = [];
  for (const { trashId, path, ref, at, by } of await listTrash(context)) {
    const loaded = await loadAggregate(looking, ref, path, 0);
    const view = loaded.ok ? loaded.value?.tables.view : undefined;
    rows.push({ trashId, ref, at, by, summary: view ? context.summarize(ref.kind, view) : {} });
  }
  return rows.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** In the aggregate's turn and alone in the store. The same request again answers the same. */
export async function moveToTrash(
  context: StoreContext,
  cache: AggregateCache,
  ref: Ref,
  meta: CommitMeta,
): Promise<Result<{ trashId: string }>> {
  if (ref.kind === 'office') return fail('FORBIDDEN', 'Dữ liệu cơ quan không bỏ vào thùng rác được.');
  if (ref.kind === 'incoming') return fail('FORBIDDEN', 'Sổ văn bản đến không bỏ vào thùng rác được.');
  if (ref.kind === 'intake') return fail('FORBIDDEN', 'Khay tiếp nhận không bỏ vào thùng rác được.');
  const folder = folderOf(ref);
  if (!folder.ok) return folder;
  try {
    const found = await cache.obtain(ref);
    if (!found.ok) return found;
    if (!found.value) {
      const before = (await listTrash(context)).find((one) => one.requestId === meta.requestId);
      if (before && keyOf(before.ref) === keyOf(ref)) return ok({ trashId: before.trashId });
      return fail('NOT_FOUND', `Không có ${nameOf(ref)}.`);
    }
    const allowed = requireWritable(context);
    if (!allowed.ok) return allowed;
    const fresh = checkRevision(ref, meta, found.value.revision);
    if (!fresh.ok) return fresh;
    // Nothing may still be written into the folder when it moves.
    await cache.save(found.value).catch(() => undefined);

    const path = join(context.folder, folder.value);
    const trashId = `${ref.kind}-${ref.id}-${context.ids.next()}`;
    const note = { ...ref, at: meta.at, by: meta.by, requestId: meta.requestId };
    await replaceFile(context.fs, join(path, NOTE), Buffer.from(JSON.stringify(note)), context.ids.next());
    const trash = join(context.folder, 'trash');
    await makeFolderDurably(context.fs, context.folder, trash);
    await renameWithRetry(context.fs, path, join(trash, trashId));
    await cache.forget(ref);
    await context.fs.syncFolder(trash);
    await context.fs.syncFolder(join(path, '..'));
    return ok({ trashId });
  } catch (error) {
    return ioFailure(`Không bỏ được ${nameOf(ref)} vào thùng rác`, error);
  }
}

/** Alone in the store. CONFLICT where an aggregate of that name has come to be meanwhile. */
export async function takeFromTrash(
  context: StoreContext,
  cache: AggregateCache,
  trashId: string,
): Promise<Result<Ref>> {
  try {
    const allowed = requireWritable(context);
    if (!allowed.ok) return allowed;
    const found = (await listTrash(context)).find((one) => one.trashId === trashId);
    if (!found) return fail('NOT_FOUND', `Không có mục “${trashId}” trong thùng rác.`);
    const { ref, path } = found;
    const folder = folderOf(ref);
    if (!folder.ok) return folder;
    const target = join(context.folder, folder.value);
    if (
      (await context.fs.size(join(target, HISTORY_FILE))) !== null ||
      (await context.fs.list(target)).length > 0
    )
      return fail('CONFLICT', `Đã có ${nameOf(ref)}; không khôi phục đè lên.`);
    await context.fs.removeFolder(target);
    await makeFolderDurably(context.fs, context.folder, join(target, '..'));
    await renameWithRetry(context.fs, path, target);
    await context.fs.syncFolder(join(target, '..'));
    await context.fs.syncFolder(join(context.folder, 'trash'));
    await context.fs.remove(join(target, NOTE));
    const loaded = await cache.obtain(ref);
    return loaded.ok ? ok(ref) : loaded;
  } catch (error) {
    return ioFailure(`Không khôi phục được mục “${trashId}” từ thùng rác`, error);
  }
}
