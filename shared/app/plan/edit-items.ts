/** A person's corrections to a plan under review, each one commit. */
import { recordOf } from '../../domain/conference/state';
import { createMatcher } from '../../domain/office/match';
import {
  acceptItems as accept,
  addItem as add,
  dropItem as drop,
  mergeItems as merge,
  moveTask as move,
  restoreItem as restore,
  saveItem as save,
  splitItem as split,
} from '../../domain/plan/items';
import { matchRecipient } from '../../domain/plan/items-from-parsed';
import { PLAN_ID, type PlanItem } from '../../domain/plan/model';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { changeDossier, OFFICE_REF, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';

/** Matches the name again after a person changed it without choosing entries. */
async function withEntries(
  app: App,
  item: PlanItem,
  patch: Readonly<Record<string, unknown>>,
  draft: Draft<DossierTables>,
): Promise<Readonly<Record<string, unknown>>> {
  const name =
    item.kind === 'assignment' ? patch['unit'] : item.kind === 'recipient' ? patch['name'] : undefined;
  if (typeof name !== 'string' || 'entryIds' in patch) return patch;
  const office = await app.ports.store.load(OFFICE_REF);
  if (!office.ok || !office.value) return patch;
  const { view } = office.value;
  const matcher = createMatcher(view.list('entries'), view.get('profile', 'profile')?.place ?? '');
  const assignments = draft.list('items').filter((other) => other.kind === 'assignment');
  const match = item.kind === 'recipient' ? matchRecipient(name, matcher, assignments) : matcher.line(name);
  return { ...patch, entryIds: [...match.entryIds] };
}

/** A conference that is being prepared is moved where its way is kept and those invited are thought of. */
function movedElsewhere(
  draft: Draft<DossierTables>,
  item: PlanItem,
  patch: Readonly<Record<string, unknown>>,
): Result<null> {
  if (item.kind !== 'conference' || !('start' in patch)) return ok(null);
  const { moves, endTime, invitations, invitedBy, attendance, halted } = recordOf(draft, item.id);
  const prepared =
    moves.length + invitations.length > 0 || [endTime, invitedBy, attendance, halted].some(Boolean);
  if (!prepared) return ok(null);
  const said =
    'Hội nghị này đã được chuẩn bị: đổi ngày, giờ ở thẻ Hội nghị để giữ lịch sử dời và báo nơi đã mời.';
  return fail('CONFLICT', said, { fieldErrors: { start: said } });
}

export function saveItem(app: App): Handler<'plan.saveItem'> {
  return async ({ dossierId, itemId, patch }, context) =>
    revisionOf(
      await changeDossier(app, context, dossierId, 'plan.saveItem', async (draft): Promise<Result<null>> => {
        const item = draft.get('items', itemId);
        if (!item) return fail('NOT_FOUND', 'Không tìm thấy mục này trong kế hoạch; hãy tải lại trang.');
        const elsewhere = movedElsewhere(draft, item, patch);
        if (!elsewhere.ok) return elsewhere;
        const saved = save(draft, itemId, await withEntries(app, item, patch, draft));
        return saved.ok ? ok(null) : saved;
      }),
    );
}

export function addItem(app: App): Handler<'plan.addItem'> {
  return async ({ dossierId, kind, fields, afterId }, context) => {
    const done = await changeDossier(
      app,
      context,
      dossierId,
      'plan.addItem',
      async (draft): Promise<Result<string>> => {
        const added = add(draft, kind, fields, afterId, app.ports.ids.next());
        if (!added.ok) return added;
        const item = added.value;
        const matched = await withEntries(app, item, fields, draft);
        if (matched !== fields && 'entryIds' in item)
          draft.put('items', { ...item, entryIds: matched['entryIds'] as string[] });
        return ok(item.id);
      },
    );
    return done.ok ? ok({ revision: done.value.revision, itemId: done.value.reply }) : done;
  };
}

export function splitItem(app: App): Handler<'plan.splitItem'> {
  return async ({ dossierId, itemId, at }, context) => {
    const done = await changeDossier(app, context, dossierId, 'plan.splitItem', (draft): Result<string> => {
      const rest = split(draft, itemId, at, app.ports.ids.next());
      return rest.ok ? ok(rest.value.id) : rest;
    });
    return done.ok ? ok({ revision: done.value.revision, itemId: done.value.reply }) : done;
  };
}

export function mergeItems(app: App): Handler<'plan.mergeItems'> {
  return async ({ dossierId, itemIds }, context) =>
    revisionOf(
      await changeDossier(app, context, dossierId, 'plan.mergeItems', (draft): Result<null> => {
        const merged = merge(draft, itemIds);
        return merged.ok ? ok(null) : merged;
      }),
    );
}

export function moveTask(app: App): Handler<'plan.moveTask'> {
  return async ({ dossierId, itemId, assignmentId }, context) =>
    revisionOf(
      await changeDossier(app, context, dossierId, 'plan.moveTask', (draft): Result<null> => {
        const moved = move(draft, itemId, assignmentId);
        return moved.ok ? ok(null) : moved;
      }),
    );
}

export function dropItem(app: App): Handler<'plan.dropItem'> {
  return async ({ dossierId, itemId }, context) =>
    revisionOf(await changeDossier(app, context, dossierId, 'plan.dropItem', (draft) => drop(draft, itemId)));
}

export function restoreItem(app: App): Handler<'plan.restoreItem'> {
  return async ({ dossierId, itemId }, context) =>
    revisionOf(
      await changeDossier(app, context, dossierId, 'plan.restoreItem', (draft) => restore(draft, itemId)),
    );
}

export function acceptItems(app: App): Handler<'plan.acceptItems'> {
  return async ({ dossierId, itemIds }, context) =>
    revisionOf(
      await changeDossier(app, context, dossierId, 'plan.acceptItems', (draft) => accept(draft, itemIds)),
    );
}

/** The plan stands as reviewed; what is still uncertain is kept and listed. */
export function finishReview(app: App): Handler<'plan.finishReview'> {
  return async ({ dossierId }, context) =>
    revisionOf(
      await changeDossier(app, context, dossierId, 'plan.finishReview', (draft): Result<null> => {
        const plan = draft.get('plan', PLAN_ID);
        if (!plan) return fail('NOT_FOUND', 'Không tìm thấy hồ sơ này.');
        if (plan.status === 'review') draft.put('plan', { ...plan, status: 'reviewed' });
        return ok(null);
      }),
    );
}
