/** What was said about a question. domain.md §5 "Questions": a newer version of the report is asked again. */
import type { Instant } from '../../date/plain-date';
import type { QuestionAnswer } from './follow-up-model';
import type { PeriodId, Report } from './model';

/** What a question is about, within one report: `jump` of HN01. */
export interface QuestionKey {
  readonly code: string;
  readonly indicator: string | null;
}

export function answerId(period: PeriodId, unitId: string, question: QuestionKey): string {
  return `${period}|${unitId}|${question.code}|${question.indicator ?? '-'}`;
}

/** The answer that holds for the report as it stands: one given to an earlier version does not. */
export function standingAnswer(
  answers: ReadonlyMap<string, QuestionAnswer>,
  report: Pick<Report, 'period' | 'unitId' | 'version'>,
  question: QuestionKey,
): QuestionAnswer | null {
  const answer = answers.get(answerId(report.period, report.unitId, question));
  return answer?.reportVersion === report.version ? answer : null;
}

export function answerOf(
  report: Pick<Report, 'period' | 'unitId' | 'version'>,
  question: QuestionKey,
  said: {
    readonly answer: QuestionAnswer['answer'];
    readonly note: string;
    readonly at: Instant;
    readonly by: string;
  },
): QuestionAnswer {
  return {
    id: answerId(report.period, report.unitId, question),
    period: report.period,
    unitId: report.unitId,
    reportVersion: report.version,
    answer: said.answer,
    note: said.note.trim(),
    at: said.at,
    by: said.by,
  };
}
