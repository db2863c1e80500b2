/**
 * Reporting duties: what the sentence asks for is the report that the plan's periods ask for, so how the duty stands is
 * read from the reports. Nothing of it is stored; what a person entered stands before it. domain.md §5 "Carrying-out",
 * ADR 0021.
 */
import { addDays, daysBetween, partsOf, type PlainDate } from '../../date/plain-date';
import { fold } from '../../text/normalize';
import { dueOf, isPast, type Owed } from '../report/lateness';
import type { PeriodId, Report } from '../report/model';
import { containsPeriod, isFigurePeriod, isSpecial, monthRange } from '../report/periods';
import type { DutyState } from './model';

const SUBJECT =
  '(?:(?:cac|tung|moi|toan the|chi|dang|bo|uy|co quan|don vi|to chuc|cap uy|dia phuong|doan the|truc thuoc|va|tren dia ban|phuong|xa)[ ,]+)*';
const WHEN =
  '(?:(?:dinh ky|thuong xuyen|hang|moi|hang thang|thang|quy|nam|nua nam|sau|chin|dau|cuoi|cua|dot xuat|hoac|khi co yeu cau|truoc|cham nhat|la|den|vao|ngay|\\d{1,4}|chu dong|kip thoi|nghiem tuc|day du|dung han)[ ,/-]+)*';
const VERB = '(?:(?:gui|nop|lap|lap va gui|thuc hien (?:nghiem tuc |nghiem |tot |day du )?)\\s*)?';
const REGIME = '(?:che do (?:thong tin,? ?(?:va )?)?)?';
/** "Định kỳ hằng quý báo cáo …", "Gửi báo cáo …", "Thực hiện nghiêm chế độ thông tin, báo cáo". */
const REPORTS = new RegExp(`^${SUBJECT}${WHEN}${VERB}${WHEN}${REGIME}bao cao(?! vien)(.*)$`, 'su');
/** Of what, or how often: a report on the carrying-out, not a talk at a meeting. */
const OF_RESULTS =
  /ket qua|tinh hinh|tien do|so lieu|dinh ky|che do|\b(?:hang|moi) (?:thang|quy|nam)|ngay \d/u;
/** Other papers, which the periodic report is not. */
const OTHER_PAPER =
  /so ket|tong ket|chuyen de|tham luan|giai trinh|dien hinh|vu viec|kho khan|vuong mac|kiem diem|quyet toan|kinh phi/u;

/**
 * Whether the whole sentence asks for a report on the carrying-out and for nothing else. A sentence that only ends with
 * "…, báo cáo Ban Thường vụ", or speaks of adding up others' reports, has work in it that no report proves.
 */
export function proposesReporting(text: string): boolean {
  const clauses = fold(text)
    .split(/;|\.(?=\s|$)/u)
    .map((clause) => clause.replace(/^[\s\-–+•*]+/u, '').trim())
    .filter((clause) => clause !== '');
  return (
    clauses.length > 0 &&
    clauses.every((clause) => REPORTS.test(clause) && OF_RESULTS.test(clause) && !OTHER_PAPER.test(clause))
  );
}

/** What a reporting task says of its reports. */
export interface Reporting {
  /** Its own day; null: none. */
  readonly day: PlainDate | null;
  /** "quý I năm 2026" → `2026-Q1` */
  readonly period: string | null;
  /** "hằng quý": not done before the reports reach the end of this day's month. */
  readonly until: PlainDate | null;
}

/** A report's day is moved to a working day, or set a little sooner: so far from the plan's day it is still the same. */
const NEAR = 7;

/**
 * Owed periods that a reporting task asks for: those inside the period that it names; else those due nearest its day, at
 * most a week off; for a task without a day, every period. Ad hoc ones were asked by a superior, not by the plan.
 */
export function linkedPeriods<P extends { readonly id: PeriodId; readonly lastDay: PlainDate }>(
  { day, period, until }: Reporting,
  periods: readonly P[],
): readonly P[] {
  const regular = periods.filter(({ id }) => !isSpecial(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (until !== null) return regular.filter(({ lastDay }) => lastDay <= addDays(until, PAST_SPAN));
  const inside = period === null ? [] : regular.filter(({ id }) => id === period || isInside(period, id));
  if (inside.length > 0 || (day === null && period !== null)) return inside;
  if (day === null) return regular;
  const off = ({ lastDay }: P): number => Math.abs(daysBetween(day, lastDay));
  const nearest = Math.min(...regular.map(off));
  return nearest > NEAR ? [] : regular.filter((each) => off(each) === nearest);
}

/** The report on a span's last months comes after it. */
const PAST_SPAN = 62;

function isInside(period: string, id: PeriodId): boolean {
  return isFigurePeriod(period) && containsPeriod(period, id);
}

/** Whether the periods reach the end of the span; always, where there is none. */
export function reachesEnd({ until }: Reporting, periods: readonly { readonly id: PeriodId }[]): boolean {
  if (until === null) return true;
  const { year, month } = partsOf(until);
  return periods.some(({ id }) => (monthRange(id)?.last ?? -1) >= year * 12 + month - 1);
}

/** One report that a duty follows. */
export interface FollowedReport {
  readonly period: PeriodId;
  /** Last day of the unit, with its extension. */
  readonly due: PlainDate;
  /** Day of the report that stands; null: none, or it was sent back. */
  readonly receivedOn: PlainDate | null;
  readonly returned: boolean;
  readonly late: boolean;
}

export function followedReport(
  period: Owed & { readonly id: PeriodId },
  unitId: string,
  report: Pick<Report, 'state' | 'receivedOn' | 'receivedTime'> | undefined,
): FollowedReport {
  const due = dueOf(period, unitId);
  const received = report?.state === 'received' ? report : null;
  return {
    period: period.id,
    due: due.lastDay,
    receivedOn: received?.receivedOn ?? null,
    returned: report?.state === 'returned',
    late: received !== null && isPast(due, received.receivedOn, received.receivedTime),
  };
}

export interface ReportedStanding {
  readonly state: Extract<DutyState, 'todo' | 'doing' | 'done'>;
  /** Day of the last report that it waited for; null while it waits. */
  readonly doneOn: PlainDate | null;
  readonly late: boolean;
  /** Of what is missing the first last day; of what is done the last one; null: nothing is asked at present. */
  readonly due: PlainDate | null;
}

/** How the reports of one unit stand together; null: none is asked of it, so that nothing can be read from them. */
export function reportedStanding(
  reports: readonly Pick<FollowedReport, 'due' | 'receivedOn' | 'late'>[],
  whole: boolean,
): ReportedStanding | null {
  const dues = (list: typeof reports): readonly PlainDate[] => list.map(({ due }) => due).sort();
  const missing = dues(reports.filter(({ receivedOn }) => receivedOn === null));
  const last = dues(reports).at(-1);
  if (last === undefined) return null;
  const days = reports.flatMap(({ receivedOn }) => receivedOn ?? []).sort();
  const done = missing.length === 0 && whole;
  return {
    state: done ? 'done' : days.length > 0 ? 'doing' : 'todo',
    doneOn: done ? (days.at(-1) ?? null) : null,
    late: done && reports.some(({ late }) => late),
    due: missing[0] ?? (done ? last : null),
  };
}
