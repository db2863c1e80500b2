/** A plan's text cut into paragraphs with their zones, for the rules. */
import { wholeLines } from '../composing/whole-lines';
import type { ParsedPlan, ParsedSection } from '../parsed';
import { SUSPECT_WORDS } from './suspect-words';
import type { LintContext, LintFacts, LintParagraph, LintProfile, Zone } from './model';

const RECIPIENTS = /^[*\s]*n[ơo]i\s*nh[ậa]n/iu;
const SIGNATURE = /^[*\s]*(?:T\s?\/\s?M|TM\s?\.|K\s?\/?\s?T\s?\.?)\s/u;

/** What Party and state documents have in common over all their rule profiles (HD 36, HD 05; NĐ 30). */
const SYSTEM_PROFILES: Readonly<Record<string, LintProfile>> = {
  party: { onBehalfMark: 'T/M', subjectLowerCase: true, textEnd: '.', separator: null },
  state: { onBehalfMark: 'TM.', subjectLowerCase: false, textEnd: './.', separator: null },
};

/** `text` is the normalised text that `plan` was read from. */
export function lintContext(text: string, plan: ParsedPlan, facts: LintFacts = {}): LintContext {
  const whole = wholeLines(text, plan);
  return {
    text: whole,
    plan,
    paragraphs: paragraphsOf(whole, plan),
    profile: facts.profile ?? SYSTEM_PROFILES[plan.system] ?? null,
    spelling: facts.spelling ?? null,
    words: facts.words ?? SUSPECT_WORDS,
    holidays: facts.holidays ?? [],
    entriesOf: facts.entriesOf ?? null,
    issued: facts.issued ?? false,
    today: facts.today ?? null,
  };
}

function paragraphsOf(text: string, plan: ParsedPlan): LintParagraph[] {
  const bodyStart = plan.sections.find(({ source }) => source !== undefined)?.source?.start ?? text.length;
  const out: LintParagraph[] = [];
  let zone: Zone = plan.kind === null ? 'title' : 'header';
  let start = 0;
  for (const line of text.split('\n')) {
    if (start >= bodyStart && zone !== 'tail') zone = 'body';
    if ((zone === 'body' || zone === 'opening') && (RECIPIENTS.test(line) || SIGNATURE.test(line)))
      zone = 'tail';
    if (zone === 'title' && plan.opening[0] !== undefined && plan.opening[0] === line) zone = 'opening';
    out.push({ text: line, start, zone });
    if (zone === 'header' && plan.kind !== null && line.includes(plan.kind)) zone = 'title';
    start += line.length + 1;
  }
  return out;
}

/** "IV.2" of the innermost heading at or before a place; empty before the first and in the tail. */
export function sectionAt(context: LintContext, at: number): string {
  const tail = context.paragraphs.find(({ zone }) => zone === 'tail');
  if (tail && at >= tail.start) return '';
  let found = '';
  const walk = (section: ParsedSection, parents: readonly string[]) => {
    const path = section.label === '' ? parents : [...parents, section.label];
    if (section.source && section.source.start <= at) found = pathLabel(path);
    section.children.forEach((child) => walk(child, path));
  };
  context.plan.sections.forEach((section) => walk(section, []));
  return found;
}

/** "IV.2", "II.2.5", and "5.1" where the outermost parts are numbered "5.": a label that says its parent's is not told twice. */
function pathLabel(labels: readonly string[]): string {
  return labels.reduce((path, label) => {
    const parts = path.split('.');
    // "2.5" under "2" says the "2" again.
    const said = parts.findIndex((_, at) => label.startsWith(`${parts.slice(at).join('.')}.`));
    if (path === '' || said === 0) return label;
    return said < 0 ? `${path}.${label}` : `${parts.slice(0, said).join('.')}.${label}`;
  }, '');
}

/** Paragraphs whose sentences are this plan's own: neither letterhead nor signature. */
export function proseOf(context: LintContext): readonly LintParagraph[] {
  return context.paragraphs.filter(({ zone }) => zone !== 'header' && zone !== 'tail');
}

/** The text of a place. */
export function wordsAt(context: LintContext, place: { start: number; end: number }): string {
  return context.text.slice(place.start, place.end);
}

/** All sections, parents before their parts. */
export function allSections(sections: readonly ParsedSection[]): ParsedSection[] {
  return sections.flatMap((section) => [section, ...allSections(section.children)]);
}

/** "trong đoạn" as an edit of one place. */
export function replaceFix(place: { start: number; end: number }, text: string, sure: boolean) {
  return {
    label: text === '' ? 'Bỏ' : `Sửa thành “${text.trim()}”`,
    sure,
    edits: [{ start: place.start, end: place.end, text }],
  };
}

/** Where a place may begin so that about `letters` stand before `at`: at a word, in the same line. */
export function wordsBefore(text: string, at: number, letters: number): number {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const wanted = Math.max(lineStart, at - letters);
  if (wanted === lineStart) return lineStart;
  const space = text.lastIndexOf(' ', wanted);
  return Math.max(lineStart, space + 1);
}
