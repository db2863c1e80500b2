/** Where the parts of a plan's own text begin and end: letterhead, opening, the tree of sections, closing, signature. */
import type { Label } from '../reading/labels';
import { linesOf } from '../reading/lines';
import { paragraphsOf } from '../reading/paragraphs';
import { bodyOf, isNode, topKindOf, type SectionNode } from '../reading/sections';
import { sourceFromLines } from '../reading/source-from-lines';
import { zonesOf } from '../reading/zones';

export type OutlineKind = 'head' | 'opening' | 'section' | 'closing' | 'tail';

/** A part of the text. `[start, end)` are whole lines, the last line feed included where one follows. */
export interface OutlineNode {
  /** "head", "opening", "0", "0.2" (the third heading of the first section), "closing", "tail". */
  readonly key: string;
  readonly kind: OutlineKind;
  /** Printed label without punctuation; empty for parts that have none. */
  readonly label: string;
  readonly title: string;
  /** 0 for the parts of the plan and its top sections. */
  readonly depth: number;
  readonly start: number;
  readonly end: number;
}

/** A heading or numbered item with everything under it. */
export interface SectionPlace {
  readonly key: string;
  readonly label: Label | null;
  readonly title: string;
  readonly depth: number;
  /** Start of its first line. */
  readonly start: number;
  /** Behind its last line and the line feed after it. */
  readonly end: number;
  /** Whether it is a name over other text, rather than a sentence that has a number. */
  readonly isHeading: boolean;
  readonly children: readonly SectionPlace[];
}

export interface PlanPlaces {
  readonly openingStart: number;
  readonly sectionsStart: number;
  readonly closingStart: number;
  readonly tailStart: number;
  readonly sections: readonly SectionPlace[];
}

/** Longer or ended like a sentence: a numbered item, no heading. */
const LONGEST_HEADING = 160;

/** The parts of a text of whole lines (`SourceDocument.wholeParagraphs`). */
export function placesOf(text: string): PlanPlaces {
  const { lines } = linesOf(sourceFromLines(text));
  const zones = zonesOf(lines, true);
  const startOf = (index: number): number => lines[index]?.start ?? text.length;
  const body = bodyOf(
    paragraphsOf(lines.slice(zones.sectionsStart, zones.bodyEnd), null),
    topKindOf(lines[zones.sectionsStart]?.text ?? ''),
  );
  const tailStart = startOf(zones.bodyEnd);
  const closingStart = body.closing[0]?.start ?? tailStart;
  return {
    openingStart: startOf(zones.titleEnd),
    sectionsStart: Math.min(startOf(zones.sectionsStart), closingStart),
    closingStart,
    tailStart,
    sections: placed(body.sections, closingStart, '', 0),
  };
}

function placed(
  nodes: readonly SectionNode[],
  end: number,
  path: string,
  depth: number,
): readonly SectionPlace[] {
  return nodes.map((node, index): SectionPlace => {
    const key = path === '' ? String(index) : `${path}.${index}`;
    const until = nodes[index + 1]?.paragraph.start ?? end;
    const carries = node.content.length > 0 || node.inline !== null;
    const title = node.label === null ? node.paragraph.text : node.title;
    return {
      key,
      label: node.label,
      title,
      depth,
      start: node.paragraph.start,
      end: until,
      isHeading:
        node.label !== null &&
        node.title.length <= LONGEST_HEADING &&
        (carries || !/[.;,]$/u.test(node.title.trim())),
      children: placed(node.content.filter(isNode), until, key, depth + 1),
    };
  });
}

/** All sections, each before what is under it. */
export function flatSections(sections: readonly SectionPlace[]): readonly SectionPlace[] {
  return sections.flatMap((section) => [section, ...flatSections(section.children)]);
}

/** The outline a person chooses from: the plan's parts in order, of the sections those that are headings. */
export function outlineOf(text: string): readonly OutlineNode[] {
  const places = placesOf(text);
  const part = (key: OutlineKind, title: string, start: number, end: number): readonly OutlineNode[] =>
    start < end ? [{ key, kind: key, label: '', title, depth: 0, start, end }] : [];
  return [
    ...part('head', 'Phần đầu, trích yếu', 0, places.openingStart),
    ...part('opening', 'Mở đầu, căn cứ', places.openingStart, places.sectionsStart),
    ...flatSections(places.sections)
      .filter((section) => section.isHeading || section.depth === 0)
      .map((section): OutlineNode => ({
        key: section.key,
        kind: 'section',
        label: section.label?.text ?? '',
        title: section.title.replace(/\s*:\s*$/u, ''),
        depth: section.depth,
        start: section.start,
        end: section.end,
      })),
    ...part('closing', 'Đoạn kết', places.closingStart, places.tailStart),
    ...part('tail', 'Nơi nhận, ký', places.tailStart, text.length),
  ];
}

/** The lines of a part, without the line feed that parts it from the next. */
export function partText(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return text.slice(start, end).replace(/\n$/u, '');
}
