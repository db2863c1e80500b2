/** Automatic numbers of Word: numbering.xml → the label printed before each paragraph. */
import { child, elements, type XmlElement } from './xml';

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}
export interface Numbering {
  /** numId → its list and levels. */
  readonly lists: ReadonlyMap<
    string,
    {
      readonly abstractId: string;
      readonly levels: ReadonlyMap<number, Level>;
      readonly restarts: ReadonlyMap<number, number>;
    }
  >;
}

export function readNumbering(root: XmlElement | null): Numbering {
  const abstracts = new Map<string, Map<number, Level>>();
  for (const abstract of elements(root).filter((element) => element.name === 'w:abstractNum'))
    abstracts.set(abstract.attributes['w:abstractNumId'] ?? '', levelsOf(abstract));
  const lists = new Map<
    string,
    { abstractId: string; levels: Map<number, Level>; restarts: Map<number, number> }
  >();
  for (const list of elements(root).filter((element) => element.name === 'w:num')) {
    const abstractId = child(list, 'w:abstractNumId')?.attributes['w:val'] ?? '';
    const levels = new Map(abstracts.get(abstractId) ?? []);
    const restarts = new Map<number, number>();
    for (const override of elements(list).filter((element) => element.name === 'w:lvlOverride')) {
      const index = Number(override.attributes['w:ilvl'] ?? 0);
      for (const [at, level] of levelsOf(override)) levels.set(at, level);
      const start = child(override, 'w:startOverride')?.attributes['w:val'];
      if (start !== undefined) restarts.set(index, Number(start));
    }
    lists.set(list.attributes['w:numId'] ?? '', { abstractId, levels, restarts });
  }
  return { lists };
}

function levelsOf(parent: XmlElement): Map<number, Level> {
  const out = new Map<number, Level>();
  for (const level of elements(parent).filter((element) => element.name === 'w:lvl'))
    out.set(Number(level.attributes['w:ilvl'] ?? 0), {
      format: child(level, 'w:numFmt')?.attributes['w:val'] ?? 'decimal',
      text: child(level, 'w:lvlText')?.attributes['w:val'] ?? '',
      start: Number(child(level, 'w:start')?.attributes['w:val'] ?? 1),
    });
  return out;
}

/** Counts as Word does: lists of the same abstract numbering count on together. */
export function labelCounter(numbering: Numbering): (numId: string, level: number) => string | null {
  const counts = new Map<string, number[]>();
  const restarted = new Set<string>();
  return (numId, level) => {
    const list = numbering.lists.get(numId);
    const here = list?.levels.get(level);
    if (!list || !here || numId === '0') return null;
    const state = counts.get(list.abstractId) ?? [];
    counts.set(list.abstractId, state);
    const restart = list.restarts.get(level);
    const restartKey = `${numId} ${level}`;
    if (restart !== undefined && !restarted.has(restartKey)) {
      restarted.add(restartKey);
      state[level] = restart;
    } else state[level] = state[level] === undefined ? here.start : state[level] + 1;
    state.length = level + 1;
    for (let above = 0; above < level; above++) state[above] ??= list.levels.get(above)?.start ?? 1;
    if (here.format === 'bullet') return bullet(here.text);
    if (here.format === 'none') return here.text === '' ? null : here.text;
    const label = here.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return formatNumber(state[at] ?? 1, list.levels.get(at)?.format ?? 'decimal');
    });
    return label.trim() === '' ? null : label.trim();
  };
}

/** Bullets are symbols of a private font; "+" and "o" are told apart, any other prints as a dash. */
function bullet(text: string): string {
  return text === '+' ? '+' : '-';
}

function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'lowerLetter':
      return letters(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'decimalZero':
      return value.toString().padStart(2, '0');
    default:
      return value.toString();
  }
}

function roman(value: number): string {
  const digits = [[50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']] as const; // prettier-ignore
  let rest = Math.min(Math.max(value, 0), 89);
  let out = '';
  for (const [size, digit] of digits)
    while (rest >= size) {
      out += digit;
      rest -= size;
    }
  return out;
}

/** a, b, … z, aa, bb (as Word counts). */
function letters(value: number): string {
  const index = Math.max(value - 1, 0);
  return String.fromCharCode(97 + (index % 26)).repeat(Math.min(Math.floor(index / 26) + 1, 4));
}
