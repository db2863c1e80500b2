/** What a check of a plan is made of: rules with a code, and findings with a place, a reason and, where safe, a fix. */
import type { PlainDate } from '../../../date/plain-date';
import type { SpecialDay } from '../../../date/working-days';
import type { ParsedPlan, SourceSpan } from '../parsed';

export const SEVERITIES = ['error', 'warning', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** As lists call them. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: 'Lỗi',
  warning: 'Nên xem',
  hint: 'Gợi ý',
};

export interface LintEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `sure`: may be made together with others after one look at the list; else only by itself. */
export interface LintFix {
  readonly label: string;
  readonly sure: boolean;
  readonly edits: readonly LintEdit[];
}

/** One thing that a rule found; `message` says what, why and what to do. */
export interface Found {
  readonly place: SourceSpan | null;
  readonly message: string;
  readonly fix?: LintFix;
}

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  /** In the normalised text that the plan was read from. */
  readonly place: SourceSpan | null;
  readonly excerpt: string;
  /** "IV.2"; empty before the first section and in no one place. */
  readonly section: string;
  readonly fix: LintFix | null;
  /** Rule, words and which of its equals: the same finding after the text moved. */
  readonly key: string;
}

export type Zone = 'header' | 'title' | 'opening' | 'body' | 'tail';

/** A line of the text with its paragraph joined. */
export interface LintParagraph {
  readonly text: string;
  readonly start: number;
  readonly zone: Zone;
}

/** What the rule profile says about words; presentation on paper is none of a lint's business. */
export interface LintProfile {
  readonly onBehalfMark: string;
  readonly subjectLowerCase: boolean;
  readonly textEnd: string;
  /** Null: not known which of the office's profiles holds, so only mixed separators are found. */
  readonly separator: string | null;
}

/** A slip of typing or recognition: `wrong` is a regular expression's source, matched as whole words in either case. */
export interface SuspectWord {
  readonly wrong: string;
  readonly right: string;
  /** What must follow or precede for it to be a slip, as regular expressions; absent: always. */
  readonly before?: string;
  readonly after?: string;
  /** No other reading is possible. */
  readonly sure: boolean;
}

/** What is known besides the text. Everything is optional: without an office the rules do what they can. */
export interface LintFacts {
  readonly profile?: LintProfile | null;
  readonly spelling?: 'ủy' | 'uỷ' | null;
  readonly words?: readonly SuspectWord[];
  readonly holidays?: readonly SpecialDay[];
  /** Directory ids that a printed name means; null where the office has no directory. */
  readonly entriesOf?: ((name: string, parts: readonly string[]) => readonly string[]) | null;
  /** The plan has its number: blanks are faults now. */
  readonly issued?: boolean;
  /** The day on which the text is looked at; absent: nothing is said about days that are over. */
  readonly today?: PlainDate | null;
}

export interface LintContext {
  readonly text: string;
  readonly plan: ParsedPlan;
  readonly paragraphs: readonly LintParagraph[];
  readonly profile: LintProfile | null;
  readonly spelling: 'ủy' | 'uỷ' | null;
  readonly words: readonly SuspectWord[];
  readonly holidays: readonly SpecialDay[];
  readonly entriesOf: ((name: string, parts: readonly string[]) => readonly string[]) | null;
  readonly issued: boolean;
  readonly today: PlainDate | null;
}

export interface LintRule {
  readonly code: string;
  /** Vietnamese, for lists and settings. */
  readonly title: string;
  readonly severity: Severity;
  /** Where the rule comes from. */
  readonly source: string;
  readonly check: (context: LintContext) => readonly Found[];
}
