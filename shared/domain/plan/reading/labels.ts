/** Numbers and bullets at the head of a paragraph. */

type LabelKind = 'roman' | 'article' | 'arabic' | 'multi' | 'letter' | 'capital' | 'paren' | 'dash' | 'plus';

export interface Label {
  readonly kind: LabelKind;
  /** Without punctuation, "(1)" with its brackets: "I", "2", "2.5", "a", "(1)", "-". */
  readonly text: string;
  /** The number's value (roman, arabic, paren, last part of a multi); 0 for others. */
  readonly value: number;
  /** Depth of "1.1" (2), "1.1.1" (3); 1 for others. */
  readonly depth: number;
  /** Length of the printed label with the spaces after it. */
  readonly length: number;
}

const ROMAN = /^(?=[IVXL])(X{0,3}(?:IX|IV|V?I{0,3})|XL(?:IX|IV|V?I{0,3})|L)$/;
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

/** "XIV" → 14; null when it is no Roman number of up to 50. */
export function romanValue(text: string): number | null {
  if (text === '' || !ROMAN.test(text)) return null;
  let total = 0;
  for (let index = 0; index < text.length; index++) {
    const value = ROMAN_VALUES[text[index] ?? ''] ?? 0;
    const next = ROMAN_VALUES[text[index + 1] ?? ''] ?? 0;
    total += value < next ? -value : value;
  }
  return total;
}

/** Whether a text is printed in capitals (it has letters, and hardly a small one). */
export function isCapitals(text: string): boolean {
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0;
  return upper >= 2 && lower <= upper * 0.12;
}

/** The label at the head of a text, or null. A year ("2031. …"), a date or a decimal number is none. */
export function labelOf(text: string): Label | null {
  return romanLabel(text) ?? articleLabel(text) ?? multiLabel(text) ?? arabicLabel(text) ?? otherLabel(text);
}

function romanLabel(text: string): Label | null {
  // "V/v", "V/V TỔ CHỨC …": about what a text is, no fifth section.
  if (/^V\s?\/\s?v(?!\p{L})/iu.test(text)) return null;
  const match =
    /^(?:(?:PHẦN|Phần|MỤC|Mục)\s+)?([IVXL]{1,6})\s*(?:[.:)/]|[-–—](?=\s*\p{Lu}))\s*[-–.]?\s*(?=\S)/u.exec(
      text,
    );
  if (match?.[1]) {
    const value = romanValue(match[1]);
    if (value !== null) return make('roman', match[1], value, 1, match[0].length);
  }
  // "I MỤC ĐÍCH": without punctuation only before capitals.
  const bare = /^([IVXL]{1,6})\s+(?=\p{Lu})/u.exec(text);
  if (bare?.[1] && isCapitals(text.slice(bare[0].length)) && text.length < 160) {
    const value = romanValue(bare[1]);
    if (value !== null) return make('roman', bare[1], value, 1, bare[0].length);
  }
  return null;
}

/** "Điều 3. Phạm vi": a heading where a text has no Roman numbers; "Điều 3 của Luật" is none. */
function articleLabel(text: string): Label | null {
  const match = /^((?:Điều|ĐIỀU)\s+(\d{1,2}))\s*[.:]\s*(?=\p{Lu})/u.exec(text);
  return match?.[1] === undefined ? null : make('article', match[1], Number(match[2]), 1, match[0].length);
}

function multiLabel(text: string): Label | null {
  const match =
    /^(\d{1,2}(?:\.\d{1,2}){1,4})(?:[.):](?:\s+|(?!\d))|\s*[-–]\s+|\s+)(?=\S)/u.exec(text) ??
    /^(\d{1,2}(?:\s*\.\s*\d{1,2}){1,4})\s*[.)]\s*(?=\P{N})/u.exec(text);
  if (!match?.[1]) return null;
  const rest = text.slice(match[0].length);
  // "1.5 triệu", "2.5% …": a decimal, not a label.
  if (/^(?:%|tỷ|triệu|nghìn|km|m2|ha)(?!\p{L})/u.test(rest)) return null;
  const parts = match[1].split('.').map((part) => part.trim());
  return make('multi', parts.join('.'), Number(parts.at(-1)), parts.length, match[0].length);
}

function arabicLabel(text: string): Label | null {
  const paren = /^\((\d{1,3}|[a-zđ]|[ivx]{1,4})\)\s*/u.exec(text);
  if (paren?.[1]) return make('paren', `(${paren[1]})`, Number(paren[1]) || 0, 1, paren[0].length);
  const match =
    /^(\d{1,2})\s*(?:[.):](?!\d)|\/\.?(?=\s*\p{Lu}|\s+\S)|(?<=\d)[-–](?=\s100\s?%)|[-–](?=\s*\p{Lu})(?!\s?\p{Lu}\p{L}{0,6}\/\p{Lu}))\s*[-–.]?\s*(?=\S)/u.exec(
      text,
    );
  if (match?.[1]) return make('arabic', match[1], Number(match[1]), 1, match[0].length);
  return null;
}

function otherLabel(text: string): Label | null {
  const letter = /^([a-zđ])\s*(?:[.)](?=\s|\p{Lu}|$)|\/\s*(?=\p{Lu}))\s*/u.exec(text);
  if (letter?.[1]) return make('letter', letter[1], 0, 1, letter[0].length);
  const capital = /^([A-HĐ])\s*[.)]\s+(?=\p{Lu})/u.exec(text);
  if (capital?.[1]) return make('capital', capital[1], 0, 1, capital[0].length);
  const plus = /^[+]\s*(?=\P{N})/u.exec(text);
  if (plus) return make('plus', '+', 0, 1, plus[0].length);
  const dash = /^(?:[-–—−•●▪▫■◦·*➢✓►]|o(?=\s+\p{Lu}))\s*(?=[^\s\-–—*_.])/u.exec(text);
  if (dash && !/^[-–—*]{2}/.test(text)) return make('dash', '-', 0, 1, dash[0].length);
  return null;
}

function make(kind: LabelKind, text: string, value: number, depth: number, length: number): Label {
  return { kind, text, value, depth, length };
}
