/** Replacements in a plan's text: checked, narrowed to what really changes, applied, and followed by places in it. */
import { compareTexts } from '../../../text/compare-texts';
import { toNfc } from '../../../text/normalize';
import type { SourceSpan } from '../parsed';

/** `[start, end)` of the text becomes `text`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edits in order; null where one lies outside the text or two overlap. */
export function orderedEdits(length: number, edits: readonly TextEdit[]): readonly TextEdit[] | null {
  const ordered = [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
  let at = 0;
  for (const { start, end } of ordered) {
    if (start < at || end < start || end > length) return null;
    at = end;
  }
  return ordered;
}

/** The text with ordered edits done. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let at = 0;
  for (const edit of edits) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

/**
 * The same edits, cut down to the paragraphs and words that they change, so that whatever stands between keeps its
 * place. Order stays.
 */
export function narrowedEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.flatMap((edit) => {
    const before = text.slice(edit.start, edit.end);
    // Words put in the place of others within one line are the same place, however different they are.
    if (!before.includes('\n') && !edit.text.includes('\n'))
      return before === edit.text ? [] : [trimmedEdit(before, edit.text, edit.start)];
    return editsBetween(before, edit.text, edit.start);
  });
}

/** Edits that make `after` of `before`, which stands at `offset`. */
export function editsBetween(before: string, after: string, offset = 0): readonly TextEdit[] {
  if (before === after) return [];
  const edits: TextEdit[] = [];
  let at = offset;
  let first = true;
  let firstAfter = true;
  /** A paragraph is cut out or put in together with the line feed that parts it from the one before. */
  for (const row of compareTexts(before, after)) {
    if (row.before !== null && row.after !== null) {
      if (first !== firstAfter)
        // What stood before it is gone, or something new stands there: the line feed between changes sides.
        edits.push(first ? { start: at, end: at, text: '\n' } : { start: at, end: at + 1, text: '' });
      at += first ? 0 : 1;
      [first, firstAfter] = [false, false];
      if (row.kind === 'changed') edits.push(trimmedEdit(row.before, row.after, at));
      at += row.before.length;
    } else if (row.before !== null) {
      const start = at;
      at += row.before.length + (first ? 0 : 1);
      first = false;
      edits.push({ start, end: at, text: '' });
    } else {
      edits.push({ start: at, end: at, text: (firstAfter ? '' : '\n') + row.after });
      firstAfter = false;
    }
  }
  return edits;
}

/** One replacement without what both texts begin and end with. */
function trimmedEdit(before: string, after: string, offset: number): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return {
    start: offset + head,
    end: offset + before.length - tail,
    text: after.slice(head, after.length - tail),
  };
}

/**
 * Edits that tidy a text: no spaces at the ends of a line, one space for several, no empty line. `linesOf` reads lines
 * in this form, so the places that it gives are places in the tidied text.
 */
export function tidyingEdits(text: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const match of text.matchAll(/\s+/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    const edge = start === 0 || end === text.length;
    const wanted = edge ? '' : match[0].includes('\n') ? '\n' : ' ';
    if (match[0] !== wanted) edits.push({ start, end, text: wanted });
  }
  return edits;
}

/** A typed text in the form that is kept: NFC, whole lines, single spaces, no empty line. */
export function tidyText(text: string): string {
  const typed = toNfc(text);
  return applyEdits(typed, tidyingEdits(typed));
}

/** Where a place of the old text stands after the edits; null where its words were all taken out. */
export function movedSpan(span: SourceSpan, edits: readonly TextEdit[]): SourceSpan | null {
  let shift = 0;
  let { start, end } = span;
  let [newStart, newEnd] = [start, end];
  for (const edit of edits) {
    const grown = edit.text.length - (edit.end - edit.start);
    if (edit.start <= span.start && edit.end >= span.end && edit.end > edit.start) {
      if (edit.text === '') return null;
      return { start: edit.start + shift, end: edit.start + shift + edit.text.length };
    }
    if (edit.end <= span.start) {
      newStart += grown;
      newEnd += grown;
    } else if (edit.start < span.end) {
      if (edit.start < span.start) {
        // Its beginning was replaced: it begins with the new words.
        newStart = edit.start + shift;
        newEnd += grown;
      } else if (edit.end > span.end) newEnd = edit.start + shift + edit.text.length;
      else newEnd += grown;
    }
    shift += grown;
  }
  [start, end] = [newStart, newEnd];
  return start < end ? { start, end } : null;
}
