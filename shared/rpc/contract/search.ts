/** One search over everything that the office keeps about its work. */
import { z } from 'zod';
import { query } from '../method';

/** What hits are counted and filtered by. */
export const SEARCH_GROUPS = ['plan', 'task', 'outgoing', 'incoming', 'conference', 'unit', 'file'] as const;
export type SearchGroup = (typeof SEARCH_GROUPS)[number];

/** Places `[start, end)` in the text beside it that were found. */
const marks = z.array(z.tuple([z.number().int(), z.number().int()]));

export const searchHit = z.object({
  kind: z.enum([
    'plan',
    'task',
    'recipient',
    'document',
    'register',
    'delivery',
    'incoming',
    'unit',
    'conference',
    'deadline',
    'own-plan',
    'upward',
    'file',
    'place',
  ]),
  /** Null: a place of the window, which no filter means. */
  group: z.enum(SEARCH_GROUPS).nullable(),
  /**
   * The record's id; of a file its sha256, or the line of the book that it came with; of an outgoing line
   * `<series>|<number>`; of a delivery `<document>|<delivery>`.
   */
  id: z.string(),
  dossierId: z.string().nullable(),
  title: z.string(),
  titleMarks: marks,
  /** Where it matched: "Nhiệm vụ của Văn phòng Đảng ủy". */
  where: z.string(),
  excerpt: z.string(),
  excerptMarks: marks,
});

export const searchMethods = {
  /**
   * `groups`, `year` ("2026"), `state` (of the dossier) and `dossierId` narrow the hits; `counts` are of all groups, so
   * that the filters can say how much is behind each.
   */
  'search.find': query(
    z.object({
      text: z.string().max(500, 'Câu tìm quá dài; hãy gõ vài từ chính.'),
      groups: z.array(z.enum(SEARCH_GROUPS)).nullable().default(null),
      year: z
        .string()
        .regex(/^\d{4}$/, 'Năm gồm bốn chữ số, ví dụ 2026.')
        .nullable()
        .default(null),
      state: z.enum(['open', 'ended']).nullable().default(null),
      dossierId: z.string().nullable().default(null),
      limit: z.number().int().positive().max(200).default(50),
      /** At most so many of one group, best first; null: as they come. */
      perGroup: z.number().int().positive().nullable().default(null),
      /** False answers at once with what is indexed so far (a window); true waits for everything, files too. */
      whole: z.boolean().default(true),
    }),
    z.object({
      hits: z.array(searchHit),
      counts: z.record(z.enum(SEARCH_GROUPS), z.number().int()),
      /** Years among the hits, newest first, whatever year was asked for. */
      years: z.array(z.string()),
      /** True: the index is still being built, there may be more. */
      building: z.boolean(),
      /** Files whose text is still to be read. */
      reading: z.number().int(),
      /** Files that were kept without any text that can be read: scans, pictures, protected or damaged ones. */
      withoutText: z.number().int(),
    }),
  ),
} as const;
