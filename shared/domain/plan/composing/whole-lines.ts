/** A plan's text with every paragraph on one line. */
import type { ParsedPlan, ParsedSection } from '../parsed';

/**
 * The text with the line feeds inside its paragraphs replaced by spaces: of the same length, so that every place in it
 * stays. Paragraphs are those of the reading; a text without wrapped lines is returned as it is.
 */
export function wholeLines(text: string, parsed: ParsedPlan): string {
  const flat = text.replaceAll('\n', ' ');
  const out = text.split('');
  let cursor = 0;
  const join = (start: number, end: number) => {
    for (let index = start; index < end; index++) if (out[index] === '\n') out[index] = ' ';
  };
  const joinWords = (words: string | null) => {
    if (words === null || words === '') return;
    const start = flat.indexOf(words, cursor);
    if (start < 0) return;
    cursor = start + words.length;
    join(start, cursor);
  };
  const joinSection = (section: ParsedSection) => {
    if (section.label !== '' && section.source) {
      join(section.source.start, section.source.end);
      cursor = Math.max(cursor, section.source.end);
    }
    section.paragraphs.forEach(joinWords);
    section.children.forEach(joinSection);
  };
  joinWords(parsed.title);
  parsed.opening.forEach(joinWords);
  parsed.sections.forEach(joinSection);
  parsed.closing.forEach(joinWords);
  for (const recipient of parsed.recipients) {
    if (!recipient.source) continue;
    cursor = recipient.source.start;
    join(recipient.source.start, recipient.source.end);
    if (recipient.purpose !== null && flat.startsWith(recipient.purpose, recipient.source.end + 2)) {
      cursor = recipient.source.end;
      join(cursor, cursor + 2);
      joinWords(recipient.purpose);
    }
  }
  return out.join('');
}
