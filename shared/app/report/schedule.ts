/** Asking for a period's reports. */
import { activeUnits } from '../../domain/office/directory';
import { isPlainDate } from '../../date/plain-date';
import { entryMap, expectedUnits } from '../../domain/report/expected-units';
import { cycleOf } from '../../domain/report/cycles';
import { defaultCodes } from '../../domain/report/indicators';
import { proposeDue, proposePeriod } from '../../domain/report/propose';
import { extendPeriod, schedulePeriod } from '../../domain/report/schedule-commands';
import type { Asked } from '../../domain/report/asks';
import type { ReportPeriod } from '../../domain/report/model';
import { fail, ok, type Result } from '../../result';
import { changeDossier, nowOf, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { defaultsOf } from './defaults';
import { loadReporting, resolveUnit, resolveUnits } from './reporting';
import { dutyOf, proposeOwing, resolveAsks } from './schedules';

export function proposeReport(app: App): Handler<'report.propose'> {
  return async ({ dossierId, period }) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const { office, dossier } = reporting.value;
    const { today } = nowOf(app);
    const standing = dossier.view.get('periods', period);
    const defaults = defaultsOf(reporting.value);
    const duty = dutyOf(reporting.value, standing?.lastDay ?? today);
    const proposal = proposeDue(
      period,
      cycleOf(period),
      defaults,
      duty.sentences,
      office.loaded.view.list('holidays'),
      today,
    );
    const { unitIds, indicators } = proposeOwing(
      reporting.value,
      duty,
      period,
      standing?.lastDay ?? proposal.proposedLastDay,
    );
    const { from, to, dueDay, proposedLastDay, reason } = proposal;
    return ok({ from, to, dueDay, proposedLastDay, reason, unitIds, indicators });
  };
}

export function scheduleReport(app: App): Handler<'report.schedule'> {
  return async (input, context) => {
    for (const field of ['lastDay', 'from', 'to', 'dueToCity'] as const) {
      const day = input[field];
      if (day !== null && !isPlainDate(day))
        return fail('BAD_REQUEST', `Ngày “${day}” không có thật.`, {
          fieldErrors: { [field]: 'Ngày không có thật.' },
        });
    }
    const reporting = await loadReporting(app, input.dossierId);
    if (!reporting.ok) return reporting;
    const { office, catalogue } = reporting.value;
    const { now, today } = nowOf(app);
    const defaults = defaultsOf(reporting.value);
    const proposal = proposePeriod(input.period, defaults, office.loaded.view.list('holidays'), today);
    const named = input.units === null ? null : resolveUnits(office, input.units, input.lastDay);
    if (named && !named.ok) return named;
    const lists = input.asks === null ? null : resolveAsks(office, input.asks, input.lastDay);
    if (lists && !lists.ok) return lists;
    const { via } = dutyOf(reporting.value, input.lastDay);
    const done = await changeDossier(
      app,
      context,
      input.dossierId,
      'report.schedule',
      (draft): Result<ReportPeriod> => {
        const standing = draft.get('periods', input.period);
        const unitIds =
          named?.value ?? standing?.unitIds ?? activeUnits(office.entries, input.lastDay).map(({ id }) => id);
        return schedulePeriod(
          draft,
          {
            period: input.period,
            from: input.from ?? standing?.from ?? proposal.from,
            to: input.to ?? standing?.to ?? proposal.to,
            lastDay: input.lastDay,
            time: input.time,
            indicators: input.indicators ?? standing?.indicators ?? defaultCodes(catalogue),
            // A new list for everybody leaves no list of some units standing.
            asks: lists?.value ?? (input.indicators === null ? asksOf(standing, unitIds) : []),
            unitIds,
            cumulativeFrom: standing?.cumulativeFrom ?? defaults.cumulativeFrom,
            via: input.via ?? standing?.via ?? via ?? defaults.via,
            receivedBy: input.receivedBy ?? standing?.receivedBy ?? defaults.receivedBy,
            consolidatedBy: input.consolidatedBy ?? standing?.consolidatedBy ?? defaults.consolidatedBy,
            ...(input.dueToCity === null ? {} : { dueToCity: input.dueToCity }),
            ...(input.request === null ? {} : { request: input.request }),
          },
          { now, entries: office.entries, catalogue },
        );
      },
    );
    if (!done.ok) return done;
    const period = done.value.reply;
    return ok({
      ...period,
      revision: done.value.revision,
      expected: expectedUnits(period, entryMap(office.entries)).length,
    });
  };
}

/** The lists of some units that stand, without units that are no longer asked. */
function asksOf(standing: ReportPeriod | undefined, unitIds: readonly string[]): readonly Asked[] {
  return (standing?.asks ?? [])
    .map((ask) => ({ ...ask, unitIds: ask.unitIds.filter((id) => unitIds.includes(id)) }))
    .filter((ask) => ask.unitIds.length > 0);
}

export function extendReport(app: App): Handler<'report.extend'> {
  return async ({ dossierId, period, extension }, context) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const unit = resolveUnit(reporting.value, extension.unitId);
    if (!unit.ok) return unit;
    return revisionOf(
      await changeDossier(app, context, dossierId, 'report.extend', (draft): Result<null> => {
        const extended = extendPeriod(draft, {
          period,
          extension: { ...extension, unitId: unit.value.id },
          entries: reporting.value.office.entries,
        });
        return extended.ok ? ok(null) : extended;
      }),
    );
  };
}
