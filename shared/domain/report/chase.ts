/** Đôn đốc: who still owes, exactly what is missing, and a short text per unit to copy into Zalo. */
import { dateOfInstant, daysBetween, formatDate, formatInstant } from '../../date/plain-date';
import type { Instant, PlainDate } from '../../date/plain-date';
import type { DirectoryEntry } from '../office/model';
import { entryMap, expectedUnits } from './expected-units';
import { dueOf, reportId, reportMap, unitState } from './lateness';
import type { PeriodId, Report, ReportPeriod, UnitState } from './model';
import { owedParts } from './parts';
import { periodNameInText } from './periods';

export interface ChaseInput {
  readonly period: PeriodId;
  readonly periods: readonly ReportPeriod[];
  readonly reports: readonly Report[];
  readonly entries: readonly DirectoryEntry[];
  readonly now: Instant;
  /** Who writes: "Văn phòng Đảng ủy phường An Bình". */
  readonly sender: string;
  /** "Kế hoạch số 07-KH/ĐU về tuyên truyền …" */
  readonly plan: string;
  /** Also remind units whose report is not due yet. */
  readonly includeNotDue: boolean;
  /** Only these units; null or absent: every unit that owes. */
  readonly only?: readonly string[] | null;
}

/** One report that a unit still owes. */
export interface OwedReport {
  readonly period: PeriodId;
  readonly state: Extract<UnitState, 'missing' | 'returned' | 'not-due'>;
  readonly lastDay: PlainDate;
  readonly time: string | null;
  /** Why it was sent back. */
  readonly returnedReason: string | null;
  /** "báo cáo quý I năm 2026, hạn 16/03/2026, đã quá hạn 9 ngày" */
  readonly text: string;
}

export interface ChasedUnit {
  readonly unit: string;
  readonly name: string;
  readonly owes: readonly OwedReport[];
  /** A whole message for the unit. */
  readonly message: string;
}

export interface ChaseList {
  /** In the order of the directory. */
  readonly units: readonly ChasedUnit[];
  /** The whole list as text, for a group chat or a sheet. */
  readonly text: string;
}

/** Units that owe a report of the period (or of the owed periods that feed it). */
export function chaseList(input: ChaseInput): ChaseList {
  const entries = entryMap(input.entries);
  const reports = reportMap(input.reports);
  const parts = owedParts(input.period, input.periods)
    .map((id) => input.periods.find((period) => period.id === id))
    .filter((period) => period !== undefined);
  const last = parts.at(-1);
  if (!last) return { units: [], text: '' };
  const asked = [...new Set(parts.flatMap((part) => part.unitIds))];
  const units = expectedUnits({ ...last, unitIds: asked }, entries).flatMap((unit): ChasedUnit[] => {
    if (input.only && !input.only.includes(unit.id)) return [];
    const owes = parts.flatMap((part): OwedReport[] => {
      if (!expectedUnits(part, entries).some((expected) => expected.id === unit.id)) return [];
      const owed = owedReport(part, unit.id, reports.get(reportId(part.id, unit.id)), input.now);
      return owed && (input.includeNotDue || owed.state !== 'not-due') ? [owed] : [];
    });
    if (owes.length === 0) return [];
    return [{ unit: unit.id, name: unit.name, owes, message: messageFor(unit.name, owes, last.via, input) }];
  });
  return { units, text: listText(units, input) };
}

function owedReport(
  period: ReportPeriod,
  unitId: string,
  report: Report | undefined,
  now: Instant,
): OwedReport | null {
  const state = unitState(period, unitId, report, now);
  if (state === 'on-time' || state === 'late') return null;
  const due = dueOf(period, unitId);
  const hour = due.time === null ? '' : `${due.time.replace(':', ' giờ ')} `;
  const days = daysBetween(due.lastDay, dateOfInstant(now));
  const overdue = days > 0 ? `, đã quá hạn ${days} ngày` : '';
  const reason = state === 'returned' ? (report?.returnedReason ?? null) : null;
  const returned = state === 'returned' ? `, đã trả lại để bổ sung${reason ? ` (${reason})` : ''}` : '';
  const extended = due.extended ? ' (đã gia hạn)' : '';
  return {
    period: period.id,
    state,
    lastDay: due.lastDay,
    time: due.time,
    returnedReason: reason,
    text: `báo cáo ${periodNameInText(period.id)}${returned}, hạn ${hour}${formatDate(due.lastDay)}${extended}${overdue}`,
  };
}

function messageFor(name: string, owes: readonly OwedReport[], via: string, input: ChaseInput): string {
  const through = via === '' ? '' : ` (qua ${via})`;
  const waiting = owes.every((owed) => owed.state === 'not-due');
  const list = owes.map((owed) => owed.text).join('; ');
  const first = waiting
    ? `${input.sender} xin nhắc đơn vị chuẩn bị ${list}, thực hiện ${input.plan}.`
    : `${input.sender} chưa nhận được ${list}, thực hiện ${input.plan}.`;
  const ask = waiting
    ? `Đề nghị đơn vị điền biểu Excel đã phát và gửi về ${input.sender}${through} đúng hạn.`
    : `Đề nghị đơn vị điền biểu Excel đã phát và gửi ngay về ${input.sender}${through}.`;
  return [
    `Kính gửi ${name}!`,
    first,
    ask,
    'Nếu không phát sinh, xin ghi x vào ô “Không phát sinh” rồi gửi lại biểu.',
    'Trân trọng cảm ơn!',
  ].join('\n');
}

function listText(units: readonly ChasedUnit[], input: ChaseInput): string {
  const name = periodNameInText(input.period);
  const at = formatInstant(input.now);
  if (units.length === 0) {
    const among = input.only ? 'không đơn vị nào đã chọn' : 'không còn đơn vị nào';
    return `Đến ${at}, ${among} phải đôn đốc báo cáo ${name}.`;
  }
  return [
    `Đơn vị chưa nộp báo cáo ${name}, thực hiện ${input.plan} (tính đến ${at}):`,
    ...units.map(
      (unit, index) => `${index + 1}. ${unit.name}: ${unit.owes.map((owed) => owed.text).join('; ')}.`,
    ),
  ].join('\n');
}
