/**
 * Spaces behind letters with combining marks ("Unicode tổ hợp"). pdf.js takes a glyph that stands for a letter and its
 * mark to be as wide as the mark, which is nothing, and sees a gap behind it: what the file has written there tells.
 */

/** A piece of text as pdf.js gives it, without the spaces that nobody wrote behind a mark. */
export interface Spaced {
  readonly text: string;
  /** The next letter was written right behind its last, a mark, so no gap is one. */
  readonly joinsNext: boolean;
}

const MARK = /\p{Mn}/u;
const SPACE = /\s/u;

/** `written`: the letters of each act of drawing, in the order of the file, which is the order of `texts`. */
export function withWrittenSpaces(texts: readonly string[], written: readonly string[]): readonly Spaced[] {
  if (!texts.some((text) => MARK.test(text))) return texts.map((text) => ({ text, joinsNext: false }));
  const all = written.join('\n');
  const letters: string[] = [];
  const places: number[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const letter = all.charAt(at);
    if (SPACE.test(letter)) continue;
    letters.push(letter);
    places.push(at);
  }
  const bare = letters.join('');
  let from = 0;
  return texts.map((text) => {
    const own = text.replace(/\s/gu, '');
    const found = own === '' ? -1 : bare.indexOf(own, from);
    if (found < 0) return { text, joinsNext: false };
    from = found + own.length;
    const isNext = (letter: number) => (places[letter + 1] ?? -1) === (places[letter] ?? 0) + 1;
    return {
      text: MARK.test(text) ? unspaced(text, (letter) => isNext(found + letter)) : text,
      joinsNext: MARK.test(own.slice(-1)) && isNext(from - 1),
    };
  });
}

/** `isNext`: the letter after the one of this number, spaces not counted, was written right behind it. */
function unspaced(text: string, isNext: (letter: number) => boolean): string {
  let out = '';
  let letter = -1;
  for (const [at, one] of Array.from(text, (each, index) => [index, each] as const)) {
    if (!SPACE.test(one)) letter += one.length;
    else if (at > 0 && MARK.test(out.slice(-1)) && isNext(letter)) continue;
    out += one;
  }
  return out;
}
