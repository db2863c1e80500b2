/** All rules over one plan. Findings only tell and propose; nothing here changes a text. */
import type { ParsedPlan, ParsedWarning } from '../parsed';
import { lintContext, sectionAt } from './context';
import { SEVERITIES, type Finding, type LintFacts, type LintRule, type Severity } from './model';
import { CONTENTS } from './rules/contents';
import { PARTS } from './rules/parts';
import { RECIPIENTS } from './rules/recipients';
import { REFERENCES } from './rules/references';
import { STRUCTURE } from './rules/structure';
import { TIMES } from './rules/times';
import { WORDS } from './rules/words';

/** Every rule, in the order in which settings list them. */
export const LINT_RULES: readonly LintRule[] = [
  ...PARTS,
  ...REFERENCES,
  ...STRUCTURE,
  ...TIMES,
  ...CONTENTS,
  ...WORDS,
  ...RECIPIENTS,
];

/** An office's own choice for one rule: another severity, or off. */
export interface RuleChoice {
  readonly code: string;
  readonly severity: Severity | 'off';
}

/**
 * Findings by severity, then by place. `text` is the normalised text that `plan` was read from; fixes' places are in
 * it. Never throws on any text.
 */
export function checkPlan(
  text: string,
  plan: ParsedPlan,
  facts: LintFacts = {},
  choices: readonly RuleChoice[] = [],
): Finding[] {
  const context = lintContext(text, plan, facts);
  const chosen = new Map(choices.map(({ code, severity }) => [code, severity]));
  const counts = new Map<string, number>();
  const findings = LINT_RULES.flatMap((rule) => {
    const severity = chosen.get(rule.code) ?? rule.severity;
    if (severity === 'off') return [];
    return rule.check(context).map((found): Finding => {
      const excerpt = found.place ? context.text.slice(found.place.start, found.place.end) : '';
      const base = `${rule.code} ${excerpt.replace(/\s+/g, ' ').trim()}`;
      const count = (counts.get(base) ?? 0) + 1;
      counts.set(base, count);
      return {
        code: rule.code,
        severity,
        title: rule.title,
        message: found.message,
        place: found.place,
        excerpt,
        section: found.place ? sectionAt(context, found.place.start) : '',
        fix: found.fix ?? null,
        key: count === 1 ? base : `${base} #${count}`,
      };
    });
  });
  return findings.sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      (a.place?.start ?? -1) - (b.place?.start ?? -1),
  );
}

/** Faults that a reading tells at once, in the order of `plan parse`: the part of the rules that misleads a reader. */
const READING_CODES: readonly string[] = [
  'kind-missing', 'title-missing', 'sections-missing', 'recipients-missing', 'signer-missing', 'reference-mismatch',
  'reference-date-mismatch', 'weekday-mismatch', 'numbering-slip', 'lost-marks', 'ocr-suspect',
]; // prettier-ignore

/** The warnings of a reading: the same rules, those alone that need no office. One word of recognition is told once. */
export function readingWarnings(text: string, plan: ParsedPlan): ParsedWarning[] {
  const context = lintContext(text, plan);
  return READING_CODES.flatMap((code) => {
    const rule = LINT_RULES.find((one) => one.code === code);
    const told = new Set<string>();
    return (rule?.check(context) ?? []).flatMap(({ place, message }) => {
      const excerpt = place ? context.text.slice(place.start, place.end) : '';
      if (code === 'ocr-suspect' && told.has(excerpt.toLowerCase())) return [];
      told.add(excerpt.toLowerCase());
      return [{ code, message, excerpt }];
    });
  });
}
