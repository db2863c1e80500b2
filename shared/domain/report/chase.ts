/** Lần 1 nhắc: a short text per unit to copy into Zalo, saying exactly what is missing, and one list of all. */
import { formatDate, formatInstant, type Instant } from '../../date/plain-date';
import type { OwedWork, OwingUnit } from './owing';

export interface ChaseWords {
  /** Who writes: "Văn phòng Đảng ủy phường An Bình". */
  readonly sender: string;
  readonly now: Instant;
}

/** "9 ngày"; of an hour on the very day "1 giờ 10 phút"; null while it is not late. */
export function lateBy(work: Pick<OwedWork, 'daysLate' | 'minutesLate'>): string | null {
  if (work.daysLate > 0) return `${work.daysLate} ngày`;
  if (work.minutesLate === 0) return null;
  const [hours, minutes] = [Math.floor(work.minutesLate / 60), work.minutesLate % 60];
  return [hours > 0 ? `${hours} giờ` : '', minutes > 0 ? `${minutes} phút` : ''].filter(Boolean).join(' ');
}

/** "báo cáo quý I năm 2026, hạn 16/03/2026, đã quá hạn 9 ngày" */
export function owedText(work: OwedWork): string {
  const hour = work.time === null ? '' : `${work.time.replace(':', ' giờ ')} ngày `;
  const late = lateBy(work);
  const overdue = late === null ? '' : `, đã quá hạn ${late}`;
  const reason = work.returnedReason ? ` (${work.returnedReason})` : '';
  const returned = work.state === 'returned' ? `, đã trả lại để bổ sung${reason}` : '';
  const extended = work.extended ? ' (đã gia hạn)' : '';
  return `${work.name}${returned}, hạn ${hour}${formatDate(work.lastDay)}${extended}${overdue}`;
}

/** "Kế hoạch số 07-KH/ĐU “Tuyên truyền …”": within a sentence. */
export function planText(work: Pick<OwedWork, 'plan' | 'numberText'>): string {
  return `Kế hoạch${work.numberText === null ? '' : ` số ${work.numberText}`} “${work.plan}”`;
}

/** Works of one plan together, plans in the order in which they first come. */
export function byPlan(owes: readonly OwedWork[]): readonly (readonly OwedWork[])[] {
  const plans = new Map<string, OwedWork[]>();
  for (const work of owes) plans.set(work.dossierId, [...(plans.get(work.dossierId) ?? []), work]);
  return [...plans.values()];
}

/** "(qua …)", "(gửi …)" where all the works go the same way; else nothing: the letter of each plan says it. */
export function commonWay(owes: readonly OwedWork[]): { readonly via: string; readonly receivedBy: string } {
  const one = (values: readonly string[]): string => {
    const [first = '', ...others] = new Set(values);
    return others.length === 0 ? first : '';
  };
  return {
    via: one(owes.map((work) => work.via)),
    receivedBy: one(owes.map((work) => work.receivedBy)),
  };
}

/** A whole message for one unit. */
export function chaseMessage(unit: OwingUnit, words: ChaseWords): string {
  const { sender } = words;
  const way = commonWay(unit.owes);
  const receiver = way.receivedBy === '' ? sender : way.receivedBy;
  const to = `${receiver}${way.via === '' || way.via === receiver ? '' : ` (qua ${way.via})`}`;
  const waiting = unit.owes.every((work) => work.state === 'not-due');
  const asks = waiting ? `${sender} xin nhắc đơn vị chuẩn bị` : `${sender} chưa nhận được`;
  const plans = byPlan(unit.owes).map(
    (works) =>
      `${works.map(owedText).join('; ')}, thực hiện ${planText(works[0] ?? { plan: '', numberText: null })}`,
  );
  const forms = unit.owes.some((work) => work.kind === 'report');
  const send = forms
    ? waiting
      ? `Đề nghị đơn vị điền biểu Excel đã phát và gửi về ${to} đúng hạn.`
      : `Đề nghị đơn vị điền biểu Excel đã phát và gửi ngay về ${to}.`
    : waiting
      ? `Đề nghị đơn vị gửi về ${to} đúng hạn.`
      : `Đề nghị đơn vị gửi ngay về ${to}.`;
  return [
    `Kính gửi ${unit.name}!`,
    ...(plans.length === 1
      ? [`${asks} ${plans[0] ?? ''}.`]
      : [`${asks}:`, ...plans.map((plan) => `- ${plan}.`)]),
    send,
    ...(forms ? ['Nếu không phát sinh, xin ghi x vào ô “Không phát sinh” rồi gửi lại biểu.'] : []),
    'Trân trọng cảm ơn!',
  ].join('\n');
}

/** All units with what each owes, for a group chat or a sheet. `title`: what they owe, within a sentence. */
export function chaseListText(
  units: readonly OwingUnit[],
  words: ChaseWords & { readonly title: string },
): string {
  const at = formatInstant(words.now);
  const several = byPlan(units.flatMap((unit) => unit.owes)).length > 1;
  const text = (work: OwedWork): string =>
    several
      ? `${owedText(work)} (${work.numberText === null ? work.plan : `Kế hoạch số ${work.numberText}`})`
      : owedText(work);
  return [
    `Đơn vị chưa nộp ${words.title} (tính đến ${at}):`,
    ...units.map((unit, index) => `${index + 1}. ${unit.name}: ${unit.owes.map(text).join('; ')}.`),
  ].join('\n');
}

/** "báo cáo quý I năm 2026, thực hiện Kế hoạch …"; over several plans or periods "báo cáo theo các kế hoạch". */
export function chaseTitle(units: readonly OwingUnit[]): string {
  const owes = units.flatMap((unit) => unit.owes);
  const names = [...new Set(owes.map((work) => work.name))];
  const plans = byPlan(owes);
  const [first] = owes;
  const what = names.length === 1 && names[0] !== undefined ? names[0] : whatText(owes);
  return plans.length === 1 && first
    ? `${what}, thực hiện ${planText(first)}`
    : `${what} theo ${plans.length} kế hoạch`;
}

/** "báo cáo", "kế hoạch của đơn vị" or both. */
export function whatText(owes: readonly OwedWork[]): string {
  const reports = owes.some((work) => work.kind === 'report');
  const plans = owes.some((work) => work.kind === 'plan');
  return reports && plans ? 'báo cáo, kế hoạch' : plans ? 'kế hoạch của đơn vị' : 'báo cáo';
}
