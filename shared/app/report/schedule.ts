/** Asking for a period's reports. */
import { activeUnits } from '../../domain/office/directory';
import { isPlainDate } from '../../date/plain-date';
import { entryMap, expectedUnits } from '../../domain/report/expected-units';
import { defaultCodes } from '../../domain/report/indicators';
import { proposePeriod } from '../../domain/report/propose';
import { extendPeriod, schedulePeriod } from '../../domain/report/schedule-commands';
import type { ReportDefaults } from '../../domain/office/model';
import type { ReportPeriod } from '../../domain/report/model';
import { fail, ok, type Result } from '../../result';
import { changeDossier, nowOf, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { loadReporting, resolveUnit, resolveUnits, type Reporting } from './reporting';

function defaultsOf({ office }: Reporting): ReportDefaults {
  return (
    office.loaded.view.get('defaults', 'report') ?? {
      id: 'report',
      cutOffDay: 14,
      dueDayToWard: 15,
      dueDayToCity: 20,
      cumulativeFrom: 'schedule',
      via: '',
      receivedBy: '',
      consolidatedBy: '',
    }
  );
}

/** "(qua …)" as the plan's own reporting sentences have it, when they agree; else the office's usual way. */
function viaOf({ dossier }: Reporting, defaults: ReportDefaults): string {
  const named = dossier.view
    .list('items')
    .flatMap((item) => (item.kind === 'reporting' && !item.dropped && item.via ? [item.via.trim()] : []));
  const [via, ...others] = new Set(named);
  return via !== undefined && others.length === 0 ? via : defaults.via;
}

export function proposeReport(app: App): Handler<'report.propose'> {
  return async ({ dossierId, period }) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const { office, catalogue, dossier } = reporting.value;
    const proposal = proposePeriod(
      period,
      defaultsOf(reporting.value),
      office.loaded.view.list('holidays'),
      nowOf(app).today,
    );
    const standing = dossier.view.get('periods', period);
    const day = standing?.lastDay ?? proposal.proposedLastDay;
    return ok({
      ...proposal,
      unitIds: standing ? [...standing.unitIds] : activeUnits(office.entries, day).map(({ id }) => id),
      indicators: standing ? [...standing.indicators] : defaultCodes(catalogue),
    });
  };
}

export function scheduleReport(app: App): Handler<'report.schedule'> {
  return async (input, context) => {
    for (const field of ['lastDay', 'from', 'to'] as const) {
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
    const done = await changeDossier(
      app,
      context,
      input.dossierId,
      'report.schedule',
      (draft): Result<ReportPeriod> => {
        const standing = draft.get('periods', input.period);
        return schedulePeriod(
          draft,
          {
            period: input.period,
            from: input.from ?? standing?.from ?? proposal.from,
            to: input.to ?? standing?.to ?? proposal.to,
            lastDay: input.lastDay,
            time: input.time,
            indicators: input.indicators ?? standing?.indicators ?? defaultCodes(catalogue),
            unitIds:
              named?.value ??
              standing?.unitIds ??
              activeUnits(office.entries, input.lastDay).map(({ id }) => id),
            cumulativeFrom: standing?.cumulativeFrom ?? defaults.cumulativeFrom,
            via: standing?.via ?? viaOf(reporting.value, defaults),
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
