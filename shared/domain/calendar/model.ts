/**
 * Lịch: what falls on which day, over all dossiers. Derived from the catalogue alone, never a second truth: an event is
 * changed where it stands (the plan's item, the period, the request).
 */
import { z } from 'zod';
import { plainDateSchema } from '../../date/plain-date';

/** Hội nghị · thời hạn trong văn bản · nhiệm vụ · hạn báo cáo · hạn kế hoạch của đơn vị · gửi cấp trên · trả lời. */
export const calendarKindSchema = z.enum([
  'conference',
  'deadline',
  'task',
  'report',
  'own-plan',
  'upward',
  'difficulty',
  'incoming',
  'remedy',
]);
export type CalendarKind = z.infer<typeof calendarKindSchema>;

export const calendarEventSchema = z.object({
  /** The same from one look to the next: other calendars know an event by it. */
  id: z.string().min(1),
  kind: calendarKindSchema,
  day: plainDateSchema,
  /** `HH:mm` in Vietnam; null: the whole day. */
  time: z.string().nullable(),
  title: z.string(),
  /** How it stands: "đã nhận 41/60"; empty where there is nothing to say. */
  standing: z.string(),
  /** Nothing is left to do. */
  done: z.boolean(),
  /** null: of no dossier, a document of the incoming book. */
  dossierId: z.string().nullable(),
  plan: z.string(),
  /** The period of a report, else null. */
  period: z.string().nullable(),
  /** Record that it stands for: item, request, report upward; null for a period. */
  recordId: z.string().nullable(),
  /** What more is known of a conference. */
  conference: z
    .object({
      /** `HH:mm` */
      endTime: z.string().nullable(),
      place: z.string(),
      chair: z.string(),
      participants: z.array(z.string()),
      /** Postponed or cancelled: it does not take place on this day. */
      cancelled: z.boolean(),
      /** Grows with each change that others must hear of. */
      sequence: z.number().int(),
    })
    .optional(),
});
export type CalendarEvent = z.infer<typeof calendarEventSchema>;

/** A day that is not worked, or a weekend day that is: from the office's own table of holidays. */
export const markedDaySchema = z.object({
  day: plainDateSchema,
  name: z.string(),
  kind: z.enum(['off', 'work']),
});
export type MarkedDay = z.infer<typeof markedDaySchema>;

export const CALENDAR_KIND_WORDS = {
  conference: 'Hội nghị',
  deadline: 'Thời hạn',
  task: 'Nhiệm vụ',
  report: 'Hạn báo cáo',
  'own-plan': 'Hạn kế hoạch của đơn vị',
  upward: 'Gửi cấp trên',
  difficulty: 'Trả lời khó khăn, vướng mắc',
  incoming: 'Hạn văn bản đến',
  remedy: 'Hạn khắc phục',
} as const satisfies Record<CalendarKind, string>;
