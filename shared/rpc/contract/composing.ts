/** Writing a plan: its text is edited here, and everything that was read from it follows. */
import { z } from 'zod';
import { command } from '../method';
import { revision } from './common';

const edit = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  text: z.string().max(1_000_000, 'Nội dung dài quá 1 triệu ký tự.'),
});

export const composingMethods = {
  /**
   * Replaces pieces of the plan's text and reads the whole again. Places refer to the plan's text with every paragraph
   * on one line (of the same length as `plan.text`). CONFLICT when `textHash` is no longer the plan's.
   */
  'plan.replaceText': command(
    z.object({
      dossierId: z.string(),
      textHash: z.string(),
      edits: z.array(edit).min(1).max(5000),
    }),
    z.object({
      revision,
      textHash: z.string(),
      /** Items of the plan: new, read anew, gone with their words, left as a person had them. */
      added: z.number().int(),
      updated: z.number().int(),
      removed: z.number().int(),
      kept: z.number().int(),
    }),
  ),
} as const;
