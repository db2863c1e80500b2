/** How an event is shown and where it leads: the record that it stands for. */
import type { CalendarEvent, CalendarKind } from '../../../../shared/domain/calendar/model';
import type { Tone } from '../../ui/tags';

/** A sign beside the colour: readable without it. */
const KIND_SIGN: Readonly<Record<CalendarKind, string>> = {
  conference: '▣',
  deadline: '◷',
  task: '☐',
  report: '▤',
  'own-plan': '▥',
  upward: '↑',
  difficulty: '?',
  incoming: '↓',
  remedy: '↺',
};

/** Done; past and not done; neither. A conference or a day named in the text is never late by itself. */
export function toneOf(event: CalendarEvent, today: string): Tone {
  if (event.conference?.cancelled === true) return 'quiet';
  if (event.done) return 'good';
  const owed = event.kind !== 'conference' && event.kind !== 'deadline';
  return owed && event.day < today ? 'bad' : 'info';
}

/** What was called off is not done: it did not take place. */
export function signOf(event: CalendarEvent): string {
  if (event.conference?.cancelled === true) return '✕';
  return event.done ? '●' : KIND_SIGN[event.kind];
}

export function addressOf({ kind, dossierId, period, recordId }: CalendarEvent): string {
  if (dossierId === null) return `/van-ban-den?dong=${recordId ?? ''}`;
  const named = `?ho-so=${dossierId}`;
  switch (kind) {
    case 'report':
      return `/ke-hoach/${dossierId}/bao-cao${period === null ? '' : `?ky=${period}`}`;
    case 'own-plan':
      return `/bao-cao/ke-hoach-don-vi${named}&yeu-cau=${recordId ?? ''}`;
    case 'upward':
      return `/bao-cao/gui-cap-tren${named}&muc=${recordId ?? ''}`;
    case 'difficulty':
      return `/bao-cao/kho-khan${named}&muc=${recordId ?? ''}`;
    case 'conference':
      return `/ke-hoach/${dossierId}/hoi-nghi?hoi-nghi=${recordId ?? ''}`;
    case 'task':
      return `/ke-hoach/${dossierId}/nhiem-vu?muc=${recordId ?? ''}`;
    case 'remedy':
      return `/ke-hoach/${dossierId}/nhiem-vu/kiem-tra?muc=${recordId ?? ''}`;
    default:
      return `/ke-hoach/${dossierId}/ra-soat`;
  }
}
