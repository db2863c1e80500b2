/** One period of one plan as documents and charts take it: as it stands, or as a closing froze it. */
import type { TimelinessData } from '../../documents/charts/timeliness-chart';
import { timelinessRecord } from '../../documents/charts/timeliness-record';
import type { PlannedConference, SummaryInput } from '../../documents/summary-input';
import { matrixOf } from '../../domain/report/matrix';
import type { Totals } from '../../domain/report/model';
import {
  coveredInterval,
  daysCovered,
  previousPeriod,
  yearOfPeriod,
  type Interval,
} from '../../domain/report/periods';
import type { View } from '../../records';
import type { Occasion } from '../../i18n/vi';
import { ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { nowOf, type App } from '../application';
import { createNumberReader } from '../dispatch/number-reader';
import { figuresStatusNow } from './figures';
import { frozenStatus, frozenVersion } from './frozen';
import { modelsOf } from './report-draft';
import { liveTotals, type Reporting } from './reporting';
import { supplementBetween } from './supplement';

function intervalsOf(totals: Totals, view: View<DossierTables>): Interval[] {
  return totals.parts.flatMap((part) => {
    const period = view.get('periods', part);
    return period ? [{ from: period.from, to: period.to }] : [];
  });
}

type Figures = Pick<SummaryInput, 'totals' | 'cumulative' | 'status' | 'createdAt'>;

/** As they stand, or as a closing froze them. */
function figuresOf(app: App, reporting: Reporting, period: string, version: number | null): Result<Figures> {
  if (version !== null) {
    const record = frozenVersion(app, reporting.dossier.view, period, version);
    if (!record.ok) return record;
    const { totals, cumulative, closedAt } = record.value;
    return ok({ totals, cumulative, status: frozenStatus(reporting, record.value), createdAt: closedAt });
  }
  const totals = liveTotals(app, reporting, period, false);
  if (!totals.ok) return totals;
  const cumulative = liveTotals(app, reporting, period, true);
  if (!cumulative.ok) return cumulative;
  const status = figuresStatusNow(app, reporting, period);
  if (!status.ok) return status;
  return ok({
    totals: totals.value,
    cumulative: cumulative.value,
    status: status.value,
    createdAt: nowOf(app).now,
  });
}

/**
 * What a summary, a report, a draft and charts are made from. NOT_FOUND where nothing owed feeds the period or there is no such
 * closing.
 */
export async function summaryOf(
  app: App,
  reporting: Reporting,
  period: string,
  version: number | null,
  occasion: Occasion | null,
): Promise<Result<SummaryInput>> {
  const { dossier, office, plan, catalogue } = reporting;
  const figures = figuresOf(app, reporting, period, version);
  if (!figures.ok) return figures;
  const { totals, cumulative } = figures.value;
  const before = previousPeriod(period);
  const earlier = before === null ? null : liveTotals(app, reporting, before, false);
  const document = dossier.view.get('documents', dossier.ref.id);
  // A supplementary closing says what it changes of the one before.
  const supplement =
    version === null || version < 2 ? null : supplementBetween(app, reporting, period, version - 1, version);
  if (supplement?.ok === false) return supplement;
  const intervals = intervalsOf(totals, dossier.view);
  const accumulated = intervalsOf(cumulative, dossier.view);
  const cutOffDay = office.loaded.view.get('defaults', 'report')?.cutOffDay ?? 14;
  const [from, to] = [
    intervals.map((one) => one.from).sort()[0],
    intervals
      .map((one) => one.to)
      .sort()
      .at(-1),
  ];
  return ok({
    office: office.profile,
    planTitle: plan.title,
    planNumberText: document ? await createNumberReader(app).textOf(document) : null,
    indicators: catalogue,
    ...figures.value,
    record: recordOf(reporting, period, figures.value.createdAt),
    conferences: conferencesOf(dossier.view),
    previous: earlier?.ok === true ? earlier.value : null,
    interval: from !== undefined && to !== undefined ? { from, to } : coveredInterval(period, cutOffDay),
    occasion,
    supplement: supplement?.value ?? null,
    models: modelsOf(app, reporting, period),
    days: { period: daysCovered(intervals), cumulative: daysCovered(accumulated) },
  });
}

/** The plan's year up to `at`: what came in or was asked for later does not change a closing that is printed again. */
function recordOf({ dossier, office, plan }: Reporting, period: string, at: string): TimelinessData {
  const year = yearOfPeriod(period);
  const source = {
    dossierId: dossier.ref.id,
    plan: plan.title,
    periods: dossier.view.list('periods').filter(({ createdAt }) => createdAt <= at),
    reports: dossier.view.list('reports').filter(({ enteredAt }) => enteredAt <= at),
  };
  return timelinessRecord(matrixOf([source], office.entries, { year }, at), year);
}

function conferencesOf(view: View<DossierTables>): readonly PlannedConference[] {
  return view
    .list('items')
    .flatMap((item) => (item.kind === 'conference' && !item.dropped ? [item] : []))
    .sort((a, b) => a.order - b.order)
    .map(({ name, organizer, start, mode, participants }) => ({
      name,
      organizer,
      start,
      mode,
      participants,
    }));
}
