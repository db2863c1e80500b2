/** The sentence of the plan that an item stands in, as a person reads it. */

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A line that begins a new point: a dash, a number, a letter, a Roman numeral. */
const NEW_POINT = /^\s*(?:[-–+•*]|\d{1,2}[.)]|\(?[a-zđ]\)|[IVX]{1,5}\.)\s/u;
/** A sentence ends here, but not inside "10.6.2026". */
const END = /^[.;!?](?:\s|$)/u;
const LONGEST = 500;

/**
 * Words around `span` up to the end of the sentence or of the point. A line that merely wraps (nothing ended, the next
 * line begins no new point) is read on. At most 500 characters.
 */
export function sentenceAt(text: string, span: Span): string {
  let start = span.start;
  while (start > 0 && span.start - start < LONGEST && !isBreak(text, start - 1)) start -= 1;
  let end = span.end;
  while (end < text.length && end - span.start < LONGEST && !isBreak(text, end)) end += 1;
  return text
    .slice(start, end)
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\-–+•*]+/u, '')
    .trim();
}

function isBreak(text: string, at: number): boolean {
  const character = text[at] ?? '';
  if (character === '\n') {
    const before = text.slice(Math.max(0, at - 1), at);
    return before === '\n' || /[.;:!?]/u.test(before) || NEW_POINT.test(text.slice(at + 1, at + 12));
  }
  return END.test(text.slice(at, at + 2));
}
