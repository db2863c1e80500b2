/** One search over everything that the office keeps about its work. */
import { z } from 'zod';
import { query } from '../method';

export const searchHit = z.object({
  kind: z.enum([
    'plan',
    'task',
    'recipient',
    'document',
    'register',
    'incoming',
    'unit',
    'conference',
    'deadline',
    'place',
  ]),
  id: z.string(),
  dossierId: z.string().nullable(),
  title: z.string(),
  /** Where it matched: "Nhiệm vụ của Văn phòng Đảng ủy". */
  where: z.string(),
  excerpt: z.string(),
});

export const searchMethods = {
  'search.find': query(
    z.object({ text: z.string(), limit: z.number().int().max(200).default(50) }),
    z.array(searchHit),
  ),
} as const;
