import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { CALENDAR_KIND_WORDS, type CalendarEvent } from '../../../../shared/domain/calendar/model';
import { today } from '../../ui/format';
import { addressOf, signOf, toneOf } from './calendar-event';

/** One event on one line: sign, hour, title; all of it in the tooltip. */
export function EventLink({ event }: { readonly event: CalendarEvent }): ReactNode {
  const words = [CALENDAR_KIND_WORDS[event.kind], event.title, event.standing, event.plan].filter(Boolean);
  return (
    <Link className="calendar-event" to={addressOf(event)} title={words.join('\n')}>
      <span className={`tone-${toneOf(event, today())}`} aria-hidden="true">
        {signOf(event)}
      </span>{' '}
      {event.time === null ? null : <b>{event.time} </b>}
      {event.title}
      <span className="visually-hidden">
        {` (${CALENDAR_KIND_WORDS[event.kind]}${event.standing === '' ? '' : `, ${event.standing}`})`}
      </span>
    </Link>
  );
}
