/** The questions about one report, with everything they are asked against looked up in the dossier. */
import { entryMap } from '../../domain/report/expected-units';
import { reportId } from '../../domain/report/lateness';
import type { GoodModel, PeriodId, Report } from '../../domain/report/model';
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

/** `before`: what the figures replaced; absent: what stands now, because they are about to replace it. */
export function askAbout(
  { dossier, office, catalogue }: Pick<Reporting, 'dossier' | 'office' | 'catalogue'>,
  asked: AskedReport,
  before?: Pick<Report, 'state' | 'nil' | 'values'> | null,
): FigureQuestion[] {
  const { view } = dossier;
  const { period, unitId } = asked;
  const reports = view.list('reports');
  const own = reports.filter((report) => report.unitId === unitId);
  const recent = recentReports(unitId, period, own);
  return questionsAbout({
    values: asked.values,
    narrative: asked.narrative,
    ...(asked.models === undefined ? {} : { models: asked.models }),
    nil: asked.nil,
    catalogue,
    before: before === undefined ? (view.get('reports', reportId(period, unitId)) ?? null) : before,
    previous: previousFigures(unitId, period, view.list('periods'), own, catalogue),
    previousReport: recent[0] ?? null,
    recent: recent.slice(0, HABIT),
    peers: peerReports(unitId, period, reports, entryMap(office.entries)),
  }).map((question) => ({ ...question }));
}
