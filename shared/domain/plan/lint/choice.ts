/** How much a finding weighs, and what an office chose of each rule. */
import { z } from 'zod';

/** Lỗi: would be sent back · Nên xem: probably wrong · Gợi ý: worth a look. */
export const lintSeveritySchema = z.enum(['error', 'warning', 'hint']);
export type LintSeverity = z.infer<typeof lintSeveritySchema>;

/** What an office changed of a rule; a rule without one is as shipped. */
export const lintChoiceSchema = z.object({
  id: z.string().min(1),
  on: z.boolean(),
  severity: lintSeveritySchema,
});
export type LintChoice = z.infer<typeof lintChoiceSchema>;
