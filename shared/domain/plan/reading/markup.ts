/** Marks that are no words: Markdown, HTML remains, letter-spacing. They are taken off before anything is read. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};

/** One line without Markdown and HTML marks. A lone "*" (the star of a Party letterhead) and a bullet "* …" stay. */
export function withoutMarkup(line: string): { text: string; headingLevel: number | null; bold: boolean } {
  let text = line.replace(/&(?:nbsp|amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity);
  text = text.replace(/<\/?(?:b|i|u|strong|em|span|p|div|sup|sub)(?:\s[^<>]*)?>/gi, '');
  const heading = /^\s*(#{1,6})\s+(.*)$/.exec(text);
  if (heading) text = heading[2] ?? '';
  text = text.replace(/^\s*>\s?/, '');
  const bold = /^\s*\*\*.*\*\*[:.;,]?\s*$/.test(text);
  text = text.replace(/\\([-.*_#()[\]+!|\\])/g, '$1');
  if (!/^[\s_]*$/.test(text)) text = text.replace(/\*\*|__(?=\S)|(?<=\S)__/g, '');
  if (!/^\s*\*+\s*$/.test(text)) text = text.replace(/(?<=\S)\*|(?<!^\s*)\*(?=\S)|^(\s*)\*(?=[^\s*])/g, '$1');
  return { text, headingLevel: heading ? (heading[1] ?? '').length : null, bold };
}

/**
 * "K Ế  H O Ạ C H" → "KẾ HOẠCH": a line of single capitals. Two spaces part words; where there are none, the letters
 * are only put together when they spell one of `known`; otherwise the line stays as it is.
 */
export function withoutLetterSpacing(line: string, known: readonly string[]): string {
  const tokens = line.trim().split(/\s+/);
  if (tokens.length < 4) return line;
  const single = tokens.filter((token) => /^\p{Lu}\p{M}*[,.:;]?$/u.test(token)).length;
  if (single < tokens.length * 0.75) return line;
  if (/\S {2,}\S/.test(line.trim()))
    return line
      .trim()
      .split(/ {2,}/)
      .map((word) => word.replace(/\s/g, ''))
      .join(' ');
  const glued = tokens.join('');
  const match = known.find((phrase) => phrase.replace(/\s/g, '') === glued);
  return match ?? line;
}
