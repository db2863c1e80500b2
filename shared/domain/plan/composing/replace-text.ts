/** A plan's text edited: read again as a whole, items followed, header fields that the new words say anew. */
import type { Instant } from '../../../date/plain-date';
import type { Draft } from '../../../records';
import { fail, ok, type Result } from '../../../result';
import type { DossierTables } from '../../../schema/aggregates';
import { applyReading, type ReadingOutcome } from '../apply-reading';
import { itemsFromParsed, type ReadingTools } from '../items-from-parsed';
import { PLAN_ID, type Plan, type PlanItem } from '../model';
import type { ParsedPlan } from '../parsed';
import { newPlan, rereadPlan, type PlanSourceInfo } from '../plan-record';
import { readPlan } from '../reading/read-plan';
import { MAX_PASTED_TEXT } from '../reading/source';
import { sourceFromLines } from '../reading/source-from-lines';
import { followEdits } from './follow-edits';
import { applyEdits, narrowedEdits, orderedEdits, tidyingEdits, type TextEdit } from './text-edits';
import { wholeLines } from './whole-lines';
import { toNfc } from '../../../text/normalize';

export const STALE_TEXT =
  'Nội dung kế hoạch đã được sửa ở nơi khác sau khi phần này mở ra, nên chưa ghi gì. Hãy xem nội dung mới rồi sửa lại.';

/** The text that edits refer to: the plan's, with every paragraph on one line (same length, same places). */
export function editableText(plan: Plan): string {
  return plan.composed === true ? plan.text : wholeLines(plan.text, plan.parsed);
}

/** The text after the edits, tidied; BAD_REQUEST where an edit lies outside the text, two overlap, or nothing is left. */
export function editedText(
  text: string,
  edits: readonly TextEdit[],
): Result<{ readonly text: string; readonly steps: readonly (readonly TextEdit[])[] }> {
  const typed = edits.map((edit) => ({ ...edit, text: toNfc(edit.text) }));
  const ordered = orderedEdits(text.length, typed);
  if (!ordered)
    return fail('BAD_REQUEST', 'Chỗ sửa nằm ngoài nội dung kế hoạch hoặc đè lên nhau; hãy tải lại trang.');
  const narrowed = narrowedEdits(text, ordered);
  const replaced = applyEdits(text, narrowed);
  const tidying = tidyingEdits(replaced);
  const result = applyEdits(replaced, tidying);
  if (!/\p{L}/u.test(result))
    return fail('BAD_REQUEST', 'Kế hoạch không thể để trống: phải còn ít nhất một dòng chữ.');
  if (result.length > MAX_PASTED_TEXT)
    return fail('BAD_REQUEST', 'Nội dung kế hoạch dài quá 1 triệu ký tự nên không ghi được.');
  return ok({ text: result, steps: [narrowed, tidying] });
}

export interface ReplacedText extends ReadingOutcome {
  readonly textHash: string;
}

/** Header fields that a person corrected, but whose words in the text are others now: the text says them again. */
function stillTouched(standing: Plan, before: Plan, after: Plan): string[] {
  return standing.touched.filter((field) => {
    const [was, is] = [before[field as keyof Plan], after[field as keyof Plan]];
    return JSON.stringify(was) === JSON.stringify(is);
  });
}

/**
 * Writes the text `steps` lead to into the draft: plan, items and the document's title. CONFLICT where the plan's text is
 * no longer the one that the edits were made for.
 */
export function replaceText(
  draft: Draft<DossierTables>,
  input: {
    readonly dossierId: string;
    readonly textHash: string;
    readonly edits: readonly TextEdit[];
    readonly now: Instant;
  },
  tools: ReadingTools,
): Result<ReplacedText> {
  const standing = draft.get('plan', PLAN_ID);
  if (!standing) return fail('NOT_FOUND', 'Không tìm thấy hồ sơ này.');
  if (standing.textHash !== input.textHash) return fail('CONFLICT', STALE_TEXT);
  const edited = editedText(editableText(standing), input.edits);
  if (!edited.ok) return edited;
  const { plan: parsed, text } = readPlan(sourceFromLines(edited.value.text));
  const source: PlanSourceInfo = {
    parsed,
    text,
    textHash: tools.hash(text),
    sourceFile: null,
    sourceName: standing.sourceName,
    ruleProfileId: standing.ruleProfileId,
    now: input.now,
  };
  const next: Plan = { ...planAfter(standing, source), composed: true };
  draft.put('plan', next);
  const outcome = followReading(draft, parsed, edited.value.steps, tools);
  const document = draft.get('documents', input.dossierId);
  if (document && document.title !== next.title) draft.put('documents', { ...document, title: next.title });
  return ok({ ...outcome, textHash: source.textHash });
}

/** The plan's record after its words became `source`: what a person corrected stays where the words still say the same. */
export function planAfter(standing: Plan, source: PlanSourceInfo): Plan {
  const touched = stillTouched(
    standing,
    newPlan({ ...source, parsed: standing.parsed }),
    newPlan({ ...source, parsed: source.parsed }),
  );
  return rereadPlan({ ...standing, touched }, source);
}

/** Brings the draft's items to a text that came from the standing one by `steps`, and reads it into them. */
export function followReading(
  draft: Draft<DossierTables>,
  parsed: ParsedPlan,
  steps: readonly (readonly TextEdit[])[],
  tools: ReadingTools,
): ReadingOutcome {
  const fresh = itemsFromParsed(parsed, tools);
  const followed = followEdits(draft.list('items'), fresh, steps);
  takeOut(draft, followed.removed);
  for (const item of followed.standing) draft.put('items', item);
  const outcome = applyReading(draft, fresh);
  return { ...outcome, removed: outcome.removed + followed.removed.length };
}

/** Items whose words are gone; what a person had put under such a unit stays, without one. */
function takeOut(draft: Draft<DossierTables>, removed: readonly PlanItem[]): void {
  const gone = new Set(removed.map(({ id }) => id));
  for (const id of gone) draft.remove('items', id);
  for (const item of draft.list('items'))
    if (item.kind === 'task' && item.assignmentId !== null && gone.has(item.assignmentId))
      draft.put('items', { ...item, assignmentId: null });
}
