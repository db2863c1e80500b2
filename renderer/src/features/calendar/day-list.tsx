import type { ReactNode } from 'react';
import { isWeekend } from '../../../../shared/date/plain-date';
import { byDay } from '../../../../shared/domain/calendar/events';
import {
  CALENDAR_KIND_WORDS,
  type CalendarEvent,
  type MarkedDay,
} from '../../../../shared/domain/calendar/model';
import { dateWithDay, today } from '../../ui/format';
import { EventLink } from './event-link';

interface DayListProps {
  readonly label: string;
  /** Days that stand, with or without work. */
  readonly days: readonly string[];
  readonly events: readonly CalendarEvent[];
  readonly marked: readonly MarkedDay[];
}

/** Days one under the other, each event with its plan and how it stands. */
export function DayList({ label, days, events, marked }: DayListProps): ReactNode {
  const eventsOn = byDay(events);
  const names = new Map(marked.map((each) => [each.day, each]));
  const now = today();
  return (
    <div className="panel flush">
      <table className="plain calendar-list" aria-label={label}>
        <thead>
          <tr>
            <th>Thứ, ngày</th>
            <th>Giờ</th>
            <th>Việc</th>
            <th>Nội dung</th>
            <th>Thuộc kế hoạch</th>
            <th>Tình hình</th>
          </tr>
        </thead>
        {days.map((day) => {
          const ofDay = eventsOn.get(day) ?? [];
          const name = names.get(day);
          const off = name ? name.kind === 'off' : isWeekend(day);
          const heading = (
            <th
              scope="rowgroup"
              rowSpan={Math.max(1, ofDay.length)}
              className={day === now ? 'is-today' : undefined}
              aria-current={day === now ? 'date' : undefined}
            >
              <span className="sentence">{dateWithDay(day)}</span>
              {name ? <div className="day-name">{name.name}</div> : null}
            </th>
          );
          return (
            <tbody key={day} className={off ? 'day-off' : undefined}>
              {ofDay.length === 0 ? (
                <tr>
                  {heading}
                  <td colSpan={5} className="muted">
                    Không có việc
                  </td>
                </tr>
              ) : null}
              {ofDay.map((event, index) => (
                <tr key={event.id}>
                  {index === 0 ? heading : null}
                  <td className="nowrap">{event.time}</td>
                  <td className="nowrap">{CALENDAR_KIND_WORDS[event.kind]}</td>
                  <td className="wide">
                    <EventLink event={event} />
                  </td>
                  <td className="muted calendar-plan">{event.plan}</td>
                  <td>{event.standing}</td>
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}
