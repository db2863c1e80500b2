/** What the records of a commit must satisfy before a line is written. */
import { fieldErrorsOf } from '../../../shared/app/validation';
import { issueWords } from '../../../shared/i18n/issue-words';
import { TABLE_LABEL } from '../../../shared/i18n/table-labels';
import type { Change, Tables, WithId } from '../../../shared/records';
import { sameJson } from '../../../shared/records';
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import { AGGREGATES } from '../../../shared/schema/aggregates';
import type { AggregateKind } from '../../../shared/schema/aggregates';

/**
 * The changes with every record parsed by its table's schema (defaults filled in) and detached from the caller's
 * objects, exactly as JSON will give them back. Changes that parsing shows to be none are left out.
 * BAD_REQUEST with the table, record and field where a record does not fit its schema.
 */
export function validateChanges(kind: AggregateKind, changes: readonly Change[]): Result<readonly Change[]> {
  const tables: Tables = AGGREGATES[kind].tables;
  const out: Change[] = [];
  for (const change of changes) {
    const schema = tables[change.table];
    if (!schema) return fail('BAD_REQUEST', `Không có bảng dữ liệu “${change.table}” trong loại “${kind}”.`);
    if (change.after === null) {
      out.push(change);
      continue;
    }
    const parsed = schema.safeParse(change.after);
    if (!parsed.success) {
      const fieldErrors = fieldErrorsOf(parsed.error);
      const [message = ''] = Object.values(fieldErrorsOf(parsed.error, undefined, issueWords));
      return fail(
        'BAD_REQUEST',
        `Có chỗ ghi chưa đúng ở phần “${TABLE_LABEL[change.table] ?? change.table}”: ${message} Chưa có gì được ghi.`,
        { fieldErrors, details: { table: change.table, id: change.id } },
      );
    }
    const after = JSON.parse(JSON.stringify(parsed.data)) as WithId;
    if (after.id !== change.id)
      return fail(
        'BAD_REQUEST',
        `Mục “${change.id}” của bảng “${change.table}” mang một mã khác: “${after.id}”.`,
      );
    if (!sameJson(change.before, after)) out.push({ ...change, after });
  }
  return ok(out);
}
