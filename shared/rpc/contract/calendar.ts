import { z } from 'zod';
import { daysBetween, plainDateSchema } from '../../date/plain-date';
import { calendarEventSchema, markedDaySchema } from '../../domain/calendar/model';
import { query } from '../method';
import { offeredFiles } from './common';

interface Range {
  readonly from: string;
  readonly to: string;
}
/** Days from–to, both included. */
const range = { from: plainDateSchema, to: plainDateSchema };
const isForward = ({ from, to }: Range): boolean => from <= to;
const FORWARD = { path: ['to'], message: 'Ngày cuối đứng trước ngày đầu; hãy đổi lại.' };
/** Three years: more is no calendar but a mistake in a year. */
const LONGEST_DAYS = 1_100;
const isShort = ({ from, to }: Range): boolean => daysBetween(from, to) <= LONGEST_DAYS;
const SHORT = { path: ['to'], message: 'Khoảng ngày dài quá ba năm; hãy chọn khoảng ngắn hơn.' };

export const calendarMethods = {
  /** Events of open dossiers in the range, in order of time; days off and make-up days beside them. */
  'calendar.list': query(
    z.object(range).refine(isForward, FORWARD).refine(isShort, SHORT),
    z.object({ events: z.array(calendarEventSchema), marked: z.array(markedDaySchema) }),
  ),
  'calendar.export': query(
    z
      .object({ ...range, format: z.enum(['ics', 'xlsx', 'pdf']) })
      .refine(isForward, FORWARD)
      .refine(isShort, SHORT),
    offeredFiles.extend({ events: z.number().int() }),
  ),
} as const;
