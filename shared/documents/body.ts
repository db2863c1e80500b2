/** Running text of a document: paragraphs, headings with their text, and the mark that ends it. */
import type { ParsedSection } from '../domain/plan/parsed';
import { styledLine } from './letterhead';
import type { BlockModel, PagePart, ParagraphModel } from './page-model';
import { blocksWithTables, isTableRow } from './plan-tables';
import type { ProfileStyle, RuleProfile } from './rule-profile';
import { roundLength, textWidth } from './text-width';

/** The page of the profile in portrait. */
export function portraitPart(profile: RuleProfile, blocks: PagePart['blocks']): PagePart {
  const { top, right, bottom, left, mirror } = profile.page;
  return {
    orientation: 'portrait',
    margins: [top, right, bottom, left],
    mirrorMargins: mirror,
    blocks,
    restartNumbers: false,
    pageNumber: pageNumberOf(profile),
  };
}

/** A list or a table on its side: nothing is bound there, so that left is as wide as right. */
export function landscapePart(profile: RuleProfile, blocks: PagePart['blocks']): PagePart {
  const { top, right, bottom } = profile.page;
  return {
    orientation: 'landscape',
    margins: [top, right, bottom, right],
    blocks,
    restartNumbers: false,
    pageNumber: pageNumberOf(profile),
  };
}

/** An annex on its side, numbered from 1. */
export function landscapeAnnex(profile: RuleProfile, blocks: PagePart['blocks']): PagePart {
  return { ...landscapePart(profile, blocks), restartNumbers: true };
}

function pageNumberOf(profile: RuleProfile): PagePart['pageNumber'] {
  const { size, topDistance, hideFirst } = profile.pageNumber;
  return { size, topDistance, hideFirst };
}

/** Measures of a body paragraph, in any style. */
function bodyMeasures(profile: RuleProfile) {
  return {
    firstLineIndent: profile.body.firstLineIndent,
    spaceAfter: profile.body.gap,
    line: profile.body.line,
  };
}

export function bodyParagraph(
  profile: RuleProfile,
  text: string,
  extra: Partial<Omit<ParagraphModel, 'kind' | 'runs'>> & { readonly italic?: boolean } = {},
): ParagraphModel {
  const { italic, ...measures } = extra;
  return {
    kind: 'paragraph',
    runs: [italic ? { text, italic } : { text }],
    align: 'justify',
    size: profile.body.size,
    ...bodyMeasures(profile),
    ...measures,
  };
}

const PAGE_WIDTH = 210;

/** Paragraphs of the body as they were read; rows of a table among them become a table in its place. */
export function bodyBlocks(profile: RuleProfile, paragraphs: readonly string[]): readonly BlockModel[] {
  return blocksWithTables(paragraphs, {
    room: PAGE_WIDTH - profile.page.left - profile.page.right,
    bodySize: profile.body.size,
    text: (paragraph) => bodyParagraph(profile, paragraph),
  });
}

/** A heading stays on the page of the text that follows it. */
export function headingParagraph(
  profile: RuleProfile,
  text: string,
  style: ProfileStyle,
  outlineLevel: number,
): ParagraphModel {
  return styledLine(text, style, 'justify', {
    ...bodyMeasures(profile),
    keepWithNext: true,
    outlineLevel,
  });
}

/** The name of the type, the subject under it in bold, and the profile's mark or line. */
export function titleBlocks(profile: RuleProfile, kind: string, subject: string): PagePart['blocks'] {
  return [
    styledLine(kind, profile.kindName, 'center', { spaceBefore: 12 }),
    styledLine(subjectText(profile, subject), profile.subject, 'center'),
    ...subjectMark(profile, subject),
    { kind: 'space', height: 6 },
  ];
}

/** The subject starts in lower case where the profile says so, unless its first word is a name in capitals. */
function subjectText(profile: RuleProfile, subject: string): string {
  if (!profile.subjectLowerCase) return subject;
  const first = subject.charAt(0);
  const second = subject.charAt(1);
  const capitals = second !== second.toLowerCase();
  return capitals ? subject : first.toLowerCase() + subject.slice(1);
}

/** The longest line that a mark under the subject may be, mm: a part of the text or of what one line holds. */
const LONGEST_SUBJECT_LINE = 120;

function subjectMark(profile: RuleProfile, subject: string): PagePart['blocks'] {
  if (profile.subjectMark !== null)
    return [styledLine(profile.subjectMark, { ...profile.subject, bold: false }, 'center')];
  if (profile.subjectRuleShare === null) return [];
  const width = Math.min(LONGEST_SUBJECT_LINE, textWidth(subject, profile.subject.size, profile.subject));
  return [
    {
      kind: 'rule',
      length: roundLength(width * profile.subjectRuleShare),
      align: 'center',
      spaceBefore: 2,
    },
  ];
}

/** "I" → "I. ", "a" → "a) ", "(1)" → "(1) ", "-" → "- ". */
function labelText(label: string): string {
  if (label === '') return '';
  if (/^\(.*\)$/.test(label) || /^[-+*•–]$/.test(label)) return `${label} `;
  if (/^\p{L}$/u.test(label) && !/^[IVX]$/.test(label)) return `${label}) `;
  return /[.):]$/.test(label) ? `${label} ` : `${label}. `;
}

/** A heading is a name; what ends like a sentence or goes on for lines is text that happens to be numbered. */
/** A heading that ends with a mark is short. */
const LONGEST_ENDED_HEADING = 60;

function isHeading(section: ParsedSection): boolean {
  const carries = section.paragraphs.length > 0 || section.children.length > 0;
  const title = section.title.trim();
  if (title.length > 160) return false;
  // A sentence with lines under it stays a sentence; "Yêu cầu:" is a heading.
  if (title.length > LONGEST_ENDED_HEADING && /[.;]$/.test(title)) return false;
  return carries || !/[.;:,]$/.test(title);
}

function headingStyle(profile: RuleProfile, section: ParsedSection, depth: number): ProfileStyle | null {
  if (/^\(/.test(section.label) || /^(\p{L}|[-+*•–])$/u.test(section.label)) {
    if (depth > 0) return null;
  }
  if (!isHeading(section)) return null;
  if (depth === 0) return profile.sectionTitle;
  return /^\d+\.\d/.test(section.label) || depth > 1 ? profile.subheadingTitle : profile.headingTitle;
}

/** So much of a paragraph tells that it goes on behind its heading; the line may be wrapped after it. */
const TELLING_WORDS = 24;

/** What the text has behind a title and the reading takes off: nothing, a colon, or a colon with words on its line. */
function titleEnd(section: ParsedSection, written: string): 'none' | 'colon' | 'words' {
  const title = section.title.trim();
  if (title === '' || /[:.;]$/.test(title)) return 'none';
  const [first] = section.paragraphs;
  if (
    first !== undefined &&
    !isTableRow(first) &&
    written.includes(`${title}: ${first.slice(0, TELLING_WORDS)}`)
  )
    return 'words';
  return written.includes(`${title}:\n`) ? 'colon' : 'none';
}

/**
 * Sections as they were read, words unchanged: headings in the profile's styles, paragraphs justified. `written`: the
 * plan's text with single spaces; a heading that goes on with words on its own line stays one line.
 */
export function sectionBlocks(
  profile: RuleProfile,
  sections: readonly ParsedSection[],
  written: string,
  depth = 0,
): readonly BlockModel[] {
  return sections.flatMap((section) => {
    const end = titleEnd(section, written);
    const text = `${labelText(section.label)}${section.title}${end === 'none' ? '' : ':'}`;
    if (end === 'words') {
      const [first = '', ...others] = section.paragraphs;
      return [
        bodyParagraph(profile, `${text} ${first}`),
        ...bodyBlocks(profile, others),
        ...sectionBlocks(profile, section.children, written, depth + 1),
      ];
    }
    const style = headingStyle(profile, section, depth);
    const head =
      text.trim() === ''
        ? []
        : [
            style
              ? headingParagraph(profile, text, style, Math.min(depth + 1, 4))
              : bodyParagraph(profile, text),
          ];
    return [
      ...head,
      ...bodyBlocks(profile, section.paragraphs),
      ...sectionBlocks(profile, section.children, written, depth + 1),
    ];
  });
}

/** "…thực hiện" → "…thực hiện." or "./." as the profile ends a text; other marks at the end give way. */
function endedText(profile: RuleProfile, text: string): string {
  return `${text.trimEnd().replace(/[\s./;,:]+$/u, '')}${profile.textEnd}`;
}

/** Points between the text and the signature, besides the gap of the body. */
const BEFORE_SIGNATURE = 6;

/** A paragraph shorter than this may be a single line: not enough to go with a signature. */
const TWO_LINES = 1.1;

/** Whether the text takes more than one line between the margins. */
function takesTwoLines(profile: RuleProfile, { runs, size }: ParagraphModel): boolean {
  const room = PAGE_WIDTH - profile.page.left - profile.page.right - profile.body.firstLineIndent;
  const text = runs.map((run) => run.text).join('');
  return textWidth(text, size) > room * TWO_LINES;
}

/**
 * The blocks with the last paragraph ended by the profile's mark and kept on the page of what follows, the signature. One
 * that is a single line takes the one before it along: a signature stands under two lines of text at least.
 */
export function endedParagraphs(profile: RuleProfile, blocks: readonly BlockModel[]): readonly BlockModel[] {
  const last = blocks.at(-1);
  // Under a table stands nothing to end.
  if (last?.kind !== 'paragraph') return blocks;
  const text = endedText(profile, last.runs.map((run) => run.text).join(''));
  const [run] = last.runs;
  const spaceAfter = (last.spaceAfter ?? 0) + BEFORE_SIGNATURE;
  const ended = { ...last, runs: [{ ...run, text }], keepWithNext: true, spaceAfter };
  const before = blocks.slice(0, -1);
  const companion = before.at(-1);
  if (companion?.kind !== 'paragraph' || takesTwoLines(profile, ended)) return [...before, ended];
  return [...before.slice(0, -1), { ...companion, keepWithNext: true }, ended];
}
