/**
 * Checking a plan: what a rule is, what it looks at and what it finds. A finding questions the text, never changes it;
 * a fix is offered only where it is the one right mend, and a person makes it.
 */
import { z } from 'zod';
import type { PlainDate } from '../../../date/plain-date';
import type { SpecialDay } from '../../../date/working-days';
import type { RuleProfile } from '../../../documents/rule-profile';
import type { LintSeverity } from './choice';
import type { ParsedPlan, SourceSpan } from '../parsed';
import type { TextEdit } from '../composing/text-edits';

/** One thing that a rule found. Places are characters of `LintContext.text`. */
export interface RuleFinding {
  /** What, where, what to do: one or two sentences in Vietnamese. */
  readonly message: string;
  /** null: about the text as a whole. */
  readonly place: SourceSpan | null;
  /** The one right mend, in words ("Sửa thành “VPĐU”"), and what it replaces. */
  readonly fix?: { readonly label: string; readonly edits: readonly TextEdit[] };
}

/** What the office knows; null where a file is checked that no office has taken in. */
export interface LintOffice {
  /** House spelling of the tone mark. */
  readonly spelling: 'ủy' | 'uỷ';
  readonly symbol: string;
  readonly term: { readonly from: PlainDate; readonly to: PlainDate };
  readonly holidays: readonly SpecialDay[];
  /** The entries of the directory that a printed body means; empty where none fits. */
  readonly entriesNamed: (name: string) => readonly string[];
  /** The units behind entries, groups opened. */
  readonly unitsOf: (entryIds: readonly string[]) => readonly string[];
}

/** One word or phrase that a scan or a lost mark makes of another. Data: resources/lint/suspects.json. */
export const suspectSchema = z.object({
  /** As it stands wrongly, in lower case unless `exact`. */
  wrong: z.string().min(1),
  right: z.string().min(1),
  /** Compare letter for letter (codes such as "VPDU"). */
  exact: z.boolean().default(false),
  /** Only where the words after it begin so ("đạt", "đến năm"): the phrase may also be right. */
  before: z.array(z.string()).default([]),
  /** Not where the words after it begin so. */
  notBefore: z.array(z.string()).default([]),
  /** The mend is certain enough to be offered with one key. */
  certain: z.boolean().default(true),
});
export type Suspect = z.infer<typeof suspectSchema>;

export interface LintContext {
  /** The normalised text that the places of `plan` point into. */
  readonly text: string;
  readonly plan: ParsedPlan;
  /** Words that a person corrected beside the text: the plan's type and printed kind. */
  readonly type: string;
  readonly profile: RuleProfile;
  /** A number was given: blanks are no longer right. */
  readonly issued: boolean;
  readonly suspects: readonly Suspect[];
  readonly office: LintOffice | null;
}

export interface LintRule {
  /** Stable, in English: "reference-mismatch". */
  readonly code: string;
  /** What it watches for, in Vietnamese; shown where rules are switched on and off. */
  readonly title: string;
  readonly severity: LintSeverity;
  /** Where the rule comes from: "domain.md §1", "thể thức". */
  readonly source: string;
  readonly check: (context: LintContext) => readonly RuleFinding[];
}

export interface Finding extends RuleFinding {
  /** The same as long as the same words are wrong in the same way: an ignored finding stays ignored. */
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly severity: LintSeverity;
  /** The words at the place. */
  readonly excerpt: string;
  /** "IV.2"; null outside the sections. */
  readonly section: string | null;
}
