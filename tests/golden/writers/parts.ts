/** What a written file says, in a form that can be compared and read. */
import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import JSZip from 'jszip';

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Parts that the libraries write the same for every model. */
const CONSTANT = /theme|numbering|footnotes|endnotes|fontTable|word\/styles/;

/** The XML parts of an Office file, one element a line, in the file's order, namespaces left out. */
export async function officeParts(bytes: Uint8Array): Promise<Record<string, readonly string[]>> {
  const zip = await JSZip.loadAsync(bytes);
  const parts: Record<string, readonly string[]> = {};
  for (const [name, part] of Object.entries(zip.files)) {
    if (part.dir || CONSTANT.test(name)) continue;
    const xml = (await part.async('string')).replace(/ xmlns(:\w+)?="[^"]*"/g, '');
    parts[name] = xml.replaceAll('><', '>\n<').split('\n');
  }
  return parts;
}

export interface PdfText {
  readonly x: number;
  /** From the bottom edge, in points. */
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly text: string;
}
export interface PdfPage {
  readonly box: readonly number[];
  readonly texts: readonly PdfText[];
}
export interface PdfReading {
  readonly pages: readonly PdfPage[];
  readonly metadata: string;
  readonly catalog: string;
}

/** Reads back what pdfkit writes (no other PDF): page boxes, placed texts through their ToUnicode maps, metadata. */
export function readPdf(bytes: Uint8Array): PdfReading {
  const source = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, { head: string; data: Buffer | null }>();
  for (const [, id = '', body = ''] of source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const start = body.indexOf('stream\n');
    const head = start < 0 ? body : body.slice(0, start);
    const raw =
      start < 0 ? null : Buffer.from(body.slice(start + 7, body.lastIndexOf('\nendstream')), 'latin1');
    objects.set(id, { head, data: raw && head.includes('FlateDecode') ? inflateSync(raw) : raw });
  }
  const head = (id: string | undefined) => objects.get(id ?? '')?.head ?? '';
  const data = (id: string | undefined) => objects.get(id ?? '')?.data ?? Buffer.alloc(0);
  const reference = (text: string, key: string) => new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1];

  const catalog = [...objects.values()].find((object) => object.head.includes('/Type /Catalog'))?.head ?? '';
  const kids = /\/Kids \[([^\]]*)\]/.exec(head(reference(catalog, 'Pages')))?.[1] ?? '';
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => {
    const page = head(id);
    const resources = head(reference(page, 'Resources'));
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', font]) => [
        name,
        {
          name: /\/BaseFont \/\w+\+([\w-]+)/.exec(head(font))?.[1] ?? '',
          letters: unicodeMap(data(reference(head(font), 'ToUnicode')).toString('latin1')),
        },
      ]),
    );
    return {
      box: (/\/MediaBox \[([^\]]*)\]/.exec(page)?.[1] ?? '').split(' ').map(Number),
      texts: placedTexts(data(reference(page, 'Contents')).toString('latin1'), fonts),
    };
  });
  return { pages, metadata: data(reference(catalog, 'Metadata')).toString('utf8'), catalog };
}

function unicodeMap(cmap: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  for (const [, first = '', list = ''] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g))
    [...list.matchAll(/<([0-9a-f ]+)>/g)].forEach(([, hex = ''], index) => {
      const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? [];
      letters.set(
        Number.parseInt(first, 16) + index,
        String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))),
      );
    });
  return letters;
}

function placedTexts(
  content: string,
  fonts: ReadonlyMap<string, { name: string; letters: ReadonlyMap<number, string> }>,
): PdfText[] {
  const texts: PdfText[] = [];
  const pattern = /1 0 0 1 (\S+) (\S+) Tm\n\/(F\d+) (\S+) Tf\n(?:[\d.-]+ Tc\n)?\[([^\]]*)\] TJ/g;
  for (const [, x, y, font = '', size, shown = ''] of content.matchAll(pattern)) {
    const face = fonts.get(font);
    const hex = [...shown.matchAll(/<([0-9a-f]*)>/g)].map(([, part]) => part).join('');
    const text = (hex.match(/.{4}/g) ?? [])
      .map((code) => face?.letters.get(Number.parseInt(code, 16)) ?? '?')
      .join('');
    texts.push({ x: round(x), y: round(y), size: round(size), font: face?.name ?? '', text });
  }
  return texts;
}

function round(text: string | undefined): number {
  return Math.round(Number(text) * 100) / 100;
}

/** The words of a page, line by line from the top. */
export function pageLines(page: PdfPage): readonly string[] {
  const lines = new Map<number, PdfText[]>();
  for (const text of page.texts) lines.set(text.y, [...(lines.get(text.y) ?? []), text]);
  return [...lines]
    .sort(([above], [below]) => below - above)
    .map(([, texts]) =>
      [...texts]
        .sort((left, right) => left.x - right.x)
        .map(({ text }) => text)
        .join('')
        .trim(),
    );
}

/**
 * What the file claims against what it has. PDF/A level A and PDF/UA promise a structure tree with elements; a claim
 * without it is false.
 */
export function falseClaims(bytes: Uint8Array): readonly string[] {
  const { metadata, catalog } = readPdf(bytes);
  const source = Buffer.from(bytes).toString('latin1');
  const elements = (source.match(/\/Type \/StructElem/g) ?? []).length;
  const faults: string[] = [];
  const conformance = /<pdfaid:conformance>(\w)</.exec(metadata)?.[1];
  if (conformance === 'A' && elements === 0) faults.push('PDF/A level A without structure elements');
  if (metadata.includes('pdfuaid:part') && elements === 0) faults.push('PDF/UA without structure elements');
  if (catalog.includes('/Marked true') && elements === 0)
    faults.push('marked as tagged without structure elements');
  if (conformance !== undefined && !catalog.includes('/OutputIntents'))
    faults.push('PDF/A without an output intent');
  const fonts = source.match(/\/Type \/FontDescriptor[\s\S]*?>>/g) ?? [];
  if (conformance !== undefined && fonts.some((font) => !font.includes('/FontFile2')))
    faults.push('PDF/A with a font that is not embedded');
  return faults;
}
