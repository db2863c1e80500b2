/** Keeping what was done to chase, as evidence with its day. */
import { formatDate, type Instant, type PlainDate } from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import type { ChaseRecord } from './follow-up-model';

export type ChaseEvidence = Omit<ChaseRecord, 'id' | 'period' | 'unitIds' | 'at' | 'by'>;

export interface RecordChaseContext {
  readonly now: Instant;
  readonly today: PlainDate;
  readonly by: string;
  nextId(): string;
}

/** One record a period: who was chased, at which level, on which day, by what, with which kept file. */
export function recordChase(
  draft: Draft<DossierTables>,
  command: {
    readonly periods: readonly { readonly period: string; readonly unitIds: readonly string[] }[];
    readonly evidence: ChaseEvidence;
  },
  context: RecordChaseContext,
): Result<readonly ChaseRecord[]> {
  const { evidence } = command;
  if (evidence.on > context.today)
    return fail(
      'BAD_REQUEST',
      `Ngày đôn đốc ${formatDate(evidence.on)} sau hôm nay; chỉ ghi việc đã làm. Hãy chọn lại ngày.`,
      { fieldErrors: { on: 'Không chọn ngày sau hôm nay.' } },
    );
  const records: ChaseRecord[] = [];
  for (const { period, unitIds } of command.periods) {
    if (!draft.get('periods', period) && !draft.get('planRequests', period))
      return fail('NOT_FOUND', 'Hồ sơ không có kỳ báo cáo hoặc yêu cầu kế hoạch này.', {
        details: { period },
      });
    const record: ChaseRecord = {
      ...evidence,
      id: context.nextId(),
      period,
      unitIds: [...unitIds],
      at: context.now,
      by: context.by,
    };
    draft.put('chases', record);
    records.push(record);
  }
  return ok(records);
}
