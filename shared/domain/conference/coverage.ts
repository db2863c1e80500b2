/**
 * Attendance added up. A coverage is recomputed from its sums, never averaged, and given twice: on the bodies whose
 * attendance was told, and on all that were invited (untold: nobody came). domain.md §5 "Arithmetic".
 */
import { z } from 'zod';
import { percent } from '../report/rates';
import type { AttendanceRow, ConferenceRecord, ParticipantLine } from './model';

export const attendanceSchema = z.object({
  bodies: z.number().int(),
  /** Bodies whose attendance was told. */
  toldBodies: z.number().int(),
  invited: z.number().int(),
  /** Seats of the bodies whose attendance was told. */
  invitedTold: z.number().int(),
  /** All that came. */
  present: z.number().int(),
  /** Those of them who have seats to be held against. */
  presentOfInvited: z.number().int(),
  excused: z.number().int(),
  unexcused: z.number().int(),
});
export type Attendance = z.infer<typeof attendanceSchema>;

export type Counted = Pick<AttendanceRow, 'invited' | 'present' | 'excused' | 'unexcused'>;

/** A body without a number of seats counts among those present, and in no rate. */
export function attendanceOf(rows: readonly Counted[]): Attendance {
  const told = rows.filter(({ present }) => present !== null);
  const sum = (list: readonly Counted[], of: (row: Counted) => number | null): number =>
    list.reduce((total, row) => total + (of(row) ?? 0), 0);
  return {
    bodies: rows.length,
    toldBodies: told.length,
    invited: sum(rows, (row) => row.invited),
    invitedTold: sum(told, (row) => row.invited),
    present: sum(told, (row) => row.present),
    presentOfInvited: sum(
      told.filter(({ invited }) => invited !== null),
      (row) => row.present,
    ),
    excused: sum(told, (row) => row.excused),
    unexcused: sum(told, (row) => row.unexcused),
  };
}

/** A line of the participants as attendance remembers it: another entry in it is another one to wait for. */
export function lineMark({ id, entryId }: Pick<ParticipantLine, 'id' | 'entryId'>): string {
  return `${id}:${entryId ?? ''}`;
}

type Awaited = Pick<ConferenceRecord, 'attendance' | 'participants'>;

/** Lines that were invited after attendance was entered; [] where none was, or where it was entered before they were kept. */
export function invitedSince({ attendance, participants }: Awaited): readonly ParticipantLine[] {
  const lines = attendance?.lines;
  return lines === undefined ? [] : participants.filter((line) => !lines.includes(lineMark(line)));
}

/** Whether nothing of the attendance is awaited: every body was told, or a person said that the rest is not tracked. */
export function isAttended(record: Awaited): boolean {
  const { attendance } = record;
  return (
    attendance !== null &&
    (attendance.restUntracked ||
      (attendance.rows.every(({ present }) => present !== null) && invitedSince(record).length === 0))
  );
}

export const MAIN_POINT = 'Điểm cầu chính';

export interface PointRows<Row> {
  /** Null: the main point. */
  readonly id: string | null;
  readonly name: string;
  readonly rows: readonly Row[];
}

/** Bodies by the point where they sat, the main one first; a point that is gone is the main one. [] without points. */
export function byPoint<Row extends Pick<AttendanceRow, 'point'>>(
  rows: readonly Row[],
  points: readonly Pick<ConferenceRecord['points'][number], 'id' | 'name'>[],
): readonly PointRows<Row>[] {
  if (points.length === 0) return [];
  const known = new Set(points.map(({ id }) => id));
  return [
    {
      id: null,
      name: MAIN_POINT,
      rows: rows.filter(({ point }) => point === undefined || !known.has(point)),
    },
    ...points.map(({ id, name }) => ({ id, name, rows: rows.filter(({ point }) => point === id) })),
  ];
}

/** Several conferences together: sums of sums. */
export function addAttendances(all: readonly Attendance[]): Attendance {
  const total: Attendance = {
    bodies: 0,
    toldBodies: 0,
    invited: 0,
    invitedTold: 0,
    present: 0,
    presentOfInvited: 0,
    excused: 0,
    unexcused: 0,
  };
  for (const one of all) for (const key of Object.keys(total) as (keyof Attendance)[]) total[key] += one[key];
  return total;
}

export interface Coverage {
  /** Percent, two decimals; null where nobody was invited. */
  readonly onTold: number | null;
  readonly onInvited: number | null;
}

export function coverageOf(attendance: Attendance): Coverage {
  return {
    onTold: percent(attendance.presentOfInvited, attendance.invitedTold),
    onInvited: percent(attendance.presentOfInvited, attendance.invited),
  };
}

/** Field errors by row key; a body can't have more present than seats, nor more people told of than seats. */
export function attendanceFaults(rows: readonly AttendanceRow[]): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  for (const { key, name, invited, present, excused, unexcused } of rows) {
    const told = (present ?? 0) + (excused ?? 0) + (unexcused ?? 0);
    if (invited !== null && (present ?? 0) > invited)
      faults[key] =
        `“${name}”: có mặt ${present ?? 0} nhiều hơn ${invited} được mời. Nếu mời thêm, sửa số được mời.`;
    else if (invited !== null && told > invited)
      faults[key] = `“${name}”: có mặt và vắng cộng lại ${told} nhiều hơn ${invited} được mời.`;
    else if (present === null && (excused !== null || unexcused !== null))
      faults[key] = `“${name}”: đã ghi vắng nhưng chưa ghi số có mặt (không ai đến thì ghi 0).`;
  }
  return faults;
}
