/** Which later act stands in the way of an undo: named as Lịch sử names it, so that it can be found there. */
import { formatInstant } from '../../date/plain-date';
import type { HistoryEntry, Ref } from '../../ports/store';
import { sameJson, type Change, type Tables, type View } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { App } from '../application';
import type { CallContext } from '../handlers';
import { storeHistory } from './history';
import { undoneRevision } from './labels';

const SEARCHED = 500;

/** Records that are no longer as the revision left them. */
export function changedSince(
  view: Pick<View<Tables>, 'get'>,
  changes: readonly Change[],
): readonly Pick<Change, 'table' | 'id'>[] {
  return changes
    .filter(({ table, id, after }) => !sameJson(view.get(table, id) ?? null, after ?? null))
    .map(({ table, id }) => ({ table, id }));
}

/** CONFLICT that names the act to take back first; ok where nothing changed since. */
export async function refuseChanged(
  app: App,
  context: CallContext,
  ref: Ref,
  target: HistoryEntry,
  view: Pick<View<Tables>, 'get'>,
): Promise<Result<null>> {
  const records = changedSince(view, target.changes);
  if (records.length === 0) return ok(null);
  const later = await laterAct(app, context, ref, target.revision, records);
  const named = later === null ? 'đã có thay đổi khác vào cùng nội dung.' : `đã có thay đổi khác: ${later}.`;
  return fail(
    'CONFLICT',
    `Không hoàn tác được vì sau đó ${named} Hãy hoàn tác các thay đổi sau trước (phần Lịch sử), hoặc sửa trực tiếp.`,
    { details: { records } },
  );
}

/** "Ghi đã nhận: Chi bộ A (17/03/2026 08:00, Nguyễn Thị Mai)": the newest act on one of the records that still stands. */
export async function laterAct(
  app: App,
  context: CallContext,
  ref: Ref,
  revision: number,
  records: readonly Pick<Change, 'table' | 'id'>[] | 'any',
): Promise<string | null> {
  const history = await app.ports.store.history(ref, { limit: SEARCHED });
  if (!history.ok) return null;
  const touching = history.value.filter(
    (entry) =>
      entry.revision > revision &&
      entry.changes.some(
        ({ table, id }) =>
          records === 'any' || records.some((record) => record.table === table && record.id === id),
      ),
  );
  const undone = new Set(history.value.map(({ command }) => undoneRevision(command)));
  const standing = touching.find(
    (entry) => undoneRevision(entry.command) === null && !undone.has(entry.revision),
  );
  const act = standing ?? touching[0];
  if (!act) return null;
  const rows = await storeHistory(app)({ ...ref, limit: 1, before: act.revision + 1, acts: null }, context);
  const line = rows.ok ? rows.value[0]?.line : undefined;
  return line === undefined ? null : `${line} (${formatInstant(act.at)}, ${act.by})`;
}
