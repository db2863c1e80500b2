import { assignmentEdits } from '../../domain/plan/composing/assignment-edits';
import { NUMBERING_STYLES, renumbered } from '../../domain/plan/composing/numbering';
import { readLines } from '../../domain/plan/composing/read-back';
import { recipientEdits } from '../../domain/plan/composing/recipient-edits';
import { editableText } from '../../domain/plan/composing/replace-text';
import { sectionEdits } from '../../domain/plan/composing/section-edits';
import { applyEdits, type TextEdit } from '../../domain/plan/composing/text-edits';
import { PLAN_ID, type PlanItem } from '../../domain/plan/model';
import type { ParsedPlan, SourceSpan } from '../../domain/plan/parsed';
import { fail, ok, type Result } from '../../result';
import type { OutputOf } from '../../rpc/contract';
import type { PlanChange } from '../../rpc/contract/composing';
import { compareTexts } from '../../text/compare-texts';
import { loadDossier, type App } from '../application';
import type { Handler } from '../handlers';
import { comparedRow, ROWS_SHOWN } from './compared-row';

const NOT_IN_TEXT =
  'Mục này không đứng riêng trong nội dung kế hoạch (được thêm tay, đã tách, gộp, hoặc lấy từ bảng), nên không sửa qua đây được. Hãy sửa ở phần Nội dung hoặc Rà soát.';

interface Proposed {
  readonly edits: readonly TextEdit[];
  readonly notes: readonly string[];
}

const plain = (edits: Result<readonly TextEdit[]>): Result<Proposed> =>
  edits.ok ? ok({ edits: edits.value, notes: [] }) : edits;

const stands = (item: PlanItem, source: SourceSpan | undefined): boolean =>
  source !== undefined && item.source?.start === source.start && item.source.end === source.end;

interface TaskPlace {
  readonly unit: number;
  readonly task: number;
}

function unitPlace(plan: ParsedPlan, item: PlanItem): number {
  return plan.assignments.findIndex(({ source }) => stands(item, source));
}

function taskPlace(plan: ParsedPlan, item: PlanItem): TaskPlace | null {
  for (const [unit, { tasks }] of plan.assignments.entries()) {
    const task = tasks.findIndex(({ source }) => stands(item, source));
    if (task >= 0) return { unit, task };
  }
  return null;
}

function proposal(text: string, items: readonly PlanItem[], change: PlanChange): Result<Proposed> {
  if (change.kind === 'moveSection' || change.kind === 'removeSection' || change.kind === 'addSection')
    return plain(sectionEdits(text, change));
  if (change.kind === 'renumber') return renumbering(text, change.style);
  if (change.kind === 'addUnit') return plain(assignmentEdits(text, change));
  if (change.kind === 'addRecipient') return plain(recipientEdits(text, change));
  const item = items.find(({ id }) => id === change.itemId);
  if (!item) return fail('NOT_FOUND', 'Không tìm thấy mục này trong kế hoạch; hãy tải lại trang.');
  const plan = readLines(text);
  const unit = unitPlace(plan, item);
  const task = taskPlace(plan, item);
  const recipient = plan.recipients.findIndex(({ source }) => stands(item, source));
  const refusal = fail('CONFLICT', NOT_IN_TEXT);
  switch (change.kind) {
    case 'renameUnit':
      return unit < 0
        ? refusal
        : plain(assignmentEdits(text, { kind: 'renameUnit', unit, name: change.name }));
    case 'removeUnit':
      return unit < 0 ? refusal : plain(assignmentEdits(text, { kind: 'removeUnit', unit }));
    case 'moveUnit':
      return unit < 0 ? refusal : plain(assignmentEdits(text, { kind: 'moveUnit', unit, by: change.by }));
    case 'addTask':
      return unit < 0 ? refusal : plain(assignmentEdits(text, { kind: 'addTask', unit, task: change.task }));
    case 'editTask':
      return task ? plain(assignmentEdits(text, { kind: 'editTask', ...task, to: change.to })) : refusal;
    case 'removeTask':
      return task ? plain(assignmentEdits(text, { kind: 'removeTask', ...task })) : refusal;
    case 'moveTask':
      return task ? plain(assignmentEdits(text, { kind: 'moveTask', ...task, by: change.by })) : refusal;
    case 'editRecipient':
      return recipient < 0
        ? refusal
        : plain(
            recipientEdits(text, {
              kind: 'editRecipient',
              recipient,
              name: change.name,
              purpose: change.purpose,
            }),
          );
    case 'removeRecipient':
      return recipient < 0 ? refusal : plain(recipientEdits(text, { kind: 'removeRecipient', recipient }));
    case 'moveRecipient':
      return recipient < 0
        ? refusal
        : plain(recipientEdits(text, { kind: 'moveRecipient', recipient, by: change.by }));
  }
}

function renumbering(text: string, styleId: string): Result<Proposed> {
  const style = NUMBERING_STYLES.find(({ id }) => id === styleId);
  if (!style) return fail('BAD_REQUEST', 'Không có kiểu đánh số này.');
  const result = renumbered(text, style);
  if (!result)
    return fail(
      'CONFLICT',
      `Không đánh số lại theo kiểu ${style.name} được: có chỗ sẽ bị hiểu thành mục khác (câu mở đầu bằng số, hoặc quá nhiều mục cùng cấp). Hãy chọn kiểu khác hoặc sửa tay.`,
    );
  return ok({ edits: result.edits, notes: result.mentions });
}

/** How a change would be written into the text; nothing is kept. */
export function proposeEdits(app: App): Handler<'plan.proposeEdits'> {
  return async ({ dossierId, change }): Promise<Result<OutputOf<'plan.proposeEdits'>>> => {
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    const { view } = loaded.value;
    const plan = view.get('plan', PLAN_ID);
    if (!plan) return fail('NOT_FOUND', 'Không tìm thấy hồ sơ này.');
    const text = editableText(plan);
    const proposed = proposal(text, view.list('items'), change);
    if (!proposed.ok) return proposed;
    const edits = [...proposed.value.edits].sort((one, other) => one.start - other.start);
    const rows = compareTexts(text, applyEdits(text, edits)).filter(({ kind }) => kind !== 'same');
    return ok({
      textHash: plan.textHash,
      edits: edits.map((edit) => ({ ...edit })),
      preview: rows.slice(0, ROWS_SHOWN).map(comparedRow),
      notes: [...proposed.value.notes],
    });
  };
}
