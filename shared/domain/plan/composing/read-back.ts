/** What a plan's data are, and whether edits of its text change them as asked and nothing else. */
import { fail, ok, type Result } from '../../../result';
import type { ParsedPlan } from '../parsed';
import { readPlan } from '../reading/read-plan';
import { sourceFromLines } from '../reading/source-from-lines';
import { applyEdits, orderedEdits, type TextEdit } from './text-edits';

export interface TaskData {
  readonly text: string;
  readonly lastDay: string | null;
}
export interface UnitData {
  readonly unit: string;
  readonly tasks: readonly TaskData[];
}
export interface RecipientData {
  readonly name: string;
  readonly purpose: string | null;
}
/** The parts of a plan that are edited as data. */
export interface PlanData {
  readonly units: readonly UnitData[];
  readonly recipients: readonly RecipientData[];
}

export function readLines(text: string): ParsedPlan {
  return readPlan(sourceFromLines(text)).plan;
}

export function dataOf(plan: ParsedPlan): PlanData {
  return {
    units: plan.assignments.map(({ unit, tasks }) => ({
      unit,
      tasks: tasks.map(({ text, lastDay }) => ({ text, lastDay })),
    })),
    recipients: plan.recipients.map(({ name, purpose }) => ({ name, purpose })),
  };
}

/** Everything that an edit of the data must leave as it is. */
function rest(plan: ParsedPlan): unknown {
  const { header, kind, title, opening, basis, closing, archive, signer, unclassified } = plan;
  return {
    header,
    kind,
    title,
    opening,
    basis: basis.map(({ kind: documentKind, number, date, issuer }) => [documentKind, number, date, issuer]),
    closing,
    archive,
    signer,
    unclassified,
    sections: plan.sections.map((section) => section.title),
  };
}

/**
 * The first of the candidates after which the text reads as `wanted`, with all else as it was. BAD_REQUEST when none
 * does: then the words say something else to a reader than what was asked, and nothing is written.
 */
export function readingBack(
  text: string,
  candidates: readonly (readonly TextEdit[])[],
  wanted: PlanData,
  options: { readonly newSection?: boolean } = {},
): Result<readonly TextEdit[]> {
  const before = rest(readLines(text)) as { sections: unknown };
  const want = JSON.stringify(wanted);
  for (const candidate of candidates) {
    const edits = orderedEdits(text.length, candidate);
    if (!edits) continue;
    const plan = readLines(applyEdits(text, edits));
    const after = rest(plan) as { sections: unknown };
    const others = options.newSection === true ? { ...after, sections: before.sections } : after;
    if (JSON.stringify(dataOf(plan)) === want && JSON.stringify(others) === JSON.stringify(before))
      return ok(edits);
  }
  return fail(
    'BAD_REQUEST',
    'Ghi như vậy thì câu chữ trong kế hoạch sẽ được hiểu khác với điều anh chị nhập, nên chưa ghi gì. Hãy sửa lại lời (tên đơn vị gọn, nhiệm vụ bắt đầu bằng động từ), hoặc sửa trực tiếp ở phần Nội dung.',
  );
}
