/** `report schedule --cycle … --until …`: a whole series of periods in one change. */
import { isPlainDate, isWeekend, formatDate, weekdayName } from '../../../shared/date/plain-date';
import { cycleOf, type Cycle } from '../../../shared/domain/report/cycles';
import { UsageError } from '../errors';
import type { ScheduleProposal } from '../../../shared/rpc/contract/schedule';
import type { Session } from '../session';
import type { Arguments, Outcome } from '../verb';
import { readAsks } from './report-files';
import { unreviewedWords } from './unreviewed';

export const CYCLES = [
  'month',
  'quarter',
  'half',
  'nine-months',
  'year',
  'once',
] as const satisfies readonly Cycle[];

function cycleNamed(name: string | undefined, period: string): Cycle {
  if (name === undefined) return cycleOf(period);
  const cycle = CYCLES.find((each) => each === name);
  if (!cycle) throw new UsageError(`Chu kỳ “${name}” không có; chọn một trong: ${CYCLES.join(', ')}.`);
  return cycle;
}

interface MovedDay {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/** Due days that are others than the rule gives, or than stood until now. */
function movedDays(row: ScheduleProposal['periods'][number], lastDay: string): MovedDay[] {
  const { period, dueDay, reason, standing } = row;
  const to = lastDay;
  if (standing && standing.lastDay !== to)
    return [{ period, from: standing.lastDay, to, why: 'thay hạn đã giao trước đây' }];
  if (standing || dueDay === to) return [];
  if (to !== row.proposedLastDay) return [{ period, from: dueDay, to, why: 'theo --due' }];
  return [{ period, from: dueDay, to, why: reason ?? `${weekdayName(dueDay)} là ngày nghỉ` }];
}

/** "Giữ hạn vào ngày nghỉ: …" of days that no rule moved; empty text where it is no weekend. */
export function weekendKept(period: string, lastDay: string): readonly string[] {
  return isPlainDate(lastDay) && isWeekend(lastDay)
    ? [`? ${period}: giữ hạn vào ngày nghỉ, ${weekdayName(lastDay)} ${formatDate(lastDay)}.`]
    : [];
}

/** Days as the plan, the office's settings or `--due` say, each moved to a working day; all periods or none. */
export async function scheduleSeries(session: Session, args: Arguments): Promise<Outcome> {
  for (const option of ['from', 'to', 'due-to-city'])
    if (args.text(option) !== undefined)
      throw new UsageError(`--${option} chỉ dùng khi yêu cầu một kỳ (không có --cycle, --until).`);
  const dossierId = args.positional(0);
  const first = args.required('period');
  const last = args.text('until') ?? first;
  const cycle = cycleNamed(args.text('cycle'), first);
  const due = args.text('due') ?? null;
  const onDay = due !== null && isPlainDate(due) ? due : null;
  if (onDay !== null && first !== last)
    throw new UsageError('Nhiều kỳ không thể chung một ngày hạn; ghi --due như “ngày 20 tháng cuối quý”.');
  const proposal = await session.query('report.proposeSchedule', {
    dossierId,
    cycle,
    first,
    last,
    due: onDay === null ? due : null,
  });
  const units = args.list('units');
  const asks = args.text('asks');
  const time = args.text('time') ?? null;
  const reply = await session.command('report.saveSchedule', {
    dossierId,
    scheduleId: proposal.periods.find(({ standing }) => standing?.scheduleId)?.standing?.scheduleId ?? null,
    cycle,
    periods: proposal.periods.map((row) => ({
      period: row.period,
      // What stands keeps its days unless others are named.
      lastDay: onDay ?? (due === null ? row.standing?.lastDay : undefined) ?? row.proposedLastDay,
      dueToCity: row.standing?.dueToCity ?? row.proposedDueToCity,
      time: time ?? row.standing?.time ?? null,
    })),
    indicators: args.list('indicators') ?? proposal.indicators,
    asks:
      asks !== undefined
        ? await readAsks(session.resolvePath(asks))
        : args.list('indicators')
          ? []
          : proposal.asks.map(({ unitIds, indicators }) => ({ units: unitIds, indicators })),
    units: units ? await session.entryIds(units) : proposal.unitIds,
    via: args.text('via') ?? proposal.via,
    receivedBy: proposal.receivedBy,
    consolidatedBy: proposal.consolidatedBy,
    request: proposal.request,
  });
  const moved = reply.periods.flatMap(({ period, lastDay }) => {
    const row = proposal.periods.find((each) => each.period === period);
    return row ? movedDays(row, lastDay) : [];
  });
  const warnings = await unreviewedWords(session, dossierId);
  return {
    json: {
      cycle,
      ...reply,
      moved,
      weekends: reply.periods
        .filter(({ lastDay }) => isWeekend(lastDay))
        .map(({ period, lastDay }) => ({ period, lastDay })),
      warnings,
    },
    text: [
      `Đã yêu cầu ${reply.periods.length} kỳ.`,
      ...reply.periods.map(
        ({ period, lastDay, expected }) => `${period}: ${expected} đơn vị, hạn ${formatDate(lastDay)}.`,
      ),
      ...moved.map(
        ({ period, from, to, why }) =>
          `! ${period}: hạn dời từ ${formatDate(from)} đến ${formatDate(to)} (${why}).`,
      ),
      ...reply.periods.flatMap(({ period, lastDay }) => weekendKept(period, lastDay)),
      ...warnings.map((words) => `! ${words}`),
    ].join('\n'),
  };
}
