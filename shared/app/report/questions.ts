/** The questions of a period: derived from the records, with the answers that were given. domain.md §5 "Questions". */
import type { DirectoryEntry } from '../../domain/office/model';
import { answerId, answerOf, standingAnswer } from '../../domain/report/answers';
import { compareEntries, summaryGroupOf } from '../../domain/report/expected-units';
import { reportId } from '../../domain/report/lateness';
import type { QuestionAnswer } from '../../domain/report/follow-up-model';
import type { Report } from '../../domain/report/model';
import { owedParts } from '../../domain/report/parts';
import { notScheduled } from '../../domain/report/schedule-commands';
import { fail, ok, type Result } from '../../result';
import type { AskedQuestion, QuestionRow } from '../../rpc/contract/entry';
import { changeDossier, nowOf, type App } from '../application';
import type { Handler } from '../handlers';
import { askAbout, askSource, type AskSource } from './ask';
import { loadReporting, resolveUnit, type Reporting } from './reporting';
import { replacedBy, versionsOfReports } from './versions';

/** What the questions of a dossier's reports are asked against, and the answers that were given. */
export interface QuestionSource extends AskSource {
  readonly answers: ReadonlyMap<string, QuestionAnswer>;
}

export function questionSource(reporting: Reporting): QuestionSource {
  const answers = reporting.dossier.view.list('questionAnswers');
  return {
    ...askSource(reporting),
    answers: new Map(answers.map((answer) => [answer.id, answer] as const)),
  };
}

/** The questions of a received report, each with the answer that holds for its version. */
export function askedOf(source: QuestionSource, report: Report, replaced: Report | null): AskedQuestion[] {
  if (report.state !== 'received') return [];
  return askAbout(source, report, replaced).map((question) => {
    const answer = standingAnswer(source.answers, report, question);
    return {
      ...question,
      answer: answer && { answer: answer.answer, note: answer.note, at: answer.at, by: answer.by },
    };
  });
}

/** Reports that are looked through before other calls have their turn: a few milliseconds. */
const REPORTS_A_TURN = 10;

/** Rows of all reports of a period (or of the owed ones that make it up), units in the order of the directory. */
async function questionRows(app: App, reporting: Reporting, period: string): Promise<Result<QuestionRow[]>> {
  const { view } = reporting.dossier;
  const parts = new Set(owedParts(period, view.list('periods')));
  if (parts.size === 0) return notScheduled(period);
  const source = questionSource(reporting);
  const { entries } = source;
  const reports = [...parts]
    .flatMap((part) => source.byPeriod.get(part) ?? [])
    .filter(({ state }) => state === 'received');
  const versions = await versionsOfReports(
    app,
    reporting.dossier.ref.id,
    new Set(reports.filter(({ version }) => version > 1).map(({ id }) => id)),
  );
  if (!versions.ok) return versions;
  const rows: { readonly unit: DirectoryEntry | undefined; readonly row: QuestionRow }[] = [];
  for (const [index, report] of reports.entries()) {
    if (index > 0 && index % REPORTS_A_TURN === 0) await app.ports.turns.next();
    const unit = entries.get(report.unitId);
    for (const question of askedOf(source, report, replacedBy(versions.value.get(report.id) ?? [], report)))
      rows.push({
        unit,
        row: {
          ...question,
          unit: report.unitId,
          unitName: unit?.name ?? report.unitId,
          group: summaryGroupOf(report.unitId, entries)?.name ?? null,
          period: report.period,
          version: report.version,
        },
      });
  }
  return ok(
    rows
      .sort((a, b) => (a.unit && b.unit ? compareEntries(a.unit, b.unit) : a.unit ? -1 : b.unit ? 1 : 0))
      .map(({ row }) => row),
  );
}

export function listQuestions(app: App): Handler<'report.questions'> {
  return async ({ dossierId, period }) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const rows = await questionRows(app, reporting.value, period);
    if (!rows.ok) return rows;
    const count = (answer: 'confirmed' | 'asked' | null): number =>
      rows.value.filter((row) => (row.answer?.answer ?? null) === answer).length;
    return ok({
      revision: reporting.value.dossier.revision,
      open: count(null),
      asked: count('asked'),
      confirmed: count('confirmed'),
      rows: rows.value,
    });
  };
}

const GONE = 'Câu hỏi này không còn: số liệu của báo cáo đã khác. Hãy xem lại danh sách câu hỏi.';

export function answerQuestion(app: App): Handler<'report.answerQuestion'> {
  return async ({ dossierId, period, unit: named, version, questions, answer, note }, context) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const unit = resolveUnit(reporting.value, named);
    if (!unit.ok) return unit;
    const id = reportId(period, unit.value.id);
    const report = reporting.value.dossier.view.get('reports', id);
    if (report?.state !== 'received')
      return fail('NOT_FOUND', 'Đơn vị không có báo cáo được nhận trong kỳ này.');
    if (report.version !== version)
      return fail('CONFLICT', `${unit.value.name} đã gửi số liệu khác sau câu hỏi này. Hãy xem lại câu hỏi.`);
    const versions = await versionsOfReports(app, dossierId, new Set(version > 1 ? [id] : []));
    if (!versions.ok) return versions;
    const standing = new Set(
      askedOf(questionSource(reporting.value), report, replacedBy(versions.value.get(id) ?? [], report)).map(
        (question) => answerId(period, unit.value.id, question),
      ),
    );
    const { now } = nowOf(app);
    const done = await changeDossier(
      app,
      context,
      dossierId,
      'report.answerQuestion',
      (draft): Result<null> => {
        for (const question of questions) {
          if (!standing.has(answerId(period, unit.value.id, question))) return fail('NOT_FOUND', GONE);
          if (answer === 'open') draft.remove('questionAnswers', answerId(period, unit.value.id, question));
          else
            draft.put(
              'questionAnswers',
              answerOf(report, question, { answer, note, at: now, by: context.by }),
            );
        }
        return ok(null);
      },
    );
    return done.ok ? ok({ revision: done.value.revision }) : done;
  };
}
