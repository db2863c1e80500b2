/** Styles of a .docx: what a paragraph or run inherits. */
import { child, elements, type XmlElement } from './xml';

export interface Style {
  readonly font: string | null;
  readonly headingLevel: number | null;
  readonly numId: string | null;
  readonly level: number;
  readonly bold: boolean;
  readonly caps: boolean;
  readonly basedOn: string | null;
}

export function readStyles(root: XmlElement | null): ReadonlyMap<string, Style> {
  const out = new Map<string, Style>();
  for (const style of elements(root).filter((element) => element.name === 'w:style')) {
    const properties = child(style, 'w:pPr');
    const run = child(style, 'w:rPr');
    const name = child(style, 'w:name')?.attributes['w:val'] ?? '';
    const heading = /^heading (\d)$/i.exec(name);
    const outline = child(properties, 'w:outlineLvl')?.attributes['w:val'];
    const numbering = child(properties, 'w:numPr');
    out.set(style.attributes['w:styleId'] ?? '', {
      font: fontOf(run),
      headingLevel: heading
        ? Number(heading[1])
        : outline === undefined || Number(outline) > 8
          ? null
          : Number(outline) + 1,
      numId: child(numbering, 'w:numId')?.attributes['w:val'] ?? null,
      level: Number(child(numbering, 'w:ilvl')?.attributes['w:val'] ?? 0),
      bold: isOn(child(run, 'w:b')),
      caps: isOn(child(run, 'w:caps')),
      basedOn: child(style, 'w:basedOn')?.attributes['w:val'] ?? null,
    });
  }
  return out;
}

/** The font of Latin letters that run properties name. */
export function fontOf(run: XmlElement | undefined): string | null {
  const fonts = child(run, 'w:rFonts')?.attributes;
  return fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? null;
}

export function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !/^(?:0|false|none|off)$/.test(element.attributes['w:val'] ?? '');
}
