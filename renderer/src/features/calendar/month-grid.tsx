import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { addDays, partsOf, WEEKDAY_NAMES, isWeekend } from '../../../../shared/date/plain-date';
import { weeksOfMonth } from '../../../../shared/domain/calendar/days';
import { byDay } from '../../../../shared/domain/calendar/events';
import type { CalendarEvent, MarkedDay } from '../../../../shared/domain/calendar/model';
import { dateWithDay, today } from '../../ui/format';
import { EventLink } from './event-link';

interface MonthGridProps {
  readonly day: string;
  readonly events: readonly CalendarEvent[];
  readonly marked: readonly MarkedDay[];
  readonly onDay: (day: string) => void;
  /** Opens the day's week. */
  readonly onOpen: (day: string) => void;
}

/** So many lines fit into a day at 1366 × 768; the rest is a number that opens the week. */
const SHOWN = 3;
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A month: arrows go from day to day and over its edge, Enter opens the day's week. */
export function MonthGrid({ day, events, marked, onDay, onOpen }: MonthGridProps): ReactNode {
  const table = useRef<HTMLTableElement>(null);
  const eventsOn = byDay(events);
  const names = new Map(marked.map((each) => [each.day, each]));
  const month = partsOf(day).month;
  const now = today();
  /** The day that the keys have reached; the page may not have followed yet. */
  const reached = useRef<string | null>(null);
  // Drawn anew where the month changes: the focus follows the day.
  useEffect(() => {
    if (reached.current !== day) return;
    reached.current = null;
    table.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  }, [day]);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const cell = event.target instanceof HTMLElement ? event.target.dataset['day'] : undefined;
    if (cell === undefined) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      reached.current = addDays(reached.current ?? cell, step);
      onDay(reached.current);
    } else if (event.key === 'Enter') onOpen(cell);
    else return;
    event.preventDefault();
  };
  return (
    <table className="calendar-month" role="grid" aria-label="Lịch tháng" ref={table} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          {WEEKDAY_NAMES.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOfMonth(day).map((week) => (
          <tr key={week[0]}>
            {week.map((each) => {
              const ofDay = eventsOn.get(each) ?? [];
              const name = names.get(each);
              const off = name ? name.kind === 'off' : isWeekend(each);
              const parts = partsOf(each);
              return (
                <td
                  key={each}
                  role="gridcell"
                  data-day={each}
                  tabIndex={each === day ? 0 : -1}
                  aria-label={`${dateWithDay(each)}${name ? `, ${name.name}` : ''}: ${ofDay.length} việc`}
                  aria-current={each === now ? 'date' : undefined}
                  className={[
                    parts.month === month ? '' : 'other-month',
                    off ? 'day-off' : '',
                    each === now ? 'is-today' : '',
                  ].join(' ')}
                  onFocus={(event) => {
                    if (event.target === event.currentTarget && each !== day) onDay(each);
                  }}
                  onDoubleClick={() => onOpen(each)}
                >
                  <div className="calendar-day">
                    <span className="day-number">{parts.day === 1 ? `1/${parts.month}` : parts.day}</span>
                    {name ? (
                      <span className="day-name" title={name.name}>
                        {name.name}
                      </span>
                    ) : null}
                  </div>
                  {ofDay.slice(0, SHOWN).map((event) => (
                    <EventLink key={event.id} event={event} />
                  ))}
                  {ofDay.length > SHOWN ? (
                    <button type="button" className="link-button" onClick={() => onOpen(each)}>
                      và {ofDay.length - SHOWN} việc nữa
                    </button>
                  ) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
