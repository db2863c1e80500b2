/** Seeded damage to plans, as printers, converters, web pages and hurried hands do it. */
import JSZip from 'jszip';

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const below = (random: Random, count: number): number => Math.floor(random() * count);
const pick = <T>(random: Random, items: readonly T[]): T => items[below(random, items.length)] as T;

const STRAY = [
  'I. ', 'V/ ', '- ', '1. ', '2.5. ', 'a) ', 'đ) ', '(12) ', '2031. ', '+ ', 'Điều 3. ', 'A. ', 'PHẦN THỨ HAI',
  'Nơi nhận:', '|', '|---|---|', '*', '12', 'Trang 3/9', 'MẬT', 'KT. CHỦ TỊCH', 'T/M BAN THƯỜNG VỤ', '-----', '____',
  'Lưu VPĐU.', 'PHỤ LỤC', 'KẾ HOẠCH', 'Số: 12/KH-UBND', 'An Bình, ngày 31 tháng 02 năm 2026', '</b>', '&nbsp;', '**',
  'Lượt xem: 102', 'từ ngày 31/4 đến ngày 99/99/2026', 'ĐẢNG CỘNG SẢN VIỆT NAM', '\t\t', '(', '”', '\u0301', '\ufffd', '\f',
]; // prettier-ignore

type Change = (lines: string[], at: number, random: Random) => void;

const CHANGES: readonly Change[] = [
  (lines, at) => lines.splice(at, 1),
  (lines, at) => lines.splice(at, 0, lines[at] ?? ''),
  (lines, at, random) => {
    const other = below(random, lines.length);
    [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
  },
  (lines, at) => lines.splice(at, 2, `${lines[at] ?? ''} ${lines[at + 1] ?? ''}`),
  (lines, at, random) => {
    const parts = (lines[at] ?? '').split(' ');
    const cut = below(random, parts.length + 1);
    lines.splice(at, 1, parts.slice(0, cut).join(' '), parts.slice(cut).join(' '));
  },
  (lines, at) => lines.splice(at, 0, ''),
  (lines, at, random) => lines.splice(at, 0, pick(random, STRAY)),
  (lines, at, random) => (lines[at] = pick(random, STRAY) + (lines[at] ?? '')),
  (lines, at, random) => (lines[at] = `${lines[at] ?? ''} ${pick(random, STRAY)}`),
  (lines, at) => (lines[at] = `      ${(lines[at] ?? '').replace(' ', '     ')}`),
  (lines, at) => (lines[at] = (lines[at] ?? '').replace(/([àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệ]) /u, '$1')),
  (lines, at) => (lines[at] = Array.from(lines[at] ?? '').join(' ')),
  (lines, at) => (lines[at] = (lines[at] ?? '').toUpperCase()),
  (lines, at) => (lines[at] = `**${lines[at] ?? ''}**`),
  (lines, at) => (lines[at] = `|${(lines[at] ?? '').split(', ').join('|')}|`),
  (lines, at) => (lines[at] = (lines[at] ?? '').replaceAll(' ', '\t')),
  (lines, at) => (lines[at] = (lines[at] ?? '').normalize('NFD')),
  (lines, at) => (lines[at] = (lines[at] ?? '').replace(/[.;:,]$/, '')),
];

/** A text after one to sixteen changes; sometimes wrapped at a width, as a PDF gives it. */
export function mutatedText(text: string, random: Random): string {
  const lines = text.split('\n');
  for (let left = 1 + below(random, 16); left > 0 && lines.length > 0; left--)
    pick(random, CHANGES)(lines, below(random, lines.length), random);
  return random() < 0.2 ? wrapped(lines, 50 + below(random, 50)) : lines.join('\n');
}

function wrapped(lines: readonly string[], width: number): string {
  return lines
    .flatMap((line) => {
      const out = [''];
      for (const word of line.split(' '))
        if ((out.at(-1) ?? '').length + word.length > width && out.at(-1) !== '') out.push(word);
        else out[out.length - 1] = out.at(-1) === '' ? word : `${out.at(-1) ?? ''} ${word}`;
      return out;
    })
    .filter((line) => line !== '')
    .join('\n');
}

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const escaped = (text: string): string =>
  text
    // No control character may stand in XML.
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');

/** The lines of a text as a .docx: paragraphs, soft breaks, split runs, tables of one to three columns, old numbering. */
export async function docxOf(text: string, random: Random): Promise<Uint8Array> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  let body = '';
  while (lines.length > 0) {
    const kind = random();
    if (kind < 0.06) {
      const columns = 1 + below(random, 3);
      const cell = () =>
        `<w:tc>${lines
          .splice(0, 1 + below(random, 3))
          .map((line) => paragraph([line], random))
          .join('')}</w:tc>`;
      const rows = Array.from(
        { length: 1 + below(random, 3) },
        () => `<w:tr>${Array.from({ length: columns }, cell).join('')}</w:tr>`,
      );
      body += `<w:tbl>${rows.join('')}</w:tbl>`;
    } else body += paragraph(lines.splice(0, kind < 0.25 ? 1 + below(random, 4) : 1), random);
  }
  const zip = new JSZip();
  zip.file(
    'word/document.xml',
    `<?xml version="1.0"?><w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`,
  );
  if (random() < 0.5)
    zip.file(
      'word/numbering.xml',
      `<w:numbering ${NAMESPACE}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    );
  return zip.generateAsync({ type: 'uint8array', compression: 'STORE' });
}

function paragraph(lines: readonly string[], random: Random): string {
  const numbered = random() < 0.05;
  const properties = numbered
    ? `<w:pPr><w:numPr><w:ilvl w:val="${below(random, 2)}"/><w:numId w:val="1"/></w:numPr></w:pPr>`
    : random() < 0.05
      ? `<w:pPr><w:outlineLvl w:val="${below(random, 4)}"/></w:pPr>`
      : '';
  const runs = lines.map((line) => {
    const cut = below(random, line.length + 1);
    return [line.slice(0, cut), line.slice(cut)]
      .map(
        (part) =>
          `<w:r>${random() < 0.1 ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(part)}</w:t></w:r>`,
      )
      .join('');
  });
  return `<w:p>${properties}${runs.join('<w:r><w:br/></w:r>')}</w:p>`;
}

/** Bytes with a few of them changed or the end cut off: such a file is read or refused, never a crash. */
export function damagedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const out = new Uint8Array(random() < 0.3 ? bytes.slice(0, below(random, bytes.length)) : bytes);
  for (let left = below(random, 8); left > 0 && out.length > 0; left--)
    out[below(random, out.length)] = below(random, 256);
  return out;
}
