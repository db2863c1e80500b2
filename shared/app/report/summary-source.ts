/** One period of one plan as documents and charts take it: as it stands, or as a closing froze it. */
import { momentParts } from '../../date/moment';
import type { TimelinessData } from '../../documents/charts/timeliness-chart';
import { timelinessRecord } from '../../documents/charts/timeliness-record';
import type { PlannedConference, SummaryInput } from '../../documents/summary-input';
import { attendanceOf } from '../../domain/conference/coverage';
import { recordOf as conferenceRecord } from '../../domain/conference/state';
import type { PrintedContext } from '../../domain/report/consolidation-model';
import { matrixOf } from '../../domain/report/matrix';
import type { Totals } from '../../domain/report/model';
import {
  coveredInterval,
  daysCovered,
  previousPeriod,
  yearOfPeriod,
  type Interval,
} from '../../domain/report/periods';
import { rateDays } from '../../domain/report/rate-days';
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
type Context = Omit<SummaryInput, keyof Figures | 'occasion' | 'supplement'>;

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
  const figures = figuresOf(app, reporting, period, version);
  if (!figures.ok) return figures;
  // A supplementary closing says what it changes of the one before.
  const supplement =
    version === null || version < 2 ? null : supplementBetween(app, reporting, period, version - 1, version);
  if (supplement?.ok === false) return supplement;
  const closing = version === null ? null : frozenVersion(app, reporting.dossier.view, period, version);
  if (closing?.ok === false) return closing;
  const context = closing?.value.printed
    ? closing.value.printed
    : await liveContext(app, reporting, period, figures.value, closing === null);
  return ok({ ...context, ...figures.value, occasion, supplement: supplement?.value ?? null });
}

/** What a closing keeps to be printed again as it was. */
export function printedContext(summary: SummaryInput): PrintedContext {
  const { office, planTitle, planNumberText, previous, interval, days, status, models = [] } = summary;
  const shown = new Set(summary.totals.indicators);
  const { conferences = [], record = { scope: '', groups: [] } } = summary;
  return {
    office,
    planTitle,
    planNumberText,
    indicators: summary.indicators.filter(({ id }) => shown.has(id)),
    units: status.units,
    previous,
    interval: interval === null ? null : { ...interval },
    days: days === null ? null : { ...days },
    ...(summary.absorbed ? { absorbed: [...summary.absorbed] } : {}),
    ...(summary.rateDays ? { rateDays: summary.rateDays } : {}),
    conferences: conferences.map((one) => ({ ...one, participants: [...one.participants] })),
    record: {
      scope: record.scope,
      groups: record.groups.map((group) => ({ ...group, units: group.units.map((unit) => ({ ...unit })) })),
    },
    models: models.map((row) => ({ ...row, source: { ...row.source } })),
  };
}

/**
 * Around the figures, as it stands. `whole` is false for a closing made before this was kept: what may have changed
 * since then and is no part of its figures is left out.
 */
async function liveContext(
  app: App,
  reporting: Reporting,
  period: string,
  { totals, cumulative, createdAt }: Figures,
  whole: boolean,
): Promise<Context> {
  const { dossier, office, plan, catalogue } = reporting;
  const before = whole ? previousPeriod(period) : null;
  const earlier = before === null ? null : liveTotals(app, reporting, before, false);
  const document = dossier.view.get('documents', dossier.ref.id);
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
  const interval = from !== undefined && to !== undefined ? { from, to } : coveredInterval(period, cutOffDay);
  return {
    office: office.profile,
    planTitle: plan.title,
    planNumberText: document ? await createNumberReader(app).textOf(document) : null,
    indicators: catalogue,
    previous: earlier?.ok === true ? earlier.value : null,
    ...absorbedSince(reporting, earlier?.ok === true ? earlier.value : null),
    interval,
    days: { period: daysCovered(intervals), cumulative: daysCovered(accumulated) },
    // A closing has the figures that it was closed with, whatever they were divided by.
    ...(whole ? { rateDays: rateDaysOf(reporting, period) } : {}),
    ...(whole
      ? {
          record: recordOf(reporting, period, createdAt),
          conferences: conferencesOf(dossier.view, interval),
          models: modelsOf(app, reporting, period),
        }
      : {}),
  };
}

/** Units that others went into after the period before: their figures hold more now than then. */
function absorbedSince(
  { dossier, office }: Reporting,
  before: Totals | null,
): Pick<SummaryInput, 'absorbed'> {
  const end = before?.parts
    .map((part) => dossier.view.get('periods', part)?.lastDay ?? '')
    .sort()
    .at(-1);
  if (end === undefined) return {};
  const into = office.entries.flatMap(({ successors }) =>
    successors.filter(({ from }) => from > end).map(({ unitId }) => unitId),
  );
  return into.length === 0 ? {} : { absorbed: [...new Set(into)] };
}

function rateDaysOf({ dossier, office, catalogue }: Reporting, period: string): SummaryInput['rateDays'] {
  const sources = {
    period,
    periods: dossier.view.list('periods'),
    reports: dossier.view.list('reports'),
    entries: office.entries,
    catalogue,
  };
  return {
    period: rateDays({ ...sources, cumulative: false }),
    cumulative: rateDays({ ...sources, cumulative: true }),
  };
}

/** The plan's year up to `at`. */
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

function conferencesOf(
  view: View<DossierTables>,
  interval: SummaryInput['interval'],
): readonly PlannedConference[] {
  return view
    .list('items')
    .flatMap((item) => (item.kind === 'conference' && !item.dropped ? [item] : []))
    .sort((a, b) => a.order - b.order)
    .map(({ id, name, organizer, start, mode, participants }) => {
      const { attendance, halted } = conferenceRecord(view, id);
      const { day } = momentParts(start);
      return {
        name,
        organizer,
        start,
        mode,
        participants,
        inPeriod: day !== null && (interval === null || (day >= interval.from && day <= interval.to)),
        attendance: attendance === null || halted !== null ? null : attendanceOf(attendance.rows),
      };
    });
}
