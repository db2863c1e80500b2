/** Paragraphs of lines: what the width and the page's end cut is joined again, headings and items stay apart. */
import type { SourceParagraph } from '../../../../shared/domain/plan/reading/source';
import { isCentred, type Measure, type TextLine } from './lines';

/** A line of running text and the edges of the text on its page. */
export interface PlacedLine extends TextLine {
  readonly page: number;
  readonly measure: Measure;
}

const SAME = 3;
/** Share of the usual distance of lines from which a distance parts paragraphs. */
const PARTED = 1.22;

const LABEL =
  /^(?:[-–—+*•▪●○]|\(?\p{L}\)|\(?\d{1,3}[-.)]|\d{1,3}(?:\.\d{1,3})+\.?|[IVXL]{1,7}[-.)]|[A-H][-.])(?=\s)/u;

/** What follows a line: the same paragraph, a new one, or the next line of a title that is broken by hand. */
export type Step = 'same' | 'broken' | 'new' | 'unclear';

/** `all`: the running text of the whole document, which tells how its lines are set. */
export function paragraphsOf(
  lines: readonly PlacedLine[],
  all: readonly PlacedLine[] = lines,
): SourceParagraph[] {
  const setting = settingOf(all);
  const out: { text: string; lines: PlacedLine[]; soft: boolean }[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    const step = last ? stepOf(last.lines, line, setting) : 'new';
    if (last && (step === 'same' || step === 'broken')) {
      // Cut behind a hyphen, a word or number ("02-HD/TU") goes on without a space.
      const joint = step === 'broken' ? '\n' : /\S-$/u.test(last.text) ? '' : ' ';
      last.text += `${joint}${line.text}`;
      last.lines.push(line);
    } else out.push({ text: line.text, lines: [line], soft: step === 'unclear' });
  }
  return out.map(({ text, lines: own, soft }) => ({
    kind: 'paragraph',
    text: text.normalize('NFC'),
    ...(own.every(({ bold }) => bold) ? { bold: true } : {}),
    ...(own.every(({ italic }) => italic) ? { italic: true } : {}),
    ...(soft ? { gapBefore: false } : {}),
  }));
}

/** How the running text of a document is set, told by all of its lines. */
export interface Setting {
  /** The usual distance of two baselines, as a share of the size; null where too few lines tell. */
  readonly distance: number | null;
  /** How far first lines are indented; 0 where they begin at the edge. */
  readonly indent: number;
}

/** What `line` is to the paragraph that stands above it. */
export function stepOf(group: readonly PlacedLine[], line: PlacedLine, setting: Setting): Step {
  const before = group.at(-1);
  const first = group[0];
  if (!before || !first) return 'new';
  const samePage = before.page === line.page;
  const gap =
    samePage &&
    setting.distance !== null &&
    line.baseline - before.baseline > setting.distance * line.size * PARTED;
  if (Math.abs(before.size - line.size) > 1 || (samePage && before.baseline > line.baseline)) return 'new';
  const centred = isMiddle(line, setting);
  const title = centred || (line.bold && before.bold && fillsLine(line));
  if (title !== (isMiddle(before, setting) || (before.bold && line.bold && fillsLine(before)))) return 'new';
  if (title && (centred || isMiddle(before, setting))) {
    if (!samePage || gap || before.bold !== line.bold) return 'new';
    // Wrapped where the next word had no room; else the typist's own break.
    const width = before.right - before.left + before.size * 0.22 + line.firstWord;
    return width > line.measure.right - line.measure.left ? 'same' : 'broken';
  }
  if (gap || !isFull(before, line) || (before.bold && !line.bold)) return 'new';
  const inset = line.left - line.measure.left;
  const labelled = LABEL.test(line.text);
  if (Math.abs(inset) > SAME) {
    // Hanging lines: they stand where the second one stood, or right of an item's label.
    const hanging =
      group.length > 1 && first.left - first.measure.left < before.left - before.measure.left - SAME;
    const place = before.left - before.measure.left;
    if (hanging && Math.abs(place - inset) <= SAME) return labelled ? 'unclear' : 'same';
    return group.length === 1 &&
      LABEL.test(first.text) &&
      !labelled &&
      inset > place + SAME &&
      inset < place + 45
      ? 'same'
      : 'new';
  }
  // At the left edge: where first lines are indented this is none.
  if (setting.indent > 0) return 'same';
  return labelled || /^\p{Lu}/u.test(line.text) ? 'unclear' : 'same';
}

/** Whether the next line's first word had no room any more. */
function isFull(before: TextLine & { readonly measure: Measure }, line: TextLine): boolean {
  const space = before.size * 0.22;
  return before.right + space + line.firstWord * 0.9 > before.measure.right;
}

/** Reads from all lines how they are set. */
export function settingOf(lines: readonly PlacedLine[]): Setting {
  return { distance: usualDistance(lines), indent: usualIndent(lines) };
}

/** In the middle, and not only because an indented line ends early by as much. */
function isMiddle(line: PlacedLine, { indent }: Setting): boolean {
  const inset = line.left - line.measure.left;
  return isCentred(line, line.measure) && !(indent > 0 && Math.abs(inset - indent) <= SAME);
}

/** From edge to edge: it may be running text, or the longest line of a title. */
function fillsLine({ left, right, measure }: PlacedLine): boolean {
  return left - measure.left < 12 && measure.right - right < 12;
}

function usualDistance(lines: readonly PlacedLine[]): number | null {
  const shares = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    if (!before || before.page !== line.page || Math.abs(before.size - line.size) > 0.5) return [];
    const share = (line.baseline - before.baseline) / line.size;
    return share > 0.8 && share < 3 && isFull(before, line) ? [share] : [];
  });
  if (shares.length < 3) return null;
  return [...shares].sort((one, other) => one - other)[Math.floor(shares.length * 0.3)] ?? null;
}

/** Where most lines begin that follow one that ended early; 0 where most begin at the edge. */
function usualIndent(lines: readonly PlacedLine[]): number {
  const insets = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    return before && !isFull(before, line) ? [Math.max(0, line.left - line.measure.left)] : [];
  });
  const near = (inset: number) => insets.filter((one) => Math.abs(one - inset) <= SAME).length;
  const usual = insets.reduce((best, inset) => (near(inset) > near(best) ? inset : best), insets[0] ?? 0);
  return usual > SAME && near(usual) >= 2 ? usual : 0;
}
