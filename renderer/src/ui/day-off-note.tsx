/** Beside a date field: says that the day is a weekend or a holiday, and offers the working day before it. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { isPlainDate } from '../../../shared/date/plain-date';
import { dayOffReason, proposeWorkingDayBefore, type SpecialDay } from '../../../shared/date/working-days';
import { date } from './format';

interface DayOffNoteProps {
  readonly day: string;
  /** No day before this one is offered. */
  readonly notBefore: string;
  readonly holidays: readonly SpecialDay[];
  readonly onChange: (day: string) => void;
}

export function DayOffNote({ day, notBefore, holidays, onChange }: DayOffNoteProps): ReactNode {
  if (!isPlainDate(day)) return null;
  const why = dayOffReason(day, holidays);
  if (why === null) return null;
  const { proposed } = proposeWorkingDayBefore(day, holidays);
  return (
    <div className="tone-warn" role="status">
      ? {date(day)} là {why}, không phải ngày làm việc.{' '}
      {proposed >= notBefore ? (
        <Button size="small" onClick={() => onChange(proposed)}>
          Lấy ngày {date(proposed)}
        </Button>
      ) : null}
    </div>
  );
}
