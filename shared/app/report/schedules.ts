/** A whole schedule: proposed from the plan and the office's settings, saved as a person confirmed it, taken back. */
import { activeUnits } from '../../domain/office/directory';
import { isPlainDate } from '../../date/plain-date';
import { periodsOfCycle, type Cycle } from '../../domain/report/cycles';
import { askedUnits, entryMap, expectedUnits, isActiveOn } from '../../domain/report/expected-units';
import { dueRulesIn } from '../../domain/report/due-words';
import { defaultCodes } from '../../domain/report/indicators';
import type { PeriodId } from '../../domain/report/model';
import { planDuty, type PlanDuty } from '../../domain/report/plan-duty';
import { periodNameInText } from '../../domain/report/periods';
import { proposeDue, proposePeriod } from '../../domain/report/propose';
import {
  removePeriod as remove,
  saveSchedule as save,
  type ConfirmedPeriod,
} from '../../domain/report/save-schedule';
import { fail, ok, type Result } from '../../result';
import type { ScheduleProposal } from '../../rpc/contract/schedule';
import { changeDossier, nowOf, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { defaultsOf } from './defaults';
import { loadReporting, resolveUnits, type Reporting } from './reporting';

/** Asks as the caller names them, with ids of units that exist on the day. */
export function resolveAsks(
  office: Reporting['office'],
  asks: readonly { readonly units: readonly string[]; readonly indicators: readonly string[] }[],
  day: string,
): Result<{ unitIds: string[]; indicators: string[] }[]> {
  const out: { unitIds: string[]; indicators: string[] }[] = [];
  for (const { units, indicators } of asks) {
    const unitIds = resolveUnits(office, units, day);
    if (!unitIds.ok) return unitIds;
    out.push({ unitIds: unitIds.value, indicators: [...indicators] });
  }
  return ok(out);
}

/** What the plan's reporting sentences say, as of a day. */
export function dutyOf({ office, dossier, ...reporting }: Reporting, day: string): PlanDuty {
  const defaults = defaultsOf({ office });
  return planDuty(dossier.view.list('items'), {
    entries: office.entries,
    place: office.profile.place,
    day,
    receivers: [
      office.profile.issuingBody,
      reporting.plan.issuingBody ?? '',
      ...office.profile.archiveCode.split(/[,;]/u),
      defaults.via,
      defaults.receivedBy,
      defaults.consolidatedBy,
    ].map((name) => name.trim()),
  });
}

type Owing = Pick<ScheduleProposal, 'unitIds' | 'unitsFrom' | 'indicators' | 'asks'>;

/**
 * Who would owe what: as the request stands, else as the plan says, else every active unit but those who take the
 * reports in, with the default list.
 */
export function proposeOwing(
  { office, catalogue, dossier }: Reporting,
  duty: PlanDuty,
  like: PeriodId | null,
  day: string,
): Owing {
  const standing = like === null ? undefined : dossier.view.get('periods', like);
  if (standing) {
    const entries = entryMap(office.entries);
    const unitIds = askedUnits(standing, entries).filter((id) => {
      const unit = entries.get(id);
      return unit !== undefined && isActiveOn(unit, standing.lastDay);
    });
    return {
      unitIds,
      unitsFrom: 'standing',
      indicators: [...standing.indicators],
      asks: standing.asks.map((ask) => ({ unitIds: [...ask.unitIds], indicators: [...ask.indicators] })),
    };
  }
  return {
    // Who takes the reports in does not report to itself: never preselected, but there for a person to tick.
    unitIds: duty.unitIds
      ? [...duty.unitIds]
      : activeUnits(office.entries, day)
          .map(({ id }) => id)
          .filter((id) => !duty.receivers.includes(id)),
    unitsFrom: duty.unitIds ? 'plan' : 'office',
    indicators: defaultCodes(catalogue),
    asks: [],
  };
}

export function proposeSchedule(app: App): Handler<'report.proposeSchedule'> {
  return async ({ dossierId, cycle, first, last, due }) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const { office, dossier } = reporting.value;
    const ids = periodsOfCycle(cycle, first, last);
    if (!ids)
      return fail(
        'BAD_REQUEST',
        'Kỳ đầu và kỳ cuối phải cùng chu kỳ, kỳ đầu không sau kỳ cuối, nhiều nhất 120 kỳ.',
        { fieldErrors: { last: 'Chọn kỳ cuối cùng chu kỳ, không trước kỳ đầu.' } },
      );
    const defaults = defaultsOf(reporting.value);
    const { today } = nowOf(app);
    const { view } = dossier;
    const holidays = office.loaded.view.list('holidays');
    const reports = view.list('reports');
    const start = proposePeriod(first, defaults, holidays, today);
    const duty = dutyOf(reporting.value, start.proposedLastDay);
    const said = due === null ? duty.sentences : [{ text: due, rules: dueRulesIn(due), cycles: [] }];
    const proposed = ids.map((id) => proposeDue(id, cycle, defaults, said, holidays, today));
    const unread = due === null ? undefined : proposed.find(({ sentence }) => sentence === null);
    if (unread)
      return fail(
        'BAD_REQUEST',
        `“${due ?? ''}” không cho biết hạn báo cáo ${periodNameInText(unread.period)}. Ghi như trong kế hoạch, ví dụ “ngày 20 tháng cuối quý”, “ngày 07 tháng sau”.`,
        { fieldErrors: { due: 'Không đọc được ngày hạn.' } },
      );
    const periods = proposed.map((row) => ({
      ...row,
      standing: view.get('periods', row.period) ?? null,
      reports: reports.filter(({ period, state }) => period === row.period && state === 'received').length,
    }));
    const standing = periods.findLast((row) => row.standing !== null)?.standing ?? null;
    // Drawing a schedule on: the same units and figures as the period of its kind that was asked last.
    const like = standing ?? lastOfCycle(reporting.value, cycle);
    return ok({
      periods,
      ...proposeOwing(reporting.value, duty, like?.id ?? null, start.proposedLastDay),
      sentences: duty.sentences.map(({ text, unitIds, unknown }) => ({
        text,
        unitIds: [...unitIds],
        unknown,
      })),
      receivers: [...duty.receivers],
      via: standing?.via ?? duty.via ?? defaults.via,
      receivedBy: standing?.receivedBy ?? defaults.receivedBy,
      consolidatedBy: standing?.consolidatedBy ?? defaults.consolidatedBy,
      request: standing?.request ?? null,
    });
  };
}

function lastOfCycle({ dossier }: Reporting, cycle: Cycle) {
  const schedule = dossier.view.list('schedules').findLast((one) => one.cycle === cycle && cycle !== 'once');
  return schedule ? dossier.view.get('periods', schedule.last) : undefined;
}

export function saveSchedule(app: App): Handler<'report.saveSchedule'> {
  return async (input, context) => {
    const reporting = await loadReporting(app, input.dossierId);
    if (!reporting.ok) return reporting;
    const { office, catalogue, dossier } = reporting.value;
    const { now, today } = nowOf(app);
    const defaults = defaultsOf(reporting.value);
    const holidays = office.loaded.view.list('holidays');
    const periods: ConfirmedPeriod[] = [];
    for (const row of input.periods) {
      const unreal = [row.lastDay, row.from, row.to, row.dueToCity].find(
        (day) => day !== null && !isPlainDate(day),
      );
      if (unreal)
        return fail('BAD_REQUEST', `Ngày “${unreal}” không có thật.`, {
          fieldErrors: { periods: 'Có ngày không có thật.' },
        });
      const units = resolveUnits(office, input.units, row.lastDay);
      if (!units.ok) return units;
      const asks = resolveAsks(office, input.asks, row.lastDay);
      if (!asks.ok) return asks;
      const standing = dossier.view.get('periods', row.period);
      const covered = standing ?? proposePeriod(row.period, defaults, holidays, today);
      periods.push({
        period: row.period,
        from: row.from ?? covered.from,
        to: row.to ?? covered.to,
        lastDay: row.lastDay,
        time: row.time,
        dueToCity: row.dueToCity,
        unitIds: units.value,
        asks: asks.value.filter(({ unitIds }) => unitIds.length > 0),
      });
    }
    if (input.scheduleId !== null && !dossier.view.get('schedules', input.scheduleId))
      return fail('NOT_FOUND', 'Không tìm thấy lịch báo cáo này; có thể lịch đã được bỏ. Hãy mở lại hồ sơ.');
    const id = input.scheduleId ?? app.ports.ids.next();
    const duty = dutyOf(reporting.value, today);
    const done = await changeDossier(app, context, input.dossierId, 'report.saveSchedule', (draft) =>
      save(
        draft,
        {
          id,
          cycle: input.cycle,
          periods,
          indicators: input.indicators,
          via: (input.via ?? duty.via ?? defaults.via).trim(),
          receivedBy: (input.receivedBy ?? defaults.receivedBy).trim(),
          consolidatedBy: (input.consolidatedBy ?? defaults.consolidatedBy).trim(),
          request: input.request,
        },
        { now, entries: office.entries, catalogue, defaults },
      ),
    );
    if (!done.ok) return done;
    const entries = entryMap(office.entries);
    return ok({
      revision: done.value.revision,
      scheduleId: id,
      periods: done.value.reply.periods.map((period) => ({
        period: period.id,
        lastDay: period.lastDay,
        expected: expectedUnits(period, entries).length,
      })),
    });
  };
}

export function removePeriod(app: App): Handler<'report.removePeriod'> {
  return async ({ dossierId, period }, context) =>
    revisionOf(
      await changeDossier(app, context, dossierId, 'report.removePeriod', (draft) => remove(draft, period)),
    );
}
