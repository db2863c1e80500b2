/** Hôm nay: what waits, and the one step that is next. */
import { z } from 'zod';
import { query } from '../method';

export const todayMethods = {
  /** Hôm nay phải làm gì. */
  'today.list': query(
    z.object({}),
    z.object({
      date: z.string(),
      weekday: z.string(),
      items: z.array(
        z.object({
          kind: z.enum([
            'overdue',
            'due',
            'register',
            'send',
            'confirm',
            'close-period',
            'review',
            'archive',
            'soon',
          ]),
          dossierId: z.string().nullable(),
          period: z.string().nullable(),
          /** What is owed beside periodic reports; `id` null: several of the kind. */
          about: z
            .object({
              kind: z.enum([
                'own-plan',
                'upward',
                'difficulty',
                'incoming',
                'document',
                'sending',
                'conference',
                'numbers',
                'task',
                'inspection',
                'counts',
              ]),
              id: z.string().nullable(),
            })
            .nullable()
            .default(null),
          title: z.string(),
          detail: z.string(),
          date: z.string().nullable(),
          /** Verb on the row's button. */
          action: z.string(),
        }),
      ),
    }),
  ),
} as const;
