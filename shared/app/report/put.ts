/** Figures typed by a person, for one unit or for many; reports sent back. */
import { formatDate, isPlainDate } from '../../date/plain-date';
import type { KeptFile } from '../../domain/archive/model';
import type { DirectoryEntry } from '../../domain/office/model';
import { periodFor } from '../../domain/report/asks';
import { hourFault } from '../../domain/report/correct-receipt';
import { attachEvidence } from '../../domain/report/evidence';
import { entryMap } from '../../domain/report/expected-units';
import { reportId } from '../../domain/report/lateness';
import { judgeModels, type ModelInput } from '../../domain/report/judge-models';
import { rawOf } from '../../domain/report/judge-value';
import type { GoodModel, Report, ReportPeriod } from '../../domain/report/model';
import type { FigureQuestion } from '../../domain/report/questions';
import { acceptReport, returnReport as sendBack, type Accepted } from '../../domain/report/report-commands';
import { fieldErrorsOf, judgeTyped } from '../../domain/report/validate-values';
import { fail, ok, type Result } from '../../result';
import { changeDossier, nowOf, revisionOf, type App } from '../application';
import type { CallContext, Handler } from '../handlers';
import { askAbout, askSource } from './ask';
import { keepEvidence } from './evidence';
import { loadReporting, periodOf, resolveUnit, type Reporting } from './reporting';

export interface TypedReport {
  readonly values: Readonly<Record<string, number | string | null>>;
  readonly narrative: Readonly<Record<string, string>>;
  readonly nil: boolean;
  readonly nilSaidBy: string;
  readonly nilHow: string;
  readonly receivedOn: string | null;
  /** As in `AcceptCommand`. */
  readonly receivedTime: string | null | undefined;
  readonly evidence: readonly KeptFile[];
  /** Mô hình hay; null or absent: those that stand are kept. */
  readonly models?: readonly GoodModel[] | null;
}

export interface PutDone {
  readonly revision: number;
  readonly outcome: Accepted['outcome'];
  readonly version: number;
  readonly warnings: readonly FigureQuestion[];
  /** Codes that stood in a received report and are not in what replaced it. */
  readonly dropped: readonly string[];
}

/** BAD_REQUEST for a moment of receipt that is none or still to come; null when it may stand. */
export function receiptFault(
  app: App,
  receivedOn: string | null,
  receivedTime: string | null | undefined,
): Result<never> | null {
  const { today, now } = nowOf(app);
  const hour = hourFault(receivedOn ?? today, receivedTime ?? null, now);
  if (hour) return hour;
  if (receivedOn === null || (isPlainDate(receivedOn) && receivedOn <= today)) return null;
  return fail('BAD_REQUEST', `Ngày nhận phải là ngày có thật và không sau hôm nay (${formatDate(today)}).`, {
    fieldErrors: { receivedOn: 'Ngày có thật, không sau hôm nay.' },
  });
}

const typedModel = ({ title, result }: GoodModel): ModelInput => ({
  title: rawOf(title),
  result: rawOf(result),
  sheet: null,
  titleCell: null,
  resultCell: null,
});

/** Judges one unit's typed figures and commits them; `part` where one call commits for several units. */
export async function putOne(
  app: App,
  context: CallContext,
  { reporting, unit, period }: { reporting: Reporting; unit: DirectoryEntry; period: ReportPeriod },
  typed: TypedReport,
  options: { readonly part?: string; readonly expectedRevision?: number | null } = {},
): Promise<Result<PutDone>> {
  const { dossier, catalogue, office } = reporting;
  const judged = judgeTyped(typed, periodFor(period, unit.id, entryMap(office.entries)), catalogue);
  if (judged.faults.length > 0)
    return fail('BAD_REQUEST', judged.faults.map(({ message }) => message).join(' '), {
      fieldErrors: fieldErrorsOf(judged.faults),
      details: { unit: unit.id, period: period.id, faults: judged.faults },
    });
  const standing: Report | undefined = dossier.view.get('reports', reportId(period.id, unit.id));
  const typedModels = judgeModels((typed.models ?? []).map(typedModel), typed.nil, null);
  if (typedModels.faults.length > 0)
    return fail('BAD_REQUEST', typedModels.faults.map(({ message }) => message).join(' '), {
      fieldErrors: Object.fromEntries(
        typedModels.faults.map(({ indicator, message }) => [`models.${indicator ?? ''}`, message]),
      ),
      details: { unit: unit.id, period: period.id, faults: typedModels.faults },
    });
  const models = typed.models ? typedModels.models : (standing?.models ?? []);
  const warnings = askAbout(askSource(reporting), {
    period: period.id,
    unitId: unit.id,
    values: judged.values,
    narrative: judged.narrative,
    models,
    nil: typed.nil,
  });
  const { now } = nowOf(app);
  const of = { period: period.id, unitId: unit.id };
  const done = await changeDossier(
    app,
    context,
    dossier.ref.id,
    'report.put',
    (draft): Result<Pick<PutDone, 'outcome' | 'version' | 'dropped'>> => {
      const before = draft.get('reports', reportId(period.id, unit.id));
      const accepted = acceptReport(
        draft,
        {
          ...of,
          values: judged.values,
          narrative: judged.narrative,
          models,
          nil: typed.nil,
          nilSaidBy: typed.nilSaidBy,
          nilHow: typed.nilHow,
          receivedOn: typed.receivedOn,
          receivedTime: typed.receivedTime,
          source: { kind: 'typed', by: context.by, evidence: [] },
        },
        { now, entries: office.entries },
      );
      if (!accepted.ok) return accepted;
      if (typed.evidence.length > 0) {
        const attached = attachEvidence(draft, { ...of, files: typed.evidence });
        if (!attached.ok) return attached;
      }
      return ok({
        outcome: accepted.value.outcome,
        version: accepted.value.report.version,
        dropped: before?.state === 'received' ? droppedCodes(before, accepted.value.report) : [],
      });
    },
    options,
  );
  return done.ok ? ok({ revision: done.value.revision, ...done.value.reply, warnings }) : done;
}

function droppedCodes(before: Report, after: Report): string[] {
  const codes = ({ values, narrative }: Report): string[] => [
    ...Object.keys(values),
    ...Object.keys(narrative),
  ];
  const stands = new Set(codes(after));
  return codes(before)
    .filter((code) => !stands.has(code))
    .sort();
}

export function putReport(app: App): Handler<'report.put'> {
  return async (input, context) => {
    const fault = receiptFault(app, input.receivedOn, input.receivedTime);
    if (fault) return fault;
    const reporting = await loadReporting(app, input.dossierId);
    if (!reporting.ok) return reporting;
    const unit = resolveUnit(reporting.value, input.unit);
    if (!unit.ok) return unit;
    const period = periodOf(reporting.value.dossier.view, input.period);
    if (!period.ok) return period;
    const evidence = await keepEvidence(app, input.dossierId, input.evidence);
    if (!evidence.ok) return evidence;
    const done = await putOne(
      app,
      context,
      { reporting: reporting.value, unit: unit.value, period: period.value },
      { ...input, receivedTime: input.receivedTime, evidence: evidence.value },
    );
    if (!done.ok) return done;
    const { revision, warnings, dropped } = done.value;
    return ok({
      revision,
      warnings: warnings.map((question) => ({ ...question })),
      dropped: [...dropped],
    });
  };
}

export function returnReport(app: App): Handler<'report.return'> {
  return async ({ dossierId, period, unit: named, reason }, context) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const unit = resolveUnit(reporting.value, named);
    if (!unit.ok) return unit;
    return revisionOf(
      await changeDossier(app, context, dossierId, 'report.return', (draft): Result<null> => {
        const returned = sendBack(draft, { period, unitId: unit.value.id, reason });
        return returned.ok ? ok(null) : returned;
      }),
    );
  };
}
