import { Button } from 'antd';
import type { ReactNode } from 'react';
import { confirmationOf } from '../../../../shared/domain/report/question-text';
import type { Report } from '../../../../shared/domain/report/model';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { useCommand } from '../../api/commands';
import { moment } from '../../ui/format';
import { offWhen, useReadOnly } from '../../ui/writing';

interface ReportQuestionsProps {
  readonly at: { readonly dossierId: string; readonly period: string; readonly unit: string };
  readonly report: Report;
  readonly value: OutputOf<'report.get'>;
}

/** The questions about this report, with what was said to each. */
export function ReportQuestions({ at, report, value }: ReportQuestionsProps): ReactNode {
  const readOnly = useReadOnly() !== null;
  const answer = useCommand('report.answerQuestion', { done: 'Đã ghi câu trả lời.', offerUndo: true });
  if (value.questions.length === 0) return null;
  return (
    <section className="report-questions" aria-label="Câu hỏi về số liệu">
      <strong>Nên hỏi lại đơn vị</strong>
      <ul>
        {value.questions.map((question) => {
          const say = (said: 'confirmed' | 'asked' | 'open') =>
            void answer.run({
              ...at,
              version: report.version,
              questions: [{ code: question.code, indicator: question.indicator }],
              answer: said,
            });
          return (
            <li key={`${question.code}|${question.indicator ?? ''}`}>
              {question.answer ? (question.answer.answer === 'confirmed' ? '● ' : '↩ ') : '? '}
              {question.message}{' '}
              {question.answer ? (
                <span className="muted">
                  {question.answer.answer === 'confirmed' ? 'Đã xác nhận' : 'Đã hỏi lại đơn vị'} ·{' '}
                  {question.answer.by}, {moment(question.answer.at)}
                  {question.answer.note === '' ? '' : ` · ${question.answer.note}`}{' '}
                  <button
                    type="button"
                    className="link-button"
                    disabled={readOnly}
                    onClick={() => say('open')}
                  >
                    Bỏ câu trả lời
                  </button>
                </span>
              ) : (
                <Button size="small" {...offWhen(answer.pending)} onClick={() => say('confirmed')}>
                  {confirmationOf(question)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
