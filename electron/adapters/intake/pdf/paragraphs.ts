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
  /^(?:[-–—+*•▪●○]|\(?\p{L}\)|\(?\d{1,3}[.)]|\d{1,3}(?:\.\d{1,3})+\.?|[IVXL]{1,7}[.)]|[A-H]\.)(?=\s)/u;

/** What follows a line: the same paragraph, a new one, or the next line of a title that is broken by hand. */
export type Step = 'same' | 'broken' | 'new' | 'unclear';

/** `all`: the running text of the whole document, which tells how its lines are set. */
export function paragraphsOf(
  lines: readonly PlacedLine[],
  all: readonly PlacedLine[] = lines,
): SourceParagraph[] {
  const distance = usualDistance(all);
  const indented = indentsFirstLines(all);
  const out: { text: string; lines: PlacedLine[]; soft: boolean }[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    const step = last ? stepOf(last.lines, line, distance, indented) : 'new';
    if (last && (step === 'same' || step === 'broken')) {
      last.text += `${step === 'same' ? ' ' : '\n'}${line.text}`;
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

/** Exported for the tests: one rule at a time. */
export function stepOf(
  group: readonly PlacedLine[],
  line: PlacedLine,
  distance: number | null,
  indented: boolean,
): Step {
  const before = group.at(-1);
  const first = group[0];
  if (!before || !first) return 'new';
  const samePage = before.page === line.page;
  const gap =
    samePage && distance !== null && line.baseline - before.baseline > distance * line.size * PARTED;
  if (Math.abs(before.size - line.size) > 1 || before.baseline > line.baseline === samePage) return 'new';
  const centred = isCentred(line, line.measure);
  if (isCentred(before, before.measure) || centred)
    return centred && isCentred(before, before.measure) && samePage && !gap && before.bold === line.bold
      ? 'broken'
      : 'new';
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
  if (indented) return 'same';
  return labelled || /^\p{Lu}/u.test(line.text) ? 'unclear' : 'same';
}

/** Whether the next line's first word had no room any more. */
function isFull(before: TextLine & { readonly measure: Measure }, line: TextLine): boolean {
  const space = before.size * 0.22;
  return before.right + space + line.firstWord * 0.9 > before.measure.right;
}

/** The usual distance of two baselines, as a share of the size; null where too few lines tell. */
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

/** Whether paragraphs begin further right than they go on: most lines after one that ended early do. */
function indentsFirstLines(lines: readonly PlacedLine[]): boolean {
  let inset = 0;
  let flush = 0;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!before || isFull(before, line) || isCentred(line, line.measure)) continue;
    if (line.left - line.measure.left > SAME) inset += 1;
    else flush += 1;
  }
  return inset > flush;
}
