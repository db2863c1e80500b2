/** The tree of sections: Roman headings at the top, numbers, letters and brackets under them. */
import type { ParsedSection } from '../parsed';
import { isCapitals, labelOf, type Label } from './labels';
import type { Paragraph } from './paragraphs';
import { CLOSING_APPEAL, CLOSING_NOTICE, CLOSING_START, LAST_APPEAL } from './vocabulary';

/** A heading with what stands under it, in printed order. */
export interface SectionNode {
  readonly label: Label | null;
  readonly title: string;
  /** Text after the heading's colon, on the same line. */
  readonly inline: Inline | null;
  readonly paragraph: Paragraph;
  /** Paragraphs and sub-headings, in order. */
  readonly content: (Paragraph | SectionNode)[];
}
interface Inline {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export function isNode(item: Paragraph | SectionNode): item is SectionNode {
  return 'content' in item;
}
export function childrenOf(node: SectionNode): SectionNode[] {
  return node.content.filter(isNode);
}
export function paragraphsIn(node: SectionNode): Paragraph[] {
  return node.content.filter((item): item is Paragraph => !isNode(item));
}

/** What the headings of the top level are: Roman numbers, else articles or capital letters, else numbers. */
type TopKind = 'roman' | 'article' | 'capital' | 'arabic';

/** How the outermost parts are numbered, told by the first of them. */
export function topKindOf(firstLine: string): TopKind {
  const kind = labelOf(firstLine)?.kind;
  return kind === 'roman' || kind === 'article' || kind === 'capital' ? kind : 'arabic';
}

export interface Body {
  readonly sections: readonly SectionNode[];
  readonly closing: readonly Paragraph[];
}

/** Builds the tree from the joined paragraphs of the body (the first one heads section I). */
export function bodyOf(paragraphs: readonly Paragraph[], topKind: TopKind): Body {
  const { rest, closing } = withoutClosing(paragraphs);
  const sections: SectionNode[] = [];
  let stack: { level: string; node: SectionNode }[] = [];
  let lastTop = 0;
  for (const paragraph of rest) {
    const label = paragraph.cells ? null : paragraph.label;
    const level = label === null ? null : levelOf(label, topKind, paragraph);
    const top = stack.at(-1)?.node;
    if (level === null || label === null) {
      if (top) top.content.push(paragraph);
      else sections.push(nodeOf(null, paragraph));
      continue;
    }
    if (level === 'top') {
      if (!isTopHeading(paragraph, label, lastTop) && top) {
        top.content.push(paragraph);
        continue;
      }
      lastTop = label.value;
      const node = nodeOf(label, paragraph);
      sections.push(node);
      stack = [{ level, node }];
      continue;
    }
    const node = nodeOf(label, paragraph);
    const at = parentIndex(stack, level, label);
    stack = stack.slice(0, at + 1);
    const parent = stack.at(-1)?.node;
    if (parent) parent.content.push(node);
    else sections.push(node);
    stack.push({ level, node });
  }
  return { sections, closing };
}

function isTopHeading(paragraph: Paragraph, label: Label, previous: number): boolean {
  if (label.kind !== 'roman') return true;
  const rest = paragraph.text.slice(label.length);
  if (isCapitals(rest.split(':')[0] ?? rest) || isCapitals(rest.slice(0, 40))) return true;
  return rest.length <= 220 && label.value <= previous + 3;
}

/** The kind of heading that a label makes; null for dashes and plus signs, which head nothing. */
function levelOf(label: Label, topKind: TopKind, paragraph: Paragraph): string | null {
  switch (label.kind) {
    case 'roman':
      return topKind === 'roman' ? 'top' : null;
    case 'article':
      return topKind === 'article' ? 'top' : null;
    case 'capital':
      return topKind === 'capital'
        ? 'top'
        : topKind === 'arabic' && isCapitals(paragraph.text)
          ? 'top'
          : null;
    case 'arabic':
      return topKind === 'arabic' ? 'top' : 'arabic';
    case 'multi':
      return `multi${label.depth}`;
    case 'letter':
      return 'letter';
    case 'paren':
      return 'paren';
    default:
      return null;
  }
}

const RANK: Readonly<Record<string, number>> = {
  top: 0,
  arabic: 1,
  multi2: 2,
  multi3: 3,
  multi4: 4,
  multi5: 5,
  letter: 6,
  paren: 7,
};

/** The index in the stack of the heading under which a new heading of `level` stands. */
function parentIndex(
  stack: readonly { level: string; node: SectionNode }[],
  level: string,
  label: Label,
): number {
  const same = stack.findIndex((entry) => entry.level === level);
  if (same >= 0) return same - 1;
  const rank = RANK[level] ?? 8;
  // "1)" under "a)" happens; a first number that follows a letter is its child, any other closes it.
  for (let index = stack.length - 1; index >= 0; index--) {
    const other = RANK[stack[index]?.level ?? ''] ?? 0;
    if (other < rank || (label.value === 1 && label.kind === 'arabic')) return index;
  }
  return -1;
}

function nodeOf(label: Label | null, paragraph: Paragraph): SectionNode {
  const skip = label?.length ?? 0;
  const text = paragraph.text.slice(skip);
  const split = splitHeading(text, label);
  const title = label === null ? '' : text.slice(0, split.titleEnd);
  const content: (Paragraph | SectionNode)[] = label === null ? [paragraph] : [];
  const inline =
    label !== null && split.restStart < text.length
      ? {
          text: text.slice(split.restStart),
          start: paragraph.start + skip + split.restStart,
          end: paragraph.end,
        }
      : null;
  return { label, title, inline, paragraph, content };
}

/** "KINH PHÍ: Từ nguồn …" → heading and text. A long sentence with a colon inside stays whole. */
function splitHeading(text: string, label: Label | null): { titleEnd: number; restStart: number } {
  const whole = { titleEnd: text.replace(/\s*:\s*$/, '').length, restStart: text.length };
  const colon = /:\s+(?=\S)/.exec(text);
  if (colon && label !== null) {
    const head = text.slice(0, colon.index);
    const fits = label.kind === 'roman' ? isCapitals(head) || head.length < 70 : head.length <= 170;
    if (fits && !/[.;]\s/.test(head) && /\p{L}/u.test(head))
      return { titleEnd: colon.index, restStart: colon.index + colon[0].length };
  }
  if (label?.kind === 'roman' && !isCapitals(text)) {
    // "IV. KINH PHÍ THỰC HIỆN Từ nguồn …": capitals, then a sentence.
    const capitals = /^((?:[\p{Lu}\d\-–,()&/]+\s+){2,})(?=\p{Lu}\p{Ll})/u.exec(text);
    if (capitals?.[1] && text.length > capitals[1].length + 25)
      return { titleEnd: capitals[1].trimEnd().length, restStart: capitals[1].length };
  }
  return whole;
}

/** Takes the closing paragraphs off the end: "Trên đây là …", "Trong quá trình thực hiện …", "… đề nghị các …". */
function withoutClosing(paragraphs: readonly Paragraph[]): {
  rest: readonly Paragraph[];
  closing: readonly Paragraph[];
} {
  let from = paragraphs.length;
  const floor = Math.max(1, paragraphs.length - 8);
  for (let index = paragraphs.length - 1; index >= floor; index--) {
    const paragraph = paragraphs[index];
    if (!paragraph || paragraph.cells) break;
    const key = paragraph.key.slice(paragraph.label?.length ?? 0);
    if (paragraph.label?.kind === 'roman') break;
    const start = CLOSING_START.test(key) || (index === paragraphs.length - 1 && CLOSING_NOTICE.test(key));
    const appeal = paragraph.label === null && CLOSING_APPEAL.test(key);
    // The very last paragraph, though dashed, is the appeal that ends the plan.
    const dashedAppeal =
      paragraph.label?.kind === 'dash' && index === paragraphs.length - 1 && LAST_APPEAL.test(key);
    if (dashedAppeal || (paragraph.label === null && (start || appeal))) from = index;
    // A labelled "Trên đây là" is closing all the same; "2. Trong quá trình …" is an item of the section.
    else if (start && key.startsWith('trên đây là')) from = index;
    else if (from === paragraphs.length && index < paragraphs.length - 4) break;
  }
  return { rest: paragraphs.slice(0, from), closing: paragraphs.slice(from) };
}

/** The contract's shape: every word of the body once, in order. */
export function sectionTree(nodes: readonly SectionNode[]): ParsedSection[] {
  return nodes.map(sectionOf);
}

/**
 * Paragraphs that stand after a sub-heading's own text belong to that sub-heading, so `paragraphs` before `children`
 * is printed order.
 */
function sectionOf(node: SectionNode): ParsedSection {
  return {
    label: node.label?.text ?? '',
    title: node.title.replace(/\s*[:]\s*$/, ''),
    paragraphs: [
      ...(node.inline ? [node.inline.text] : []),
      ...paragraphsIn(node).map((paragraph) => paragraph.text),
    ],
    children: childrenOf(node).map(sectionOf),
    source: { start: node.paragraph.start, end: node.inline?.start ?? node.paragraph.end },
  };
}

/** All paragraphs under a node, in printed order, with the headings above each (outermost first). */
export interface Placed {
  readonly text: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly path: readonly SectionNode[];
  readonly paragraph: Paragraph;
  /** The heading itself (its whole printed line), not a paragraph under it. */
  readonly isHeading: boolean;
}

export function placedTexts(nodes: readonly SectionNode[], path: readonly SectionNode[] = []): Placed[] {
  const out: Placed[] = [];
  for (const node of nodes) {
    const here = [...path, node];
    if (node.label !== null)
      out.push({ ...spanOf(node.paragraph), path: here, paragraph: node.paragraph, isHeading: true });
    for (const item of node.content) {
      if (isNode(item)) out.push(...placedTexts([item], here));
      else out.push({ ...spanOf(item), path: here, paragraph: item, isHeading: false });
    }
  }
  return out;
}

function spanOf(paragraph: Paragraph): { text: string; key: string; start: number; end: number } {
  return { text: paragraph.text, key: paragraph.key, start: paragraph.start, end: paragraph.end };
}

/** No paragraph of an office is as long; what is (a file without line breaks) is looked at piece by piece. */
const LONGEST_PIECE = 4000;

/** A text in pieces of bounded length, cut after a sentence or at least between words: scanning stays linear. */
export function inPieces<T extends { text: string; key: string; start: number; end: number }>(whole: T): T[] {
  if (whole.text.length <= LONGEST_PIECE) return [whole];
  const out: T[] = [];
  for (let from = 0; from < whole.text.length;) {
    let to = Math.min(from + LONGEST_PIECE, whole.text.length);
    if (to < whole.text.length) {
      const window = whole.text.slice(from, to);
      const sentence = Math.max(window.lastIndexOf('. '), window.lastIndexOf('; '));
      const cut = sentence > LONGEST_PIECE / 2 ? sentence + 1 : window.lastIndexOf(' ');
      if (cut > 0) to = from + cut;
    }
    while (whole.text[from] === ' ' && from < to) from++;
    out.push({
      ...whole,
      text: whole.text.slice(from, to),
      key: whole.key.slice(from, to),
      start: whole.start + from,
      end: whole.start + to,
    });
    from = Math.max(to, from + 1);
  }
  return out;
}

/** "IV.2.a" */
export function pathText(path: readonly SectionNode[]): string {
  return path
    .map((node) => node.label?.text ?? '')
    .filter((label) => label !== '')
    .join('.');
}

/** The text without its number or bullet. */
export function bareText(paragraph: Paragraph): string {
  return paragraph.text.slice(labelOf(paragraph.text)?.length ?? 0);
}
