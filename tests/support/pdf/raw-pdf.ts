/** Small PDFs, written object by object: what no ordinary program would write, too. */
import { deflateSync } from 'node:zlib';

export interface RawFont {
  readonly name: string;
  /** What the font says its codes mean; nothing for WinAnsi. */
  readonly toUnicode?: (code: number) => number;
}

export interface RawPage {
  /** Lines of codes (Latin-1), one below the other. */
  readonly lines?: readonly string[];
  readonly font?: RawFont;
  /** A picture over the whole page. */
  readonly picture?: boolean;
}

type Piece = string | Buffer;

/** Points per letter, as a share of the size: the same for every one. */
const WIDTH = 0.5;

export function rawPdf(pages: readonly RawPage[], content: (page: RawPage) => Buffer = drawn): Uint8Array {
  const objects: Piece[][] = [['<< /Type /Catalog /Pages 2 0 R >>'], []];
  const add = (...body: Piece[]): number => objects.push(body);
  const stream = (bytes: Buffer, more = ''): number => {
    const packed = deflateSync(bytes);
    return add(
      `<< /Length ${packed.length} /Filter /FlateDecode ${more} >>\nstream\n`,
      packed,
      '\nendstream',
    );
  };
  const kids = pages.map((page) => {
    const font = page.font ?? { name: 'Helvetica' };
    const map = font.toUnicode ? `/ToUnicode ${stream(unicodeMap(font.toUnicode))} 0 R` : '';
    const widths = Array.from({ length: 224 }, () => WIDTH * 1000).join(' ');
    const fontObject = add(
      `<< /Type /Font /Subtype /TrueType /BaseFont /${font.name} /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [${widths}] ${map} >>`,
    );
    const picture = stream(Buffer.alloc(64 * 64, 200), '/Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 8'); // prettier-ignore
    const drawing = stream(content(page));
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${drawing} 0 R /Resources << /Font << /F ${fontObject} 0 R >> /XObject << /I ${picture} 0 R >> >> >>`,
    );
  });
  objects[1] = [
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`,
  ];
  return written(objects);
}

/** The lines at 14 points from the upper left, or the picture. */
function drawn({ lines = [], picture = false }: RawPage): Buffer {
  const text = lines.map(
    (line, index) => `BT /F 14 Tf 85 ${760 - index * 18} Td (${line.replace(/[()\\]/g, '\\$&')}) Tj ET`,
  );
  return Buffer.from([...(picture ? ['q 595 0 0 842 0 0 cm /I Do Q'] : []), ...text].join('\n'), 'latin1');
}

function unicodeMap(toUnicode: (code: number) => number): Buffer {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  const codes = Array.from({ length: 94 }, (_, index) => 33 + index);
  return Buffer.from(
    `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /A def\n/CMapType 2 def\n1 begincodespacerange\n<00> <ff>\nendcodespacerange\n${codes.length} beginbfchar\n${codes.map((code) => `<${hex(code, 2)}> <${hex(toUnicode(code), 4)}>`).join('\n')}\nendbfchar\nendcmap\nend\nend`,
  );
}

function written(objects: readonly (readonly Piece[])[]): Uint8Array {
  const parts: Buffer[] = [];
  let length = 0;
  const put = (piece: Piece) => {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
    parts.push(bytes);
    length += bytes.length;
  };
  put('%PDF-1.7\n');
  const places = objects.map((body, index) => {
    const place = length;
    put(`${index + 1} 0 obj\n`);
    body.forEach(put);
    put('\nendobj\n');
    return place;
  });
  const xref = length;
  put(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const place of places) put(`${String(place).padStart(10, '0')} 00000 n \n`);
  put(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
}
