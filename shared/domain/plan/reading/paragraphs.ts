/**
 * Paragraphs from printed lines: hard wraps and page breaks are closed again, items stay apart.
 *
 * A paragraph covers consecutive lines, and its text is the source text with a space for each line feed, so a place in
 * the paragraph is a place in the source.
 */
import { isCapitals, labelOf, type Label } from './labels';
import { isRule, keyOf, type Cell, type Line } from './lines';
import { beginsWithUnit, unitHead } from './units';
import { TASK_VERBS } from './vocabulary';
import {
  BEFORE_NUMBER,
  BODY_BEGUN,
  CONTINUED_NAME,
  DANGLING,
  HALF_NAME,
  HALF_PLACE,
  NAMES_WORK,
  REST_OF_PLACE,
  goesOnHyphened,
} from './wrap-words';

export interface Paragraph {
  readonly text: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly label: Label | null;
  readonly headingLevel: number | null;
  readonly bold: boolean;
  /** A row of a table. */
  readonly cells: readonly Cell[] | null;
}

/** How a document's lines are broken, measured over all of them. */
interface WrapProfile {
  /** Lines are cut at a width: most are nearly as long as the longest. */
  readonly wrapped: boolean;
  /** The usual full length of a line. */
  readonly width: number;
  /** Blank lines part the paragraphs. */
  readonly gaps: boolean;
}

export function wrapProfile(lines: readonly Line[]): WrapProfile {
  const text = lines.filter((line) => line.cells === null && !isRule(line.text));
  if (text.length < 8) return { wrapped: false, width: 10_000, gaps: true };
  const lengths = text.map((line) => line.text.length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.93)] ?? 0;
  const pairs = text.slice(1).filter((line) => !line.gapBefore);
  const small = pairs.filter((line) => /^\p{Ll}/u.test(line.text) && labelOf(line.text) === null).length;
  const full = lengths.filter((length) => length >= width * 0.72).length;
  const gapShare = text.filter((line) => line.gapBefore).length / text.length;
  return {
    wrapped:
      (width <= 140 && small >= 4 && small >= text.length * 0.15 && full >= text.length * 0.3) ||
      isCutAtWidth(text, lengths.at(-1) ?? 0),
    width,
    gaps: gapShare >= 0.25,
  };
}

/** Few lines are cut, but each of them where the next word would not have fitted any more. */
function isCutAtWidth(lines: readonly Line[], longest: number): boolean {
  if (longest > 110) return false;
  const cut = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    if (!next || next.gapBefore || !/^\p{Ll}/u.test(next.text) || labelOf(next.text) !== null) return [];
    return [line.text.length + 1 + (next.text.split(' ')[0]?.length ?? 0) > longest];
  });
  return cut.length >= 3 && cut.every((fits) => fits);
}

/**
 * Joins the lines of a body; with no profile every line is a paragraph. Rules ("-----") between paragraphs are dropped:
 * they are no words.
 */
export function paragraphsOf(lines: readonly Line[], profile: WrapProfile | null): Paragraph[] {
  if (profile === null)
    return lines
      .filter((line) => line.cells !== null || !isRule(line.text))
      .map((line) => paragraphFrom([line]));
  const groups: Line[][] = [];
  let items = 0;
  for (const line of lines) {
    if (isRule(line.text) && line.cells === null) {
      if (groups.at(-1)?.length) groups.push([]);
      continue;
    }
    const group = groups.at(-1);
    const label = labelOf(line.text);
    if (group && group.length > 0 && continues(group, line, profile, items)) group.push(line);
    else if (group && group.length === 0) group.push(line);
    else groups.push([line]);
    if (groups.at(-1)?.length === 1 && label?.kind === 'dash') items++;
    else if (groups.at(-1)?.length === 1 && label !== null) items = 0;
  }
  return groups.filter((group) => group.length > 0).map(paragraphFrom);
}

function paragraphFrom(group: readonly Line[]): Paragraph {
  const first = group[0];
  const last = group.at(-1);
  if (!first || !last) throw new Error('a paragraph has lines');
  const text = group.map((line) => line.text).join(' ');
  return {
    text,
    key: keyOf(text),
    start: first.start,
    end: last.end,
    label: first.cells ? null : labelOf(text),
    headingLevel: first.headingLevel,
    bold: first.bold,
    cells: first.cells,
  };
}

/** Whether `line` goes on with the paragraph begun by `group`. */
function continues(group: readonly Line[], line: Line, profile: WrapProfile, items: number): boolean {
  const first = group[0];
  const last = group.at(-1);
  if (!first || !last) return false;
  if (first.cells || line.cells || first.cellId !== line.cellId) return false;
  if (line.headingLevel !== null && line.headingLevel > 0) return false;
  if (first.headingLevel !== null && line.gapBefore) return false;

  const before = last.text;
  // A short last line may end a long paragraph.
  const length = group.reduce((sum, one) => sum + one.text.length + 1, -1);
  const beforeKey = last.key;
  const closed = /[.;!?…][”"’')\]*]*$/u.test(before);
  const colon = /:[”"’'*]*$/u.test(before);
  const open = !closed && !colon;
  const full = profile.wrapped && before.length >= profile.width * 0.72;
  const gap = line.gapBefore;
  const label = labelOf(line.text);
  const heading = isHeadingLine(group);
  const dangling =
    open &&
    (DANGLING.test(beforeKey) ||
      (BEFORE_NUMBER.test(beforeKey) && /^(?:\d|[IVXL]+(?!\p{L}))/u.test(line.text)) ||
      ((!heading || /:\s+\S/.test(before)) && length >= 50 && HALF_NAME.test(beforeKey)));

  // "giai đoạn 2026 - | 2030. Chủ động", "đạt 45% | - 50%": a range goes on, whatever the number looks like.
  if (/\d\s?[-–]$/.test(before) && /^\d/.test(line.text) && label?.kind !== 'multi') return true;
  if (
    /(?:\d\s?%|(?:đạt|từ|khoảng|tăng|giảm)\s\d{1,3}(?:[.,]\d+)?)$/.test(beforeKey) &&
    /^[-–]\s?\d+(?:[.,]\d+)?\s?%/.test(line.text) &&
    !gap
  )
    return true;
  // A justified last line that a PDF gave letter by letter goes on as letters.
  if (!gap && isSpelled(first.text) && /^\S(?:\s\S)*$/u.test(line.text)) return true;
  // "… gửi Ban Thường vụ Đảng ủy (qua | Văn phòng Đảng ủy) …": a bracket is open.
  if (open && !gap && label === null && hasOpenBracket(before)) return true;
  if (label) return continuesLabel(group, line, label, { open, full, gap, dangling, heading, beforeKey });
  // "… theo Quyết định số | 4725/QĐ-BGDĐT.": a number alone looks like a line in capitals.
  if (dangling && !heading && !gap && /^\d/.test(line.text)) return true;
  if (isCapitals(line.text) && line.text.length > 3 && !/^[IVXL]+[\s,;.]/.test(line.text))
    return heading && isCapitals(before) && open && (!gap || /[,–-]$/.test(before));
  if (isCapitals(before) && heading) return /^\p{Ll}/u.test(line.text) && !gap;
  if (/^\p{Ll}/u.test(line.text)) {
    if (open) return !(line.paragraphStart && heading && before.length < 40);
    if (colon) return !line.paragraphStart;
    // "…ngân sách nhà nước; | kim ngạch xuất khẩu…": a list goes on over a page break.
    if (/;$/.test(before)) return !line.paragraphStart && (!gap || length > 60);
    return !gap && profile.wrapped && full;
  }
  if (/^[“"(]/u.test(line.text) && colon && gap && !line.paragraphStart) return /^[“"]/u.test(line.text);
  if (!gap && profile.wrapped) {
    if (heading && !full) return dangling;
    if (full && (open || colon))
      return !(
        heading &&
        (endsEarly(first, last, line, profile) || (!dangling && beginsWork(first, last, line)))
      );
    if (full && /;$/.test(before) && items > 0 && !hasRoom(last, line, profile)) return true;
    if (profile.gaps && !heading) return !(closed && hasRoom(last, line, profile));
    return dangling || (open && /,$/.test(before));
  }
  if (dangling && !heading) return true;
  if (dangling && !gap) return true;
  if (open && !gap && !heading && length >= 50 && HALF_PLACE.test(before) && REST_OF_PLACE.test(line.text))
    return true;
  const cutName = open && CONTINUED_NAME.test(line.key);
  if (cutName && length >= 45 && !beginsWithUnit(first.text.slice(labelOf(first.text)?.length ?? 0)))
    return true;
  if (heading && length < 90) return false;
  if (cutName) return length >= 50;
  if (open && /,$/.test(before) && length >= 60) return true;
  // An item of a dashed list was cut, and what goes on has no dash.
  return (
    open &&
    items >= 2 &&
    labelOf(first.text)?.kind === 'dash' &&
    before.length >= 60 &&
    /^\p{Lu}\p{Lu}+\s\p{Ll}/u.test(line.text)
  );
}

/** "- T h a m   m ư u": letters instead of words. */
function isSpelled(text: string): boolean {
  const words = text.split(/\s+/);
  return words.length >= 8 && words.filter((word) => word.length === 1).length >= words.length * 0.9;
}

function hasOpenBracket(text: string): boolean {
  const at = text.lastIndexOf('(');
  return at >= 0 && !text.includes(')', at);
}

/** "1. Ủy ban nhân dân phường | Chỉ đạo …": a verb with a capital begins what stands under a heading. */
function beginsWork(first: Line, last: Line, line: Line): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(line.text) || NAMES_WORK.test(line.key) || BODY_BEGUN.test(last.key))
    return false;
  if (labelOf(first.text) === null || /,$/.test(last.text)) return false;
  return TASK_VERBS.some((verb) => line.key.startsWith(`${verb.trim()} `));
}

/** Whether a line had room for the next word: then the width did not cut it. */
function hasRoom(last: Line, next: Line, profile: WrapProfile): boolean {
  const word = next.text.split(' ')[0]?.length ?? 0;
  return last.text.length + 1 + word < profile.width * 0.92;
}

/** A heading of a unit whose line had room for the next word was not cut by the width: its task begins below. */
function endsEarly(first: Line, last: Line, next: Line, profile: WrapProfile): boolean {
  if (first !== last || !hasRoom(last, next, profile)) return false;
  const unit = unitHead(first.text.slice(labelOf(first.text)?.length ?? 0));
  return unit?.pure === true && unit.restStart === null && /^\p{Lu}/u.test(next.text);
}

interface Before {
  readonly open: boolean;
  readonly full: boolean;
  readonly gap: boolean;
  readonly dangling: boolean;
  readonly heading: boolean;
  readonly beforeKey: string;
}

/** A wrap can fake an item: "… kinh tế | - xã hội", "2026 - | 2031. Chủ động", "mục | 2. Các". */
function continuesLabel(group: readonly Line[], line: Line, label: Label, before: Before): boolean {
  if (!before.open) return false;
  if (label.kind === 'dash') {
    if (goesOnHyphened(before.beforeKey, line.key)) return true;
    return before.full && !before.heading && /^[-–]\s\p{Ll}/u.test(line.text) && !before.gap;
  }
  if (label.kind === 'plus' || label.kind === 'capital') return false;
  if (label.kind === 'roman') {
    const rest = line.text.slice(label.length);
    if (isCapitals(rest)) return false;
    return /(?:khóa|thứ|lần|quý|đại hội|kỳ|hạng|loại|loại hình|mục|phần)$/.test(before.beforeKey);
  }
  if (label.kind === 'arabic' || label.kind === 'multi') {
    if (/[-–]$/.test(before.beforeKey)) return true;
    return (
      /(?:\s|^)(?:năm|tháng|ngày|số|mục|khoản|điều|phụ lục|biểu|quý|tổ|khu|thôn|lớp|từ|đến|trên|khoảng|và|cấp|hạng|loại|lần thứ)$/.test(
        before.beforeKey,
      ) && !isHeadingLine(group)
    );
  }
  return false;
}

/** A line that heads what follows: numbered and short, or in capitals. */
function isHeadingLine(group: readonly Line[]): boolean {
  const first = group[0];
  if (!first) return false;
  if (first.headingLevel !== null) return true;
  const text = group.map((line) => line.text).join(' ');
  if (isCapitals(text)) return true;
  const label = labelOf(text);
  return (
    label !== null &&
    label.kind !== 'dash' &&
    label.kind !== 'plus' &&
    text.length < 160 &&
    !/[.;]$/.test(text)
  );
}
