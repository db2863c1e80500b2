/** Conferences and other events with a moment of their own. */
import type { ParsedConference } from '../parsed';
import { inPieces, isNode, paragraphsIn, placedTexts, type Placed, type SectionNode } from './sections';
import { labelOf } from './labels';
import { findMoment, type YearContext } from './moments';
import { keyOf } from './lines';
import type { Paragraph } from './paragraphs';
import { EVENT } from './vocabulary';

interface ConferencesRead {
  readonly conferences: readonly ParsedConference[];
  /** Places in the source whose moments belong to a conference, not to a deadline. */
  readonly taken: readonly { readonly start: number; readonly end: number }[];
}

const TIME_LABEL = /^(?:dự kiến )?(?:thời gian|thời điểm|ngày tổ chức|thời gian,? địa điểm)(?:[^:]{0,40})?:/;
/** "Thời gian: ..... giờ ..... ngày ..... tháng 11": a form asks for the hour of an event. */
const HOUR_LEFT_OPEN = /:\s*(?:vào\s+|lúc\s+|hồi\s+)*[.…_]{2,}\s*(?:(?:giờ|h)[\s.…_,]*)?ngày[\s.…_]+tháng\s/u;
const DAY_RANGE =
  /từ\s[^.;]{0,30}\d{1,2}(?:\s*[/.-]\s*|\s+tháng\s+)\d{1,2}[^.;]{0,20}\s(?:đến|tới)\s(?=[^.;]{0,40}(?:ngày|\d\s*[/.-]\s*\d))/;
/** A plan of one event: "Tổ chức Hội nghị …", "V/v tổ chức Ngày hội …". */
const OWN_EVENT = new RegExp(
  `^["“]?(?:v\\s?\\/\\s?v |về việc )?tổ chức (?!(?:học tập|quán triệt|tuyên truyền|thực hiện|triển khai|lấy ý kiến))[^,;.]{0,60}?${EVENT.source}`,
  'u',
);
const DEADLINE_WORDS = /(?:trước|chậm nhất|hoàn thành|hết ngày|hạn cuối|xong)/;

/** Reads the events of all sections: a heading that names one with a "Thời gian" line, or one sentence that says both. */
export function conferencesOf(
  sections: readonly SectionNode[],
  context: YearContext,
  planTitle: string,
): ConferencesRead {
  const conferences: ParsedConference[] = [];
  const taken: { start: number; end: number }[] = [];
  const visit = (node: SectionNode) => {
    const heading = node.title;
    const headingKey = keyOf(heading);
    let byHeading: ParsedConference | null = null;
    if (node.label !== null && node.label.kind !== 'roman' && EVENT.test(headingKey) && heading.length < 260)
      byHeading = fromHeading(node, context, taken);
    if (byHeading) conferences.push(byHeading);
    else if (node.label !== null) readSentence(node.paragraph.text, node.paragraph.start);
    for (const item of node.content) {
      if (isNode(item)) {
        if (!byHeading) visit(item);
      } else if (item.cells !== null) readRow(item);
      else if (!byHeading) readSentence(item.text, item.start);
    }
  };
  const readSentence = (whole: string, at: number) => {
    const piece = { text: whole, key: keyOf(whole), start: at, end: at + whole.length };
    for (const { text, start } of inPieces(piece)) readPiece(text, start);
  };
  const readPiece = (text: string, start: number) => {
    // "Lớp số 1: 8 giờ ngày …; Lớp số 2: 8 giờ ngày …": one event a sentence or part of it.
    for (let from = 0; from < text.length;) {
      const found = fromSentence(text.slice(from), start + from, context);
      if (found) {
        conferences.push(found.conference);
        taken.push(found.taken);
      }
      const event = EVENT.exec(keyOf(text.slice(from)));
      if (!event) return;
      from += endOfSentence(keyOf(text.slice(from)), event.index) + 1;
      while (text[from] === ' ') from++;
    }
  };
  const readRow = (row: Paragraph) => {
    const found = fromRow(row, context);
    if (!found) return;
    conferences.push(found.conference);
    taken.push(found.taken);
  };
  for (const section of sections) visit(section);
  for (const placed of placedTexts(sections)) {
    if (placed.paragraph.cells) continue;
    if (taken.some((span) => placed.end > span.start && placed.start < span.end)) continue;
    const found = fromTimeLine(placed, context, planTitle);
    if (!found) continue;
    conferences.push(found);
    taken.push({ start: placed.start, end: placed.end });
  }
  conferences.sort((a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0));
  return { conferences, taken };
}

function fromHeading(
  node: SectionNode,
  context: YearContext,
  taken: { start: number; end: number }[],
): ParsedConference | null {
  const lines = [
    ...(node.inline ? [{ text: node.inline.text, start: node.inline.start }] : []),
    ...paragraphsIn(node).map(({ text, start }) => ({ text, start })),
    ...node.content
      .filter(isNode)
      .map((child) => ({ text: child.paragraph.text, start: child.paragraph.start })),
  ];
  const when = lines.flatMap(({ text, start }) => {
    const bare = text.slice(labelOf(text)?.length ?? 0);
    const offset = text.length - bare.length;
    const key = keyOf(bare);
    if (!TIME_LABEL.test(key)) return [];
    const moment = findMoment(key, 0, context);
    return moment ? [{ ...moment, start: start + offset, end: start + text.length }] : [];
  })[0];
  if (!when) return null;
  taken.push({ start: when.start, end: when.end });
  const labelled = (pattern: RegExp) => {
    for (const { text } of lines) {
      const bare = text.slice(labelOf(text)?.length ?? 0);
      const match = pattern.exec(keyOf(bare));
      if (match) return bare.slice(match[0].length).trim();
    }
    return null;
  };
  const participants = labelled(/^(?:thành phần|đại biểu)[^:]{0,40}:\s*/);
  const form = labelled(/^hình thức[^:]{0,30}:\s*/);
  return {
    name: node.title,
    organizer: organizerIn(node.title),
    start: when.value,
    period: when.period,
    mode: modeOf(`${node.title} ${form ?? ''}`),
    participants: participants === null ? [] : listed(participants),
    source: { start: node.paragraph.start, end: node.inline?.start ?? node.paragraph.end },
  };
}

function listed(participants: string): string[] {
  return participants
    .split(/\s*;\s*/)
    .map((part) => part.replace(/[.,;\s]+$/, ''))
    .filter((part) => part !== '');
}

/** "… Thành phần: Thường trực Đảng ủy; các chi bộ." behind an event's moment, up to the end of that sentence. */
function participantsSaid(text: string, from: number): string[] {
  const said = /(?<=[.;,]\s+)thành phần[^:.;]{0,40}:\s*/u.exec(keyOf(text.slice(from)));
  if (!said) return [];
  const rest = text.slice(from + said.index + said[0].length);
  const end = /\.(?=\s|$)|;\s+(?=(?:địa điểm|thời gian|hình thức|nội dung|chủ trì)[^;]{0,20}:)/u.exec(
    keyOf(rest),
  );
  return listed(rest.slice(0, end?.index));
}

/** "Thời gian: 19 giờ 00, ngày 05/10/2026": an hour that nothing is due at is the moment of the plan's own event. */
function fromTimeLine(placed: Placed, context: YearContext, planTitle: string): ParsedConference | null {
  const bare = placed.key.slice(labelOf(placed.text)?.length ?? 0);
  if (!TIME_LABEL.test(bare) || DEADLINE_WORDS.test(bare)) return null;
  // From one day to another is the span of some work, not the moment of an event.
  if (DAY_RANGE.test(bare.replace(/(?<=\d)\.(?=\d)/g, '/'))) return null;
  const moment = findMoment(bare, 0, context);
  if (moment === null) return null;
  const hour = moment.value?.includes('T') === true || (HOUR_LEFT_OPEN.test(bare) && tellsWhere(placed));
  if (!hour && !(OWN_EVENT.test(keyOf(planTitle)) && tellsWhere(placed))) return null;
  if (!hour && /:\s*từ\s+(?:ngày\s+)?\d/.test(bare)) return null;
  const heading = placed.path.map((node) => node.title).findLast((title) => EVENT.test(keyOf(title)));
  const name = heading ?? planTitle;
  return {
    name: name === '' ? placed.text : name,
    organizer: null,
    start: moment.value,
    period: moment.period,
    mode: modeOf(placed.text),
    participants: [],
    source: { start: placed.start, end: placed.end },
  };
}

/** Whether the time stands beside the place or the attendants: so an event is told of, not the span of some work. */
function tellsWhere(placed: Placed): boolean {
  const section = placed.isHeading ? placed.path.at(-2) : placed.path.at(-1);
  const others = section?.content.map((item) => (isNode(item) ? item.title : item.text)) ?? [];
  return [section?.title ?? '', ...others].some((text) =>
    /^(?:[^:]{0,40}(?<!\p{L}))?(?:địa điểm|thành phần)(?!\p{L})/u.test(keyOf(text)),
  );
}

function fromSentence(
  text: string,
  start: number,
  context: YearContext,
): { conference: ParsedConference; taken: { start: number; end: number } } | null {
  const bare = text.slice(labelOf(text)?.length ?? 0);
  const offset = start + text.length - bare.length;
  const key = keyOf(bare);
  const event = EVENT.exec(key);
  // "… là Ngày hội của toàn dân" praises what others hold.
  if (!event || /(?<!\p{L})là\s+$/u.test(key.slice(0, event.index))) return null;
  // The moment must be said of the event: in the same sentence, after it, without a word of deadline between.
  const sentenceEnd = endOfSentence(key, event.index);
  const between = key.slice(event.index, sentenceEnd);
  const bound =
    /(?:vào(?: hồi| lúc)?|thời gian[^:]{0,30}:|dự kiến(?: vào| trong)?(?: ngày)?|tổ chức (?:trong|ngày)|từ (?=\d{1,2}\s*(?:h|giờ))|lúc|hồi|:\s*(?:dự kiến )?(?=ngày\s+\d|\d{1,2}\s*(?:h|giờ))|trong (?=quý|tháng)|\(ngày)\s*/u.exec(
      between,
    );
  if (!bound) return null;
  const from = event.index + bound.index;
  const moment = findMoment(key.slice(0, sentenceEnd), from, context);
  if (!moment) return null;
  const gap = key.slice(from + bound[0].length, moment.index);
  if (gap.length > 30 || DEADLINE_WORDS.test(key.slice(Math.max(0, from - 60), moment.index))) return null;
  if (/(?:thường xuyên|năm \d{4}$)/.test(gap)) return null;
  const name = bare
    .slice(nameStart(key, event.index), from)
    .replace(/\.\s+(?:dự kiến )?thời gian[^.]*$/iu, '')
    .replace(/[\s,;:(–-]+$/u, '');
  if (name.length < 8) return null;
  return {
    conference: {
      name,
      organizer: organizerIn(bare.slice(0, sentenceEnd)),
      start: moment.value,
      period: moment.period,
      mode: modeOf(bare.slice(0, sentenceEnd)),
      participants: participantsSaid(bare, from),
      source: { start: offset, end: offset + sentenceEnd },
    },
    taken: { start: offset + from, end: offset + sentenceEnd },
  };
}

/** A row of a table of events: one cell names the event, another is nothing but its moment. */
function fromRow(
  row: Paragraph,
  context: YearContext,
): { conference: ParsedConference; taken: { start: number; end: number } } | null {
  const cells = row.cells ?? [];
  const named = cells.find(({ text }) => EVENT.test(keyOf(text)) && text.length < 260);
  if (!named) return null;
  for (const cell of cells) {
    const key = keyOf(cell.text);
    if (cell === named || key.length > 70 || DEADLINE_WORDS.test(key) || /^từ\s/.test(key)) continue;
    const moment = findMoment(key, 0, context);
    if (moment === null || moment.value === null) continue;
    // A day alone may be when some work is due; it is the event's when the cell begins with the event, or has an hour.
    const first = (EVENT.exec(keyOf(named.text))?.index ?? 0) <= 'tổ chức '.length;
    if (!first && !moment.value.includes('T')) continue;
    return {
      conference: {
        name: named.text,
        organizer: organizerIn(named.text),
        start: moment.value,
        period: moment.period,
        mode: modeOf(row.text),
        participants: [],
        source: { start: named.start, end: named.end },
      },
      taken: { start: cell.start, end: cell.end },
    };
  }
  return null;
}

function nameStart(key: string, event: number): number {
  const before = Math.max(
    key.lastIndexOf('. ', event),
    key.lastIndexOf('; ', event),
    key.lastIndexOf(': ', event),
  );
  return before < 0 ? 0 : before + 2;
}

function endOfSentence(key: string, from: number): number {
  const match = /[.;](?=\s|$)/g;
  match.lastIndex = from;
  const end = match.exec(key);
  if (!end) return key.length;
  // "Tổ chức hội nghị …. Thời gian dự kiến trong tháng 10/2026.": the next sentence says when.
  return /^\.\s+(?:dự kiến )?thời gian(?! qua)(?:[^.;:\d]{0,30}:|\s+(?:dự kiến|tổ chức|vào|trong|từ|:))/u.test(
    key.slice(end.index),
  )
    ? endOfSentence(key, end.index + 2)
    : end.index;
}

function organizerIn(text: string): string | null {
  const match = /(?<!\p{L})do\s+(\p{Lu}[^,;:.]{3,90}?)\s+(?:tổ chức|chủ trì|triệu tập)/u.exec(text);
  return match?.[1] ?? null;
}

function modeOf(text: string): 'online' | 'in-person' | null {
  const key = keyOf(text);
  if (/trực tuyến/.test(key)) return 'online';
  return /trực tiếp/.test(key) ? 'in-person' : null;
}
