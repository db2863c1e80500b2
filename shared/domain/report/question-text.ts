/**
 * Words that fit what a question asks: the answer that a person gives to it, and the questions about one unit's report
 * as a short text to send (Zalo). Nothing leaves the PC by itself.
 */
import { periodNameInText } from './periods';
import type { PeriodId } from './model';
import type { FigureQuestion, QuestionCode } from './questions';

/** What is to be looked at again, and so what a unit sends if it was wrong. */
type AskedFor = 'figure' | 'text' | 'personal' | 'missing';

const ASKED_FOR: Readonly<Record<QuestionCode, AskedFor>> = {
  'cumulative-falls': 'figure',
  jump: 'figure',
  'zero-after-figures': 'figure',
  peers: 'figure',
  'stock-changed': 'figure',
  'denominator-changed': 'figure',
  'very-large': 'figure',
  'same-text': 'text',
  'personal-data': 'personal',
  'denominator-missing': 'missing',
  'models-count': 'missing',
};

/** As an answer of the store gives it: the code is one of `QuestionCode`, or of a newer version. */
export type ToldQuestion = Pick<FigureQuestion, 'indicator' | 'message'> & { readonly code: string };

function askedFor({ code }: Pick<ToldQuestion, 'code'>): AskedFor {
  return Object.hasOwn(ASKED_FOR, code) ? ASKED_FOR[code as QuestionCode] : 'figure';
}

/** The words of the answer "nothing is wrong": a text with a telephone in it has no figure that could be right. */
export function confirmationOf(question: Pick<ToldQuestion, 'code' | 'indicator'>): string {
  switch (askedFor(question)) {
    case 'figure':
      return question.indicator === null ? 'Đúng như báo cáo' : 'Số đúng';
    case 'text':
      return 'Nội dung đúng';
    case 'personal':
      return 'Đã kiểm tra';
    case 'missing':
      return 'Đã rõ';
  }
}

/** Plain lines; a question never holds what stands in a narrative, so neither does this. */
export function questionText(
  unitName: string,
  period: PeriodId,
  questions: readonly ToldQuestion[],
  officeName: string,
): string {
  const asked = new Set(questions.map(askedFor));
  const right = [asked.has('figure') ? 'số' : '', asked.has('text') ? 'nội dung' : ''].filter(
    (what) => what !== '',
  );
  const requests = [
    right.length > 0 ? `Nếu đúng, xin nhắn “đúng”; nếu sai, xin gửi lại ${right.join(', ')} đúng.` : '',
    asked.has('missing') ? 'Chỗ còn thiếu hoặc chưa khớp, xin gửi bổ sung.' : '',
    asked.has('personal')
      ? 'Phần có thông tin của công dân, xin bỏ thông tin ấy rồi gửi lại; nếu không phải, xin nhắn “không có”.'
      : '',
  ].filter((request) => request !== '');
  return [
    `Kính gửi ${unitName}: ${officeName} đã nhận báo cáo ${periodNameInText(period)} của đơn vị. Đề nghị đơn vị kiểm tra lại giúp:`,
    ...questions.map(({ message }, index) => `${index + 1}. ${message}`),
    `${requests.join(' ')} Trân trọng cảm ơn.`,
  ].join('\n');
}
