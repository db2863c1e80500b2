/**
 * A schedule and its periods, as a person confirmed them: all in one change or none. domain.md §5 "Periods": nobody
 * owes the same figure twice, nothing moves silently.
 */
import { formatDate } from '../../date/plain-date';
import type { PlainDate } from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok } from '../../result';
import type { Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import type { ReportDefaults } from '../office/model';
import type { Asked } from './asks';
import type { Cycle } from './cycles';
import type { PeriodId, ReportPeriod } from './model';
import type { ReportSchedule } from './obligation-model';
import { comparePeriods, periodNameInText } from './periods';
import { notScheduled, schedulePeriod } from './schedule-commands';
import type { ScheduleCommand, ScheduleContext } from './schedule-commands';

/** One period with the days that a person confirmed, and the units that it asks. */
export type ConfirmedPeriod = Pick<
  ScheduleCommand,
  'period' | 'from' | 'to' | 'lastDay' | 'time' | 'unitIds'
> & {
  readonly dueToCity: PlainDate | null;
  readonly asks: readonly Asked[];
};

export interface SaveScheduleCommand {
  /** One that stands and is changed or drawn on; else the id of a new one. */
  readonly id: string;
  readonly cycle: Cycle;
  readonly periods: readonly ConfirmedPeriod[];
  /** Codes of the units that no ask names. */
  readonly indicators: readonly string[];
  readonly via: string;
  readonly receivedBy: string;
  readonly consolidatedBy: string;
  /** Ad hoc: what the superior asked. */
  readonly request: ReportPeriod['request'];
}

export interface SaveScheduleContext extends ScheduleContext {
  readonly defaults: ReportDefaults;
}

/** Makes or changes the schedule. Periods that stand are changed, those not named are left as they are. */
export function saveSchedule(
  draft: Draft<DossierTables>,
  command: SaveScheduleCommand,
  context: SaveScheduleContext,
): Result<{ readonly schedule: ReportSchedule; readonly periods: readonly ReportPeriod[] }> {
  const { defaults, now } = context;
  const ids = command.periods.map(({ period }) => period);
  const double = ids.find((id, index) => ids.indexOf(id) !== index);
  if (double !== undefined)
    return fail('BAD_REQUEST', `Danh sách có hai lần ${periodNameInText(double)}; bỏ bớt một dòng.`);
  if (command.cycle === 'once' && ids.length !== 1)
    return fail('BAD_REQUEST', 'Yêu cầu một lần chỉ có một kỳ. Chọn chu kỳ khác nếu cần nhiều kỳ.');
  const saved: ReportPeriod[] = [];
  for (const confirmed of command.periods) {
    const standing = draft.get('periods', confirmed.period);
    const moved = standing ? movedUnderReports(draft, standing, confirmed) : null;
    if (moved) return moved;
    const period = schedulePeriod(
      draft,
      {
        ...confirmed,
        indicators: command.indicators,
        cumulativeFrom: standing?.cumulativeFrom ?? defaults.cumulativeFrom,
        via: command.via,
        receivedBy: command.receivedBy,
        consolidatedBy: command.consolidatedBy,
        scheduleId: command.id,
        request: command.request,
      },
      context,
    );
    if (!period.ok) return period;
    saved.push(period.value);
  }
  const all = draft.list('periods').filter((period) => period.scheduleId === command.id);
  const range = ends(all);
  const last = saved.at(-1);
  if (!range || !last) return fail('BAD_REQUEST', 'Chọn ít nhất một kỳ báo cáo.');
  const standing = draft.get('schedules', command.id);
  const schedule: ReportSchedule = {
    id: command.id,
    cycle: standing?.cycle ?? command.cycle,
    ...range,
    cutOffDay: standing?.cutOffDay ?? defaults.cutOffDay,
    dueDayToWard: standing?.dueDayToWard ?? defaults.dueDayToWard,
    dueDayToCity: standing?.dueDayToCity ?? defaults.dueDayToCity,
    indicators: last.indicators,
    unitIds: [...new Set(saved.flatMap((period) => period.unitIds))],
    asks: last.asks,
    createdAt: standing?.createdAt ?? now,
  };
  draft.put('schedules', schedule);
  return ok({ schedule, periods: saved });
}

function ends(
  periods: readonly ReportPeriod[],
): { readonly first: PeriodId; readonly last: PeriodId } | null {
  const ordered = periods.map(({ id }) => id).sort(comparePeriods);
  const [first, last] = [ordered[0], ordered.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** Reports that came in say what happened on the days that were asked: those days stay. */
function movedUnderReports(
  draft: Draft<DossierTables>,
  standing: ReportPeriod,
  confirmed: ConfirmedPeriod,
): Result<never> | null {
  if (standing.from === confirmed.from && standing.to === confirmed.to) return null;
  const count = draft
    .list('reports')
    .filter(({ period, state }) => period === standing.id && state === 'received').length;
  if (count === 0) return null;
  return fail(
    'CONFLICT',
    `${count} đơn vị đã báo cáo ${periodNameInText(standing.id)} với số liệu từ ${formatDate(standing.from)} đến ${formatDate(standing.to)}; không đổi khoảng ngày này được nữa. Giữ nguyên khoảng ngày của kỳ này.`,
    { details: { period: standing.id, reports: count } },
  );
}

/** Takes a period back that nobody has reported for; the schedule shrinks, and goes with its last period. */
export function removePeriod(draft: Draft<DossierTables>, id: PeriodId): Result<null> {
  const period = draft.get('periods', id);
  if (!period) return notScheduled(id);
  const name = periodNameInText(id);
  const reports = draft.list('reports').filter((report) => report.period === id).length;
  if (reports > 0)
    return fail(
      'CONFLICT',
      `Không bỏ được yêu cầu báo cáo ${name}: đã có ${reports} đơn vị nộp báo cáo. Sửa yêu cầu nếu cần đổi hạn hoặc đơn vị.`,
      { details: { period: id, reports } },
    );
  if (draft.list('consolidations').some((record) => record.period === id))
    return fail('CONFLICT', `Không bỏ được yêu cầu báo cáo ${name}: kỳ này đã chốt số liệu.`, {
      details: { period: id },
    });
  draft.remove('periods', id);
  const schedule = period.scheduleId === null ? undefined : draft.get('schedules', period.scheduleId);
  if (!schedule) return ok(null);
  const range = ends(draft.list('periods').filter(({ scheduleId }) => scheduleId === schedule.id));
  if (range) draft.put('schedules', { ...schedule, ...range });
  else draft.remove('schedules', schedule.id);
  return ok(null);
}
