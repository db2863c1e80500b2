/** Kết thúc hồ sơ, and opening it again with a reason. */
import type { Instant, PlainDate } from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { PLAN_ID } from '../plan/model';

export function closeDossier(
  draft: Draft<DossierTables>,
  command: {
    readonly retention: string;
    readonly lacking: readonly string[];
    readonly despite: boolean;
    readonly closedOn: PlainDate;
    readonly closedBy: string;
  },
): Result<null> {
  const plan = draft.get('plan', PLAN_ID);
  if (!plan) return fail('NOT_FOUND', 'Không tìm thấy hồ sơ này.');
  if (draft.get('archive', 'archive')) return fail('CONFLICT', 'Hồ sơ này đã kết thúc.');
  if (command.lacking.length > 0 && !command.despite)
    return fail(
      'CONFLICT',
      `Hồ sơ còn thiếu ${command.lacking.length} việc: ${command.lacking.join(' ')} Bổ sung, hoặc chọn “Vẫn kết thúc” để ghi lại những điều còn thiếu.`,
      { details: { lacking: command.lacking } },
    );
  draft.put('plan', { ...plan, status: 'closed' });
  draft.put('archive', {
    id: 'archive',
    closedOn: command.closedOn,
    closedBy: command.closedBy,
    retention: command.retention,
    lacking: [...command.lacking],
    exports: [],
  });
  return ok(null);
}

/** The status goes back to where the documents are; the reason is kept with the plan. */
export function reopenDossier(
  draft: Draft<DossierTables>,
  note: { readonly at: Instant; readonly by: string; readonly text: string },
): Result<null> {
  const plan = draft.get('plan', PLAN_ID);
  if (!plan || !draft.get('archive', 'archive'))
    return fail('CONFLICT', 'Hồ sơ này chưa kết thúc nên không cần mở lại.');
  const registered = draft.list('documents').some(({ registration }) => registration !== null);
  draft.put('plan', {
    ...plan,
    status: registered ? 'issued' : 'reviewed',
    notes: [...(plan.notes ?? []), { at: note.at, by: note.by, text: `Mở lại hồ sơ: ${note.text}` }],
  });
  draft.remove('archive', 'archive');
  return ok(null);
}
