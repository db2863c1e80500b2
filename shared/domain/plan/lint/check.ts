/** All rules over one plan: findings with their words and section, in the order of severity and place. */
import { fold } from '../../../text/normalize';
import type { ParsedPlan, ParsedSection } from '../parsed';
import type { LintChoice, LintSeverity } from './choice';
import type { Finding, LintContext, LintRule, RuleFinding } from './model';

const ORDER: readonly LintSeverity[] = ['error', 'warning', 'hint'];
/** Words shown of a place; a whole paragraph is no excerpt. */
const EXCERPT = 160;

/**
 * Runs the rules that are switched on. A finding's id is made of its code and the words it is about, numbered where the
 * same words are wrong more than once: it survives edits elsewhere and a new reading.
 */
export function checkPlan(
  context: LintContext,
  rules: readonly LintRule[],
  choices: readonly LintChoice[] = [],
): readonly Finding[] {
  const chosen = new Map(choices.map((choice) => [choice.id, choice]));
  const starts = sectionStarts(context.plan);
  const seen = new Map<string, number>();
  const found = rules.flatMap((rule) => {
    const choice = chosen.get(rule.code);
    if (choice?.on === false) return [];
    return rule.check(context).map((finding): Finding => {
      const excerpt = excerptOf(context.text, finding);
      const key = `${rule.code}|${fold(excerpt === '' ? finding.message : excerpt)}`;
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      return {
        ...finding,
        id: times === 1 ? key : `${key}|${times}`,
        code: rule.code,
        title: rule.title,
        severity: choice?.severity ?? rule.severity,
        excerpt,
        section: finding.place === null ? null : sectionAt(starts, finding.place.start),
      };
    });
  });
  const rank = (finding: Finding): number => ORDER.indexOf(finding.severity);
  const at = (finding: Finding): number => finding.place?.start ?? -1;
  return found.sort((a, b) => rank(a) - rank(b) || at(a) - at(b));
}

function excerptOf(text: string, { place }: RuleFinding): string {
  if (place === null) return '';
  const words = text.slice(place.start, place.end).replaceAll(/\s+/g, ' ').trim();
  return words.length <= EXCERPT ? words : `${words.slice(0, EXCERPT)}…`;
}

interface SectionStart {
  readonly start: number;
  readonly label: string;
}

/** Headings with a place, in printed order, each with its whole label ("IV.2"). */
function sectionStarts(plan: ParsedPlan): readonly SectionStart[] {
  const out: SectionStart[] = [];
  const walk = (sections: readonly ParsedSection[], above: string): void => {
    for (const section of sections) {
      const own = section.label;
      const label =
        own === '' ? above : above === '' || own.startsWith(`${above}.`) ? own : `${above}.${own}`;
      if (section.source) out.push({ start: section.source.start, label });
      walk(section.children, label);
    }
  };
  walk(plan.sections, '');
  return out.sort((a, b) => a.start - b.start);
}

function sectionAt(starts: readonly SectionStart[], offset: number): string | null {
  let label: string | null = null;
  for (const each of starts) {
    if (each.start > offset) break;
    label = each.label === '' ? label : each.label;
  }
  return label;
}
