/** One unit's report as it stands: figures, files, questions with their answers, what it was before. */
import { stepsOf } from '../../domain/report/chase-levels';
import { evidenceOf } from '../../domain/report/evidence';
import { reportId } from '../../domain/report/lateness';
import type { Report } from '../../domain/report/model';
import { owedCodes } from '../../domain/report/asks';
import { entryMap } from '../../domain/report/expected-units';
import { previousFigures } from '../../domain/report/previous';
import { changesOf, type FigureChange } from '../../domain/report/report-commands';
import { ok } from '../../result';
import type { App } from '../application';
import type { Handler } from '../handlers';
import { labelOf } from '../store/labels';
import { askedOf, questionSource } from './questions';
import { loadReporting, periodOf, resolveUnit, type Reporting } from './reporting';
import { replacedBy, versionsOfReports } from './versions';

export function getReport(app: App): Handler<'report.get'> {
  return async ({ dossierId, period: periodId, unit: named }) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const { dossier, catalogue, office } = reporting.value;
    const unit = resolveUnit(reporting.value, named);
    if (!unit.ok) return unit;
    const period = periodOf(dossier.view, periodId);
    if (!period.ok) return period;
    const { view } = dossier;
    const report = view.get('reports', reportId(periodId, unit.value.id)) ?? null;
    const questions = report === null ? ok([]) : await questionsOf(app, reporting.value, report);
    if (!questions.ok) return questions;
    return ok({
      revision: dossier.revision,
      report,
      previous: previousFigures(
        unit.value.id,
        periodId,
        view.list('periods'),
        view.list('reports'),
        catalogue,
      ),
      period: period.value,
      indicators: [...owedCodes(period.value, unit.value.id, entryMap(office.entries))],
      files: (report === null ? [] : evidenceOf(report)).flatMap((sha256) => {
        const file = view.get('files', sha256);
        return file ? [{ sha256, name: file.name, bytes: file.bytes }] : [];
      }),
      questions: questions.value,
      chases: stepsOf(view.list('chases'), periodId, unit.value.id, null).map(({ id, level, on }) => ({
        id,
        level,
        on,
        channel: view.get('chases', id)?.channel ?? '',
      })),
    });
  };
}

async function questionsOf(app: App, reporting: Reporting, report: Report) {
  const versions = await versionsOfReports(
    app,
    reporting.dossier.ref.id,
    new Set(report.version > 1 ? [report.id] : []),
  );
  if (!versions.ok) return versions;
  return ok(
    askedOf(questionSource(reporting), report, replacedBy(versions.value.get(report.id) ?? [], report)),
  );
}

/** Every change of one unit's report, newest first, figure by figure. */
export function reportVersions(app: App): Handler<'report.versions'> {
  return async ({ dossierId, period, unit: named }) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const unit = resolveUnit(reporting.value, named);
    if (!unit.ok) return unit;
    const id = reportId(period, unit.value.id);
    const versions = await versionsOfReports(app, dossierId, new Set([id]));
    if (!versions.ok) return versions;
    return ok(
      (versions.value.get(id) ?? []).map(({ revision, at, by, command, before, after }) => ({
        revision,
        at,
        by,
        label: labelOf(command),
        version: after?.version ?? null,
        before: before === null ? null : partsOf(before),
        after: after === null ? null : partsOf(after),
        changes: changesOf(before ?? NOTHING, after ?? NOTHING).map(withoutTexts),
      })),
    );
  };
}

/** That a text was added, changed or taken away is told, never what it said: some are restricted (domain.md §7). */
function withoutTexts({ indicator, before, after }: FigureChange): FigureChange {
  const told = (value: FigureChange['before']) =>
    typeof value === 'string' && indicator !== 'NIL-SAID' ? '…' : value;
  return { indicator, before: told(before), after: told(after) };
}

const NOTHING = { nil: false, values: {}, narrative: {}, models: [] };

const partsOf = ({
  state,
  receivedOn,
  receivedTime,
  nil,
  nilSaidBy,
  nilHow,
  returnedReason,
  source,
}: Report) => ({
  state,
  receivedOn,
  receivedTime,
  nil,
  nilSaidBy,
  nilHow,
  returnedReason,
  source: source.kind === 'form' ? source.fileName : null,
  files: source.evidence?.length ?? 0,
});
