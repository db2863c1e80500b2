/** Khay tiếp nhận as a person sees it: what is still open, every batch, one batch with its files. */
import type { IntakeBatch, IntakeItem, IntakeOutcome } from '../../domain/report/intake-model';
import { openItems, type ReportLookup } from '../../domain/report/intake-state';
import { PLAN_ID } from '../../domain/plan/model';
import { formatDate, dateOfInstant, timeOfInstant } from '../../date/plain-date';
import { fail, ok, type Result } from '../../result';
import type { BatchRow, IntakeItemRow } from '../../rpc/contract/intake';
import { loadEntries, metaOf, nowOf, offer, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { INTAKE_REF } from './intake-ref';

interface Tray {
  readonly batches: readonly IntakeBatch[];
  readonly items: readonly IntakeItem[];
  /** Ids of the files whose faults are open, newest first. */
  readonly open: readonly IntakeItem[];
  readonly row: (item: IntakeItem) => IntakeItemRow;
}

/** The tray with the dossiers that its open files belong to. */
export async function loadTray(app: App): Promise<Result<Tray>> {
  const loaded = await app.ports.store.load(INTAKE_REF);
  if (!loaded.ok) return loaded;
  const entries = await loadEntries(app);
  if (!entries.ok) return entries;
  const batches = loaded.value?.view.list('batches') ?? [];
  const items = loaded.value?.view.list('items') ?? [];
  const plans = new Map<string, string>();
  const lookups = new Map<string, ReportLookup>();
  for (const id of new Set(items.map(({ dossierId }) => dossierId))) {
    if (id === null) continue;
    const dossier = await app.ports.store.load({ kind: 'dossier', id });
    if (!dossier.ok || !dossier.value) continue;
    const { view } = dossier.value;
    plans.set(id, view.get('plan', PLAN_ID)?.title ?? '');
    lookups.set(id, (_dossier, reportId) => view.get('reports', reportId));
  }
  const open = openItems(items, (dossierId, reportId) => lookups.get(dossierId)?.(dossierId, reportId));
  const openIds = new Set(open.map(({ id }) => id));
  const names = new Map(entries.value.map(({ id, name }) => [id, name]));
  const row = (item: IntakeItem): IntakeItemRow => {
    const { closedBy, unitId, ...rest } = item;
    return {
      ...rest,
      faults: item.faults.map((fault) => ({ ...fault })),
      plan: item.dossierId === null ? null : (plans.get(item.dossierId) ?? null),
      unit: unitId,
      unitName: unitId === null ? null : (names.get(unitId) ?? null),
      closed: item.outcome !== 'quarantined' || openIds.has(item.id) ? null : closedWords(item, closedBy),
    };
  };
  return ok({ batches, items, open, row });
}

function closedWords(item: IntakeItem, closedBy: IntakeItem['closedBy']): string {
  if (item.dismissed)
    return `Đã bỏ qua ngày ${formatDate(dateOfInstant(item.dismissed.at))}: ${item.dismissed.reason}`;
  if (closedBy)
    return `Đã nhận bản sửa “${closedBy.place}” lúc ${timeOfInstant(closedBy.at)} ngày ${formatDate(dateOfInstant(closedBy.at))}.`;
  return item.unitId === null
    ? 'Đã có tệp gửi sau thay tệp này.'
    : 'Đơn vị đã có báo cáo khác cho kỳ này, hoặc đã gửi tệp khác sau đó.';
}

function countsOf(items: readonly IntakeItem[]): BatchRow['counts'] {
  const counts: Record<IntakeOutcome, number> = {
    waiting: 0,
    accepted: 0,
    changed: 0,
    unchanged: 0,
    duplicate: 0,
    'set-aside': 0,
    quarantined: 0,
  };
  for (const { outcome } of items) counts[outcome] += 1;
  return counts;
}

function batchRows(app: App, tray: Tray): BatchRow[] {
  const byBatch = new Map<string, IntakeItem[]>();
  for (const item of tray.items) {
    const known = byBatch.get(item.batchId) ?? [];
    known.push(item);
    byBatch.set(item.batchId, known);
  }
  const open = new Map<string, number>();
  for (const { batchId } of tray.open) open.set(batchId, (open.get(batchId) ?? 0) + 1);
  return [...tray.batches].reverse().map((batch) => ({
    ...batch,
    names: [...batch.names],
    // A batch that nobody works on any more was cut off by a crash or a power cut.
    state: batch.state === 'running' && !app.jobs.running(batch.id) ? 'interrupted' : batch.state,
    counts: countsOf(byBatch.get(batch.id) ?? []),
    open: open.get(batch.id) ?? 0,
  }));
}

export function showTray(app: App): Handler<'intake.tray'> {
  return async () => {
    const tray = await loadTray(app);
    if (!tray.ok) return tray;
    return ok({ open: tray.value.open.map(tray.value.row), batches: batchRows(app, tray.value) });
  };
}

const NO_BATCH = 'Không tìm thấy đợt nhận này.';
const NO_ITEM = 'Không tìm thấy tệp này trong khay tiếp nhận.';

export function showBatch(app: App): Handler<'intake.batch'> {
  return async ({ batchId }) => {
    const tray = await loadTray(app);
    if (!tray.ok) return tray;
    const batch = batchRows(app, tray.value).find(({ id }) => id === batchId);
    if (!batch) return fail('NOT_FOUND', NO_BATCH);
    const items = tray.value.items.filter((item) => item.batchId === batchId).map(tray.value.row);
    return ok({ batch, items });
  };
}

/** The original as it came; NOT_FOUND for a file of which nothing was kept. */
export function getIntakeFile(app: App): Handler<'intake.file'> {
  return async ({ itemId }) => {
    const loaded = await app.ports.store.load(INTAKE_REF);
    if (!loaded.ok) return loaded;
    const item = loaded.value?.view.get('items', itemId);
    if (item?.kept !== true || item.sha256 === null)
      return fail('NOT_FOUND', item ? 'Khay tiếp nhận không giữ bản gốc của tệp này.' : NO_ITEM);
    const bytes = await app.ports.store.getFile(INTAKE_REF, item.sha256);
    if (!bytes.ok) return bytes;
    return ok(await offer(app, [{ name: item.name, bytes: bytes.value }], item.name));
  };
}

export function dismissItem(app: App): Handler<'intake.dismiss'> {
  return async ({ itemId, reason }, context) =>
    revisionOf(
      await app.ports.store.commit(
        INTAKE_REF,
        metaOf(app, context, 'intake.dismiss', { expectedRevision: null }),
        (draft) => {
          const item = draft.get('items', itemId);
          if (!item) return fail('NOT_FOUND', NO_ITEM);
          if (item.outcome !== 'quarantined' || item.dismissed)
            return fail('CONFLICT', `Tệp “${item.name}” không còn lỗi nào đang mở trong khay.`);
          draft.put('items', { ...item, dismissed: { reason, by: context.by, at: nowOf(app).now } });
          return ok(null);
        },
      ),
    );
}
