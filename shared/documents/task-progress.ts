/** Tiến độ thực hiện nhiệm vụ: what the workbook and the page both say. No words of guarded tasks: counts and numbers only. */
import { formatDate } from '../date/plain-date';
import type { OfficeProfile } from '../domain/office/model';
import type { FollowedReport } from '../domain/task/by-reports';
import { CHOICE_WORDS, reportsText } from '../domain/task/words';
import type { DutyStanding, RollUp } from '../domain/task/duties';
import type { Duty, Inspection, Rhythm } from '../domain/task/model';
import type { Slot } from '../domain/task/rhythm';
import { formatNumber } from '../text/numbers';

export const PROGRESS_TITLE = 'TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ';

export const STANDING_WORDS = {
  done: 'Hoàn thành',
  'done-late': 'Hoàn thành trễ hạn',
  'not-done': 'Không thực hiện',
  overdue: 'Quá hạn',
  doing: 'Đang làm',
  todo: 'Chưa làm',
} as const satisfies Record<DutyStanding, string>;

export interface ProgressTask extends RollUp {
  readonly text: string;
  readonly heading: string;
  readonly coordinating: readonly string[];
  readonly lastDay: string | null;
  /** Names of the units that are overdue. */
  readonly late: readonly string[];
}

export interface ProgressUnit extends RollUp {
  readonly name: string;
  readonly group: string;
}

export interface ProgressDuty {
  readonly unit: string;
  readonly group: string;
  readonly task: string;
  readonly role: 'lead' | 'coordinating' | 'former';
  readonly due: string | null;
  readonly extended: boolean;
  readonly standing: DutyStanding;
  readonly record: Duty | null;
  readonly doneOn: string | null;
  /** Reports that its state is read from. */
  readonly reports: readonly FollowedReport[];
}

/** One quota: its weeks (months …) that have begun, and the counts of its units. */
export interface ProgressCounts {
  readonly text: string;
  readonly rhythm: Rhythm;
  readonly slots: readonly Slot[];
  readonly rows: readonly {
    readonly name: string;
    readonly group: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly total: number;
    readonly average: number | null;
    readonly averageMet: boolean | null;
    /** Slots that are over without a count. */
    readonly missing: number;
  }[];
}

export interface ProgressInput {
  readonly office: Pick<OfficeProfile, 'issuingBody' | 'parentBody'>;
  readonly plan: string;
  readonly on: string;
  readonly all: RollUp;
  readonly percent: number | null;
  readonly tasks: readonly ProgressTask[];
  readonly units: readonly ProgressUnit[];
  readonly duties: readonly ProgressDuty[];
  readonly inspections: readonly (Inspection & { readonly unitNames: readonly string[] })[];
  readonly counts: readonly ProgressCounts[];
  readonly createdAt: string;
}

/** Whether the average reaches the quota; null: nothing was counted. */
export function metWords(averageMet: boolean | null): string {
  return averageMet === null ? 'Chưa ghi' : averageMet ? 'Đạt' : 'Chưa đạt';
}

export const ROLE_WORDS = { lead: 'Chủ trì', coordinating: 'Phối hợp', former: 'Không còn giao' } as const;

/** "128/300 lượt nhiệm vụ × đơn vị hoàn thành (42%), 12 quá hạn, 3 không thực hiện". */
export function progressSentence({ done, units, overdue, notDone }: RollUp, percent: number | null): string {
  return [
    `${formatNumber(done)}/${formatNumber(units)} lượt nhiệm vụ – đơn vị hoàn thành${percent === null ? '' : ` (${percent}%)`}`,
    `${formatNumber(overdue)} quá hạn`,
    `${formatNumber(notDone)} không thực hiện`,
  ].join(', ');
}

export function resultText(record: Duty | null): string {
  if (record === null) return '';
  const { amount, choice, result, reason } = record;
  return [
    amount === null ? '' : `Số lượng: ${formatNumber(amount)}`,
    choice === null ? '' : CHOICE_WORDS[choice],
    result,
    reason === '' ? '' : `Lý do: ${reason}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** The document that was entered, else the reports that say it. */
export function evidenceText({ record, reports }: Pick<ProgressDuty, 'record' | 'reports'>): string {
  const evidence = record?.evidence;
  if (!evidence) return reports.length === 0 ? '' : `Theo báo cáo ${reportsText(reports)}`;
  return [evidence.numberText, evidence.date === null ? '' : formatDate(evidence.date)]
    .filter(Boolean)
    .join(', ');
}
