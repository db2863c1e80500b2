import { z } from 'zod';
import { ignoredFindingSchema } from '../../domain/plan/lint/ignored';
import { lintChoiceSchema, lintSeveritySchema } from '../../domain/plan/lint/choice';
import { command, query } from '../method';
import { committed, empty, offeredFiles } from './common';
import { planSource } from './plan';

const span = z.object({ start: z.number().int(), end: z.number().int() });

export const lintFinding = z.object({
  /** Stays the same while the same words are wrong in the same way. */
  id: z.string(),
  code: z.string(),
  /** What the rule watches for. */
  title: z.string(),
  severity: lintSeveritySchema,
  message: z.string(),
  /** Characters of the plan's text; null: the text as a whole. */
  place: span.nullable(),
  excerpt: z.string(),
  /** "IV.2"; empty outside the sections. */
  section: z.string(),
  /** Edits for `plan.replaceText`; `sure`: may be made together with others after one look. */
  fix: z
    .object({ label: z.string(), sure: z.boolean(), edits: z.array(span.extend({ text: z.string() })) })
    .nullable(),
  ignored: ignoredFindingSchema.pick({ reason: true, at: true, by: true }).nullable(),
});
export type LintFinding = z.infer<typeof lintFinding>;

export const lintReply = z.object({
  /** Of the text that the places point into. */
  textHash: z.string(),
  findings: z.array(lintFinding),
  /** Findings that are not ignored. */
  counts: z.object({ error: z.number().int(), warning: z.number().int(), hint: z.number().int() }),
});
export type LintReply = z.infer<typeof lintReply>;

const one = z.object({ dossierId: z.string(), findingId: z.string().min(1) });

export const lintMethods = {
  /** Checks a dossier's plan as it stands. */
  'plan.check': query(z.object({ dossierId: z.string() }), lintReply),
  /** Checks a file or pasted text; touches no data. */
  'plan.checkSource': query(planSource, lintReply),
  /** The list for the drafter, as Excel. */
  'plan.checkFile': query(
    z.union([z.object({ dossierId: z.string() }), z.object({ source: planSource })]),
    offeredFiles.extend({ findings: z.number().int() }),
  ),
  'plan.ignoreFinding': command(one.extend({ reason: z.string().max(500).default('') }), committed),
  'plan.heedFinding': command(one, committed),
  /** Rules with what the office chose of each. */
  'office.lintRules': query(
    empty,
    z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        source: z.string(),
        shipped: lintSeveritySchema,
        on: z.boolean(),
        severity: lintSeveritySchema,
      }),
    ),
  ),
  'office.saveLintChoice': command(lintChoiceSchema, committed),
} as const;
