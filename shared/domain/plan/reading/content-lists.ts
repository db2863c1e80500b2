/** Forms of propaganda, materials, audiences, budget, attachments, and work items of tables. */
import type { ParsedWorkItem } from '../parsed';
import { keyOf } from './lines';
import type { Paragraph } from './paragraphs';
import { bareText, childrenOf, isNode, paragraphsIn, placedTexts, type SectionNode } from './sections';

interface ContentLists {
  readonly forms: string[];
  readonly materials: string[];
  readonly audiences: string[];
  readonly budget: string | null;
  readonly attachments: string[];
}

export function contentLists(sections: readonly SectionNode[]): ContentLists {
  const forms = nodesWith(sections, /^(?:các )?hình thức/).flatMap(headsUnder);
  const materials = nodesWith(sections, /^(?:các )?tài liệu/).flatMap(textsUnder);
  const audiences = nodesWith(sections, /^(?:đối tượng|thành phần,? đối tượng)/).flatMap(textsUnder);
  const budget = nodesWith(sections, /^(?:nguồn )?kinh phí|^dự toán kinh phí|^nguồn lực/)[0];
  const budgetText = budget
    ? [...(budget.inline ? [budget.inline.text] : []), ...textsBelow(budget)].join(' ').trim()
    : '';
  return {
    forms: unique(forms),
    materials: unique(materials),
    audiences: unique(audiences),
    budget: budgetText === '' ? null : budgetText,
    attachments: attachmentsOf(sections),
  };
}

/** The outermost headings whose title matches. */
function nodesWith(nodes: readonly SectionNode[], pattern: RegExp): SectionNode[] {
  return nodes.flatMap((node) =>
    node.label !== null && pattern.test(keyOf(node.title)) ? [node] : nodesWith(childrenOf(node), pattern),
  );
}

function headsUnder(node: SectionNode): string[] {
  const out: string[] = [];
  if (node.inline) out.push(node.inline.text);
  const children = childrenOf(node);
  if (children.length > 0) return children.map((child) => child.title).filter((title) => title !== '');
  for (const paragraph of paragraphsIn(node)) {
    const text = bareText(paragraph);
    const colon = /^([^:.;]{4,160}):/.exec(text);
    out.push(colon?.[1] ?? text);
  }
  return out;
}

function textsUnder(node: SectionNode): string[] {
  return [...(node.inline ? [node.inline.text] : []), ...textsBelow(node)];
}

function textsBelow(node: SectionNode): string[] {
  return node.content.flatMap((item) =>
    isNode(item) ? [bareText(item.paragraph), ...textsBelow(item)] : [bareText(item)],
  );
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
}

/** "(Kèm theo Chương trình …)", "(có Phụ lục kèm theo)". */
function attachmentsOf(sections: readonly SectionNode[]): string[] {
  const out: string[] = [];
  for (const { text } of placedTexts(sections))
    for (const match of text.matchAll(/\([^()]*(?:kèm theo|đính kèm)[^()]*\)/giu)) out.push(match[0]);
  return unique(out);
}

const LEAD = /chủ trì|đơn vị thực hiện|cơ quan thực hiện|bộ phận thực hiện|phụ trách|đơn vị tham mưu/;
const WITH = /phối hợp/;
const TIME = /thời gian|tiến độ|thời hạn|hoàn thành/;
const RESULT = /kết quả|sản phẩm|đầu ra/;
const WORK = /nội dung|nhiệm vụ|công việc|hoạt động|hạng mục/;

/** "Cơ quan chủ trì, thực hiện: …", "Chủ trì: …"; "Thực hiện nghiêm nguyên tắc: …" is a sentence. */
const LEAD_LINE =
  /^(?:(?:đơn vị|cơ quan|bộ phận)\s(?:chủ trì|thực hiện|phụ trách|tham mưu)[^:]{0,30}|(?:chủ trì|thực hiện|phụ trách)(?:,? (?:chính|chủ trì|thực hiện|tham mưu|nội dung))?\s*):\s*/;

/** Rows of tables "Nội dung – Đơn vị chủ trì – phối hợp – Thời gian – Kết quả", and the same as lines under an item. */
export function workItemsOf(sections: readonly SectionNode[]): ParsedWorkItem[] {
  const out: ParsedWorkItem[] = [];
  const visit = (node: SectionNode) => {
    let columns: Columns | null = null;
    for (const item of node.content) {
      if (isNode(item)) {
        visit(item);
        continue;
      }
      if (item.cells) {
        const header = columnsOf(item);
        if (header) columns = header;
        else if (columns) {
          const row = rowItem(item, columns);
          if (row) out.push(row);
        }
      }
    }
    const lead = lineOf(node, LEAD_LINE);
    if (node.label !== null && node.label.kind !== 'roman' && lead !== null) {
      const coordinating = lineOf(node, /^(?:đơn vị|cơ quan)? ?phối hợp[^:]{0,30}:\s*/);
      out.push({
        text: node.title,
        lead,
        coordinating: coordinating === null ? [] : splitUnits(coordinating),
        time: lineOf(node, /^(?:thời gian|thời hạn|tiến độ)[^:]{0,40}:\s*/),
        result: lineOf(node, /^(?:kết quả|sản phẩm)[^:]{0,30}:\s*/),
        source: { start: node.paragraph.start, end: node.paragraph.end },
      });
    }
  };
  for (const section of sections) visit(section);
  return out;
}

interface Columns {
  readonly work: number;
  readonly lead: number | null;
  readonly together: number | null;
  readonly time: number | null;
  readonly result: number | null;
}

function columnsOf(row: Paragraph): Columns | null {
  const keys = (row.cells ?? []).map((cell) => keyOf(cell.text));
  if (keys.some((key) => key.length > 60)) return null;
  const at = (pattern: RegExp) => {
    const index = keys.findIndex((key) => pattern.test(key));
    return index < 0 ? null : index;
  };
  const work = at(WORK);
  const lead = at(LEAD);
  if (work === null || (lead === null && at(TIME) === null)) return null;
  const together = keys.findIndex((key, index) => WITH.test(key) && index !== lead);
  return { work, lead, together: together < 0 ? null : together, time: at(TIME), result: at(RESULT) };
}

function rowItem(row: Paragraph, columns: Columns): ParsedWorkItem | null {
  const cell = (index: number | null) => (index === null ? '' : (row.cells?.[index]?.text ?? ''));
  const text = cell(columns.work);
  if (text === '' || /^\(?\d+\)?$/.test(text)) return null;
  const orNull = (value: string) => (value === '' ? null : value);
  return {
    text,
    lead: orNull(cell(columns.lead)),
    coordinating: splitUnits(cell(columns.together)),
    time: orNull(cell(columns.time)),
    result: orNull(cell(columns.result)),
    source: { start: row.start, end: row.end },
  };
}

function splitUnits(text: string): string[] {
  return text
    .split(/\s*;\s*|,\s+(?=\p{Lu})/u)
    .map((part) => part.replace(/^[-–+]\s*|[\s.,;]+$/gu, '').trim())
    .filter((part) => part !== '');
}

function lineOf(node: SectionNode, pattern: RegExp): string | null {
  for (const paragraph of paragraphsIn(node)) {
    const text = bareText(paragraph);
    const match = pattern.exec(keyOf(text));
    if (match) return text.slice(match[0].length).replace(/[\s.;]+$/, '');
  }
  return null;
}
