/** Numbers of headings and items: the next of a kind, and a whole plan numbered anew in a chosen style. */
import type { Label } from '../reading/labels';
import { flatSections, placesOf, type SectionPlace } from './outline';
import { applyEdits, type TextEdit } from './text-edits';

/** How one level is numbered; `mark` is what stands behind the number. */
export interface LevelStyle {
  readonly kind: 'roman' | 'capital' | 'arabic' | 'multi' | 'letter' | 'dash';
  readonly mark: '.' | ')' | '';
}

export interface NumberingStyle {
  readonly id: string;
  /** As a person knows it: "I. / 1. / 1.1. / a)". */
  readonly name: string;
  /** From the outermost level; the last serves all below it. */
  readonly levels: readonly LevelStyle[];
}

const level = (kind: LevelStyle['kind'], mark: LevelStyle['mark']): LevelStyle => ({ kind, mark });

/** The styles that offices write in. */
export const NUMBERING_STYLES: readonly NumberingStyle[] = [
  {
    id: 'roman-multi',
    name: 'I. / 1. / 1.1. / a)',
    levels: [
      level('roman', '.'),
      level('arabic', '.'),
      level('multi', '.'),
      level('letter', ')'),
      level('dash', ''),
    ],
  },
  {
    id: 'roman-letter',
    name: 'I. / 1. / a) / -',
    levels: [level('roman', '.'), level('arabic', '.'), level('letter', ')'), level('dash', '')],
  },
  {
    id: 'arabic-multi',
    name: '1. / 1.1. / 1.1.1. / a)',
    levels: [
      level('arabic', '.'),
      level('multi', '.'),
      level('multi', '.'),
      level('letter', ')'),
      level('dash', ''),
    ],
  },
];

/** Order of letters in lists: a, b, c, d, đ, e, g, h, … */
const LETTERS = 'abcdđeghiklmnopqrstuvxy';
const CAPITALS = 'ABCDĐEGH';

function roman(value: number): string {
  let rest = value;
  let out = '';
  for (const [number, sign] of [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const)
    // prettier-ignore
    while (rest >= number) {
      out += sign;
      rest -= number;
    }
  return out;
}

/** The bare number of a place in its row, from 1; null where a style has no sign so far on (a 24th letter). */
export function bareNumber(style: LevelStyle, value: number, above: string): string | null {
  switch (style.kind) {
    case 'roman':
      return value <= 50 ? roman(value) : null;
    case 'capital':
      return CAPITALS[value - 1] ?? null;
    case 'letter':
      return LETTERS[value - 1] ?? null;
    case 'multi':
      return above === '' ? null : `${above}.${value}`;
    case 'dash':
      return '-';
    default:
      return value <= 99 ? String(value) : null;
  }
}

/** The label of the place after `label`, in the same hand ("IV. " → "V. "); the label itself for dashes. */
export function relabelled(printed: string, label: Label, value: number): string {
  if (label.kind === 'article') return printed.replace(label.text, label.text.replace(/\d+/u, String(value)));
  const style: LevelStyle = {
    kind: label.kind === 'plus' || label.kind === 'paren' ? 'dash' : label.kind,
    mark: '',
  };
  if (label.kind === 'paren') {
    const letter = LETTERS[value - 1];
    const next = /\d/u.test(label.text) ? String(value) : letter;
    return next === undefined ? printed : printed.replace(label.text, `(${next})`);
  }
  if (style.kind === 'dash') return printed;
  const above = label.text.split('.').slice(0, -1).join('.');
  const next = bareNumber(style, value, above);
  return next === null ? printed : printed.replace(label.text, next);
}

/** The place of a label in its row, from 1; null for dashes and what has no order. */
export function ordinalOf(label: Label): number | null {
  switch (label.kind) {
    case 'letter':
      return LETTERS.indexOf(label.text) + 1 || null;
    case 'capital':
      return CAPITALS.indexOf(label.text) + 1 || null;
    case 'paren': {
      const inner = label.text.slice(1, -1);
      return label.value > 0 ? label.value : LETTERS.indexOf(inner) + 1 || null;
    }
    case 'dash':
    case 'plus':
      return null;
    default:
      return label.value;
  }
}

export interface Renumbering {
  readonly edits: readonly TextEdit[];
  /** Every label that changes, with the beginning of its line. */
  readonly changes: readonly { readonly before: string; readonly after: string; readonly line: string }[];
  /** Sentences that name a section whose number changes ("các đơn vị ở mục IV"); a person corrects them. */
  readonly mentions: readonly string[];
}

/** The text numbered anew; null where the style cannot: the numbered text would no longer be read as the same tree. */
export function renumbered(text: string, style: NumberingStyle): Renumbering | null {
  const { sections } = placesOf(text);
  const edits: TextEdit[] = [];
  const changes: { before: string; after: string; line: string }[] = [];
  const renamed = new Map<string, string>();
  /** Places for which the style has no sign. */
  const impossible: string[] = [];
  const visit = (
    siblings: readonly SectionPlace[],
    depth: number,
    above: string,
    pathBefore: string,
    pathAfter: string,
  ) => {
    const levelStyle = style.levels[Math.min(depth, style.levels.length - 1)];
    if (!levelStyle) return;
    let value = 0;
    for (const section of siblings) {
      let [number, before, after] = [above, pathBefore, pathAfter];
      if (section.label) {
        value += 1;
        const bare = bareNumber(levelStyle, value, above);
        if (bare === null) impossible.push(section.key);
        else {
          const printed = text.slice(section.start, section.start + section.label.length);
          const label = `${bare}${levelStyle.mark} `;
          const line = text.slice(section.start, section.start + 90).split('\n')[0] ?? '';
          if (printed !== label) {
            edits.push({ start: section.start, end: section.start + printed.length, text: label });
            changes.push({ before: printed.trim(), after: label.trim(), line });
          }
          number = levelStyle.kind === 'arabic' || levelStyle.kind === 'multi' ? bare : '';
          before = pathBefore === '' ? section.label.text : `${pathBefore}.${section.label.text}`;
          after = pathAfter === '' ? bare : `${pathAfter}.${bare}`;
          if (before !== after) renamed.set(before, after);
        }
      }
      visit(section.children, depth + 1, number, before, after);
    }
  };
  visit(sections, 0, '', '', '');
  if (impossible.length > 0 || shapeOf(applyEdits(text, edits)) !== shapeOf(text)) return null;
  return { edits, changes, mentions: mentionsOf(text, renamed) };
}

/** Titles and depths of all numbered paragraphs: what a new numbering must not change. */
function shapeOf(text: string): string {
  return flatSections(placesOf(text).sections)
    .map(({ depth, title, label }) => `${depth}|${label === null ? '' : title}`)
    .join('\n');
}

const MENTION =
  /(?:mục|phần|điểm|khoản)\s+(?:số\s+)?([IVXL]+(?:\.\d+)*(?:\.[a-zđ])?|\d+(?:\.\d+)+)(?!\p{L}|\d|\/)/giu;

function mentionsOf(text: string, renamed: ReadonlyMap<string, string>): readonly string[] {
  const out: string[] = [];
  for (const match of text.matchAll(MENTION)) {
    const named = match[1] ?? '';
    const next = renamed.get(named);
    if (next === undefined) continue;
    const from = text.lastIndexOf('\n', match.index) + 1;
    const line = text
      .slice(Math.max(from, match.index - 60), match.index + match[0].length + 40)
      .split('\n')[0];
    out.push(`“…${line?.trim() ?? ''}…” (mục ${named} nay là ${next})`);
  }
  return out;
}
