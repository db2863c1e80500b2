/** Text as it may stand in a file: NFC, without what XML 1.0 and PDF cannot hold. */

/** Control characters but tab and line feed, halves of surrogate pairs, and the two non-characters. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** NFC (pdfmake breaks decomposed Vietnamese) and nothing unprintable; line ends are "\n". */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '').normalize('NFC');
}
