/** The questions about one unit's report as a short text that a person sends (Zalo): nothing leaves the PC by itself. */
import { periodNameInText } from './periods';
import type { PeriodId } from './model';

/** Plain lines; a question never holds what stands in a narrative, so neither does this. */
export function questionText(
  unitName: string,
  period: PeriodId,
  messages: readonly string[],
  officeName: string,
): string {
  return [
    `Kính gửi ${unitName}: ${officeName} đã nhận báo cáo ${periodNameInText(period)} của đơn vị. Đề nghị đơn vị kiểm tra lại giúp:`,
    ...messages.map((message, index) => `${index + 1}. ${message}`),
    'Nếu đúng, xin nhắn “đúng”; nếu sai, xin gửi lại số đúng. Trân trọng cảm ơn.',
  ].join('\n');
}
