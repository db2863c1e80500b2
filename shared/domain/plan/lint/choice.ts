/** What an office chose of a rule: whether it is looked at, and how much it weighs. A rule without one is as shipped. */
import { z } from 'zod';
import { SEVERITIES } from './model';

export const lintSeveritySchema = z.enum(SEVERITIES);

export const lintChoiceSchema = z.object({
  /** The rule's code. */
  id: z.string().min(1),
  on: z.boolean(),
  severity: lintSeveritySchema,
});
export type LintChoice = z.infer<typeof lintChoiceSchema>;
