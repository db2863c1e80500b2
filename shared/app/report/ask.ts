/** The questions about a report, with everything they are asked against looked up in the dossier. */
import type { Indicator } from '../../domain/office/model';
import { entryMap, type EntryMap } from '../../domain/report/expected-units';
import type { GoodModel, PeriodId, Report, ReportPeriod } from '../../domain/report/model';
import { peerReports } from '../../domain/report/peers';
import { previousFigures, recentReports } from '../../domain/report/previous';
import { HABIT, questionsAbout, type FigureQuestion } from '../../domain/report/questions';
import type { Reporting } from './reporting';

export interface AskedReport {
  readonly period: PeriodId;
  readonly unitId: string;
  readonly values: Readonly<Record<string, number>>;
  readonly narrative: Readonly<Record<string, string>>;
  readonly models?: readonly GoodModel[] | undefined;
  readonly nil: boolean;
}

/** What questions are asked against, looked up once for however many reports. */
export interface AskSource {
  readonly catalogue: readonly Indicator[];
  readonly periods: readonly ReportPeriod[];
  readonly entries: EntryMap;
  readonly byUnit: ReadonlyMap<string, readonly Report[]>;
  readonly byPeriod: ReadonlyMap<PeriodId, readonly Report[]>;
}

export function askSource({
  dossier,
  office,
  catalogue,
}: Pick<Reporting, 'dossier' | 'office' | 'catalogue'>): AskSource {
  const { view } = dossier;
  const reports = view.list('reports');
  return {
    catalogue,
    periods: view.list('periods'),
    entries: entryMap(office.entries),
    byUnit: groupedBy(reports, (report) => report.unitId),
    byPeriod: groupedBy(reports, (report) => report.period),
  };
}

function groupedBy(
  reports: readonly Report[],
  keyOf: (report: Report) => string,
): ReadonlyMap<string, readonly Report[]> {
  const groups = new Map<string, Report[]>();
  for (const report of reports) {
    const group = groups.get(keyOf(report));
    if (group) group.push(report);
    else groups.set(keyOf(report), [report]);
  }
  return groups;
}

/** `before`: what the figures replaced; absent: what stands now, because they are about to replace it. */
export function askAbout(
  source: AskSource,
  asked: AskedReport,
  before?: Pick<Report, 'state' | 'nil' | 'values'> | null,
): FigureQuestion[] {
  const { period, unitId } = asked;
  const own = source.byUnit.get(unitId) ?? [];
  const recent = recentReports(unitId, period, own);
  return questionsAbout({
    values: asked.values,
    narrative: asked.narrative,
    ...(asked.models === undefined ? {} : { models: asked.models }),
    nil: asked.nil,
    catalogue: source.catalogue,
    before: before === undefined ? (own.find((report) => report.period === period) ?? null) : before,
    previous: previousFigures(unitId, period, source.periods, own, source.catalogue),
    previousReport: recent[0] ?? null,
    recent: recent.slice(0, HABIT),
    peers: peerReports(unitId, period, source.byPeriod.get(period) ?? [], source.entries),
  }).map((question) => ({ ...question }));
}
