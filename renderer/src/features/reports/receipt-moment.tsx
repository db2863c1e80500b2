/** Day of receipt and, where the deadline has an hour, its hour: timeliness goes by both. */
import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { dayWithHour, readHour } from '../../../../shared/date/hour';
import { timeOfInstant } from '../../../../shared/date/plain-date';
import { DateField } from '../../ui/date-field';
import { today } from '../../ui/format';
import { Question } from '../../ui/question';

/** A deadline as far as the moment of receipt goes; an hour of null: the whole day. */
export interface Due {
  readonly lastDay: string;
  readonly time: string | null;
}

interface HourFieldProps {
  readonly label: string;
  /** As typed: "16h30", "16:30"; empty: not known. */
  readonly value: string;
  readonly onChange: (text: string) => void;
}

export function HourField({ label, value, onChange }: HourFieldProps): ReactNode {
  const wrong = value.trim() !== '' && readHour(value) === null;
  return (
    <Input
      aria-label={label}
      aria-invalid={wrong}
      placeholder="16h30"
      className="hour-field"
      value={value}
      {...(wrong ? { status: 'error' as const, title: 'Ghi như 16:30 hoặc 16h30.' } : {})}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** Now in Vietnam, "22:15". */
function hourNow(): string {
  return timeOfInstant(new Date().toISOString());
}

export interface ReceiptMoment {
  readonly day: string;
  readonly hour: string;
  readonly setDay: (day: string) => void;
  readonly setHour: (hour: string) => void;
}

/** The moment of receipt as a person sets it: today's hour is now until another is typed; another day's is not known. */
export function useReceiptMoment(start?: string): ReceiptMoment {
  const [day, setDay] = useState<string>(start ?? today());
  const [hour, setHour] = useState<string>(() => (day === today() ? hourNow() : ''));
  return {
    day,
    hour,
    setDay: (next) => {
      if (next === day) return;
      setDay(next);
      setHour(next === today() ? hourNow() : '');
    },
    setHour,
  };
}

/** What is sent to the host: the hour only where a deadline asks for one. */
export function receivedTimeOf(
  { hour }: Pick<ReceiptMoment, 'hour'>,
  dues: readonly Due[],
): { readonly receivedTime?: string | null } {
  return dues.some(({ time }) => time !== null) ? { receivedTime: hour.trim() === '' ? null : hour } : {};
}

/** The deadline of the very day of receipt whose hour nobody can judge, since none was given; null: none. */
function unknownHour({ day, hour }: ReceiptMoment, dues: readonly Due[]): Due | null {
  if (hour.trim() !== '') return null;
  return dues.find(({ lastDay, time }) => time !== null && lastDay === day) ?? null;
}

interface ReceiptFieldsProps {
  readonly label: string;
  readonly hourLabel: string;
  readonly moment: ReceiptMoment;
  readonly dues: readonly Due[];
}

export function ReceiptFields({ label, hourLabel, moment, dues }: ReceiptFieldsProps): ReactNode {
  return (
    <>
      {dues.some(({ time }) => time !== null) ? (
        <HourField label={hourLabel} value={moment.hour} onChange={moment.setHour} />
      ) : null}
      <DateField label={label} value={moment.day} onChange={(next) => moment.setDay(next ?? today())} />
    </>
  );
}

export interface HourQuestion {
  /** Does `act`, after a question where one of these deadlines can't be judged without the hour. */
  readonly before: (dues: readonly Due[], act: () => void) => void;
  /** To be drawn beside the rest: the question, while it is asked. */
  readonly question: ReactNode;
}

/** Without its hour a report of the very day counts as on time: a person says so, the app does not assume it. */
export function useHourQuestion(receipt: ReceiptMoment): HourQuestion {
  const [asked, setAsked] = useState<{ readonly due: Due; readonly act: () => void } | null>(null);
  const before = (dues: readonly Due[], act: () => void): void => {
    const due = unknownHour(receipt, dues);
    if (due === null) act();
    else setAsked({ due, act });
  };
  const question =
    asked === null ? null : (
      <Question
        title="Chưa ghi giờ nhận"
        yes="Coi là đúng hạn và lưu"
        no="Ghi giờ nhận"
        onYes={() => {
          setAsked(null);
          asked.act();
        }}
        onNo={() => setAsked(null)}
      >
        Hạn là {dayWithHour(asked.due.lastDay, asked.due.time)}. Không ghi giờ nhận thì báo cáo nhận trong
        ngày này được coi là đúng hạn.
      </Question>
    );
  return { before, question };
}
