/**
 * Annexes that an imported plan carries after its signature ("PHỤ LỤC", "BIỂU MẪU SỐ 1"). The reading keeps their lines
 * as text that it did not sort; they print as pages of their own, words and order unchanged.
 */
import { bodyBlocks, landscapeAnnex, portraitPart } from './body';
import { styledLine } from './letterhead';
import type { BlockModel, PagePart } from './page-model';
import { isTableRow } from './plan-tables';
import type { RuleProfile } from './rule-profile';

const TITLE = /^(?:phụ lục|biểu mẫu|biểu số|mẫu số)(?:\s|$)/iu;
const LONGEST_TITLE = 120;
/** Lines of a head: number, name over one or two lines, "(Kèm theo …)". */
const HEAD_LINES = 4;
/** Tables of more columns lie on their side. */
const PORTRAIT_COLUMNS = 5;

function isTitle(line: string): boolean {
  return TITLE.test(line) && line.length <= LONGEST_TITLE && !/[.;,]$/.test(line) && !isTableRow(line);
}

/** The lines of each annex, its title first; [] where the plan has none. */
function annexesIn(unclassified: readonly string[]): readonly (readonly string[])[] {
  const starts = unclassified.flatMap((line, index) => (isTitle(line) ? [index] : []));
  return starts.map((start, index) => unclassified.slice(start, starts[index + 1] ?? unclassified.length));
}

/** The first lines up to the one in brackets; without one only the title is the head. */
function headLength(lines: readonly string[]): number {
  const bracketed = lines.slice(0, HEAD_LINES).findIndex((line) => /^\(.*\)$/u.test(line));
  return bracketed > 0 ? bracketed + 1 : 1;
}

function head(profile: RuleProfile, lines: readonly string[]): readonly BlockModel[] {
  return lines.map((line, index) =>
    index === 0
      ? styledLine(line, { ...profile.sectionTitle, caps: false }, 'center', {
          outlineLevel: 1,
          keepWithNext: true,
        })
      : styledLine(
          line,
          line.startsWith('(') ? { ...profile.subject, bold: false, italic: true } : profile.subject,
          'center',
          { keepWithNext: true, ...(index === lines.length - 1 && { spaceAfter: 8 }) },
        ),
  );
}

export function sourceAnnexes(profile: RuleProfile, unclassified: readonly string[]): readonly PagePart[] {
  return annexesIn(unclassified).map((lines) => {
    const length = headLength(lines);
    const blocks = [...head(profile, lines.slice(0, length)), ...bodyBlocks(profile, lines.slice(length))];
    const wide = blocks.some((block) => block.kind === 'table' && block.widths.length > PORTRAIT_COLUMNS);
    return wide
      ? landscapeAnnex(profile, blocks)
      : { ...portraitPart(profile, blocks), restartNumbers: true };
  });
}
