/** Where a document's parts begin and end: letterhead, title, opening, sections, closing, recipients and signature. */
import { findKind } from './kind-line';
import { isCapitals, labelOf, romanValue, type Label } from './labels';
import { isRule, type Line } from './lines';
import { OPENING_START } from './vocabulary';
import { goesOnHyphened } from './wrap-words';

export interface Zones {
  /** Index of the kind line ("KẾ HOẠCH"), or null. */
  readonly kindLine: number | null;
  readonly kind: string | null;
  /** A title that stands on the kind's own line, and its place in it. */
  readonly titleOnKindLine: { readonly text: string; readonly offset: number } | null;
  /** Lines [titleStart, titleEnd) are the title, [titleEnd, bodyStart) the opening, and so on; `tailEnd` ends the plan. */
  readonly headerStart: number;
  readonly headerEnd: number;
  readonly titleStart: number;
  readonly titleEnd: number;
  readonly sectionsStart: number;
  readonly bodyEnd: number;
}

const RECIPIENTS = /^[*\s]*n[ơo]i\s*nh[ậa]n\s*(?:[:.]|$|[-–;])/;
const AUTHORITY = /^(?:t\s?\/\s?m|t\s?m\s?\.|tm\s)\s*[.]?\s*\p{L}/u;
const ON_BEHALF = /^(?:(?:kt|tl|tuq|q)\s?[./]|(?:k\/t|t\/l|t\/uq)\s?[./]?)\s*\p{L}/u;

/** Whether a line begins the list of recipients. */
export function isRecipientsLine(line: Line): boolean {
  return RECIPIENTS.test(line.key) && line.text.length < 200;
}

export function isAuthorityLine(line: Line): boolean {
  return AUTHORITY.test(line.key) && line.text.length < 110 && /^(?:T|t\/m)/.test(line.text);
}

/** "PHÊ DUYỆT", "DUYỆT CỦA BAN GIÁM HIỆU": another body's signature stands beside the signer's. */
export function isApprovalLine(line: Line): boolean {
  return /^(?:phê duyệt|duyệt|xác nhận)(?: của [^:;.]{3,60})?$/u.test(line.key) && isCapitals(line.text);
}

function endsInSignature(lines: readonly Line[], from: number): boolean {
  const next = lines[from];
  return next !== undefined && (isAuthorityLine(next) || isOnBehalfLine(next) || isCapitals(next.text));
}

export function isOnBehalfLine(line: Line): boolean {
  return (
    ON_BEHALF.test(line.key) &&
    line.text.length < 90 &&
    isCapitals(line.text.replace(/^[KTLUQ]+[./]+\s*/u, ''))
  );
}

/**
 * `wholeTitle`: the title is one line, as every paragraph is (`SourceDocument.wholeParagraphs`). `subject`: where an
 * official letter, which prints no kind, has its title.
 */
export function zonesOf(
  lines: readonly Line[],
  wholeTitle = false,
  subject: { readonly titleStart: number; readonly titleEnd: number } | null = null,
): Zones {
  const kind = findKind(lines);
  const headings = romanHeadings(lines, kind ? kind.index + 1 : 0);
  const sectionsStart = firstSection(lines, headings, kind ? kind.index + 1 : 0);
  const bodyEnd = beforeLateDate(lines, findBodyEnd(lines, Math.min(sectionsStart, lines.length)));
  const titleStart = kind ? kind.index + 1 : (subject?.titleStart ?? titleWithoutKind(lines, sectionsStart));
  const titleEnd = kind
    ? wholeTitle
      ? endOfWholeTitle(lines, titleStart, Math.min(sectionsStart, bodyEnd), kind.rest !== null)
      : findTitleEnd(lines, titleStart, Math.min(sectionsStart, bodyEnd), kind.rest !== null)
    : (subject?.titleEnd ?? endOfTitleWithoutKind(lines, titleStart, Math.min(sectionsStart, bodyEnd)));
  return {
    kindLine: kind?.index ?? null,
    kind: kind?.kind ?? null,
    titleOnKindLine: kind?.rest ?? null,
    headerStart: kind?.letterheadStart ?? 0,
    headerEnd: kind ? kind.index : titleStart,
    titleStart,
    titleEnd,
    sectionsStart: Math.min(sectionsStart, bodyEnd),
    bodyEnd,
  };
}

interface RomanHeading {
  readonly index: number;
  readonly label: Label;
}

/** Lines that head a top section. A wrapped line such as "XIV trên Cổng …" or "khóa | XIV. Tổ chức" is none. */
function romanHeadings(lines: readonly Line[], from: number): RomanHeading[] {
  const out: RomanHeading[] = [];
  let previous = 0;
  for (let index = from; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.cells) continue;
    const label = labelOf(line.text);
    if (label?.kind !== 'roman') continue;
    const value = romanValue(label.text) ?? 0;
    const rest = line.text.slice(label.length);
    if (!isCapitals(rest)) {
      const before = lines[index - 1];
      if (rest.length > 180) continue;
      if (before && /(?:khóa|thứ|lần|quý|đại hội|kỳ|hạng|loại|mục|phần|năm)$/.test(before.key)) continue;
      if (value > previous + 3) continue;
    }
    previous = value;
    out.push({ index, label });
  }
  return out;
}

function firstSection(lines: readonly Line[], headings: readonly RomanHeading[], from: number): number {
  const first = headings[0];
  if (first) return first.index;
  // No Roman heading: the first "1." or a capital "A." after the opening.
  for (let index = from; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.cells) continue;
    if (isRecipientsLine(line)) break;
    const label = labelOf(line.text);
    if (
      ((label?.kind === 'arabic' || label?.kind === 'article') && label.value === 1) ||
      (label?.kind === 'capital' && (label.text === 'A' || isCapitals(line.text)))
    )
      return index;
  }
  return bodyEndOrLength(lines);
}

function bodyEndOrLength(lines: readonly Line[]): number {
  return findBodyEnd(lines, 0);
}

/** The line of "Nơi nhận", or of the signature where there is none or where it stands first. */
function findBodyEnd(lines: readonly Line[], from: number): number {
  for (let index = from; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.cells) continue;
    if (isRecipientsLine(line) || isAuthorityLine(line)) return index;
    if (isApprovalLine(line) && endsInSignature(lines, index + 1)) return index;
    if (isOnBehalfLine(line)) return index;
  }
  return signatureFromBelow(lines, from);
}

/** "Đông Sơn, ngày 30 tháng 6 năm 2026" as the last line of the text belongs to the signature. */
function beforeLateDate(lines: readonly Line[], bodyEnd: number): number {
  const last = lines[bodyEnd - 1];
  return last && isPlaceAndDateLine(last) ? bodyEnd - 1 : bodyEnd;
}

/** A line that is nothing but a place and a date. */
export function isPlaceAndDateLine(line: Line): boolean {
  return /^\p{Lu}[^,.;:]{1,40},\s*ngày\s.{0,8}tháng\s.{0,8}năm/u.test(line.text) && line.text.length < 75;
}

/** Without Nơi nhận and authority: the last lines "CHỦ TỊCH / Nguyễn Văn A", if they are there. */
function signatureFromBelow(lines: readonly Line[], from: number): number {
  for (let index = lines.length - 1; index > Math.max(from, lines.length - 12); index--) {
    const line = lines[index];
    if (!line || line.cells) continue;
    if (
      /^(?:quyền |phó )?(?:bí thư|chủ tịch|chủ nhiệm|trưởng\s|tổ trưởng|chánh văn phòng|giám đốc|hiệu trưởng|chỉ huy trưởng|đội trưởng|thủ trưởng)/.test(
        line.key,
      ) &&
      isCapitals(line.text) &&
      labelOf(line.text) === null
    )
      return index;
  }
  return lines.length;
}

/** "(Đơn vị soạn thảo: Ban Xây dựng Đảng)" below a title tells who drafted the text. */
const DRAFTED_BY = /^\(?(?:đơn vị|cơ quan|bộ phận|người) (?:chủ trì )?(?:soạn thảo|tham mưu|soạn)\s*:/;

/**
 * The title: the first line after the kind, and those after it until the opening begins. The first words of an opening
 * may also begin a title ("Thực hiện Nghị quyết …"), so they only count from the second line on.
 */
function findTitleEnd(lines: readonly Line[], start: number, limit: number, begun: boolean): number {
  let index = start;
  let taken = begun;
  let capitals = false;
  let bold = false;
  while (index < limit) {
    const line = lines[index];
    if (!line) break;
    if (isRule(line.text)) {
      if (taken) return index;
      index++;
      continue;
    }
    const before = lines[index - 1];
    if (/^(?:căn cứ|kính gửi)(?!\p{L})/u.test(line.key)) return index;
    if (taken && DRAFTED_BY.test(line.key)) return index;
    if (taken && /^phần (?:thứ |[ivx]+(?!\p{L}))/u.test(line.key)) return index;
    if (line.cells) return index;
    if (!taken) {
      capitals = isCapitals(line.text);
      bold = line.bold;
      taken = true;
      index++;
      continue;
    }
    if (/^\p{Ll}/u.test(line.text) && !/[.;:]$/.test(before?.text ?? '')) {
      index++;
      continue;
    }
    if (decides(lines, index)) return index;
    if (capitals && !isCapitals(line.text)) return index;
    if (capitals) {
      index++;
      continue;
    }
    if (bold && !line.bold) return index;
    if (!bold && OPENING_START.test(line.key) && !danglingTitle(before)) return index;
    if (OPENING_START.test(line.key) && /[;:]$/.test(line.text)) return index;
    if (line.gapBefore && !bold && (line.text.length > 110 || /[.;:]$/.test(line.text))) return index;
    if (labelOf(line.text) && !danglingTitle(before) && !goesOnHyphened(before?.key ?? '', line.key))
      return index;
    index++;
  }
  return index;
}

/** "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG" above "Căn cứ …": who decides, below the title of a decision. */
function decides(lines: readonly Line[], index: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]];
  return (
    line !== undefined &&
    next !== undefined &&
    isCapitals(line.text) &&
    /^(?:chủ tịch|giám đốc|hiệu trưởng|bí thư|trưởng)\s/.test(line.key) &&
    /^\P{L}*(?:căn cứ|xét)(?!\p{L})/u.test(next.key) &&
    !danglingTitle(lines[index - 1])
  );
}

/** The first line after the kind that is no rule, unless the title stands on the kind's own line. */
function endOfWholeTitle(lines: readonly Line[], start: number, limit: number, begun: boolean): number {
  if (begun) return Math.min(start, limit);
  let index = start;
  while (index < limit && isRule(lines[index]?.text ?? '')) index++;
  return Math.min(index + 1, limit);
}

function danglingTitle(before: Line | undefined): boolean {
  return /(?<!tiếp )(?<!\p{L})(?:của|và|với|các|về|theo|số|ngày|khóa|thứ|ban|cho|trong|việc|của ban|nhằm|để)$|[,-]$/u.test(
    before?.key ?? '',
  );
}

/** Without a printed kind, the title is what stands above the opening and is neither letterhead nor sentence. */
function titleWithoutKind(lines: readonly Line[], sectionsStart: number): number {
  for (let index = 0; index < Math.min(sectionsStart, lines.length); index++) {
    const line = lines[index];
    if (!line) break;
    if (/^v\s?\/\s?v(?!\p{L})|^(?:về việc|kế hoạch|chương trình)\s/u.test(line.key)) return index;
    if (OPENING_START.test(line.key) && !isCapitals(line.text)) return index;
    if (line.text.length > 120 && !isCapitals(line.text)) return index;
  }
  return Math.min(sectionsStart, lines.length);
}

function endOfTitleWithoutKind(lines: readonly Line[], start: number, limit: number): number {
  const first = lines[start];
  if (!first || !/^v\s?\/\s?v(?!\p{L})|^(?:về việc|kế hoạch|chương trình)\s/u.test(first.key)) return start;
  if (/[.;:]$/.test(first.text) || start >= limit) return start;
  let index = start + 1;
  while (index < limit) {
    const line = lines[index];
    if (!line || line.gapBefore || OPENING_START.test(line.key) || labelOf(line.text)) break;
    index++;
  }
  return index;
}
