/** Documents cited in a text: kind, number, date, issuer. */
import { parseDate, plainDate, dateExists } from '../../../date/plain-date';
import type { ParsedBasis } from '../parsed';
import type { Paragraph } from './paragraphs';
import { REFERENCE_KINDS } from './vocabulary';

const KIND = REFERENCE_KINDS.join('|');
const NUMBER =
  '\\d{1,5}[a-z]?(?:\\s?[-–/]\\s?|\\s(?=\\p{L}{2,4}\\/\\p{L}{2}))(?:\\d{4}\\s?[/-]\\s?)?\\p{Lu}[\\p{L}\\d]*(?:\\s[-–]\\s(?=(?:UBND|HĐND|BCĐ|UBBC|MTTQ|BTV)(?!\\s+\\p{L}*\\s*(?:phường|xã|tỉnh|thành)))\\p{Lu}+)?(?:(?:[-–/]|\\s/|/\\s)\\p{Lu}[\\p{L}\\d&]*)*(?:\\s?[-–]\\s\\p{Lu}{2,8}(?=,?\\sngày\\s\\d))?';
const CITATION = new RegExp(
  `(?:(?<kind>${KIND})\\s+)?(?:(?:liên tịch\\s+)?(?<so>số)\\s*:?\\s*)?(?<number>${NUMBER})`,
  'giu',
);
const DATE =
  /^[\s,]*(?:(?:ban hành\s+|(?:cùng|đều|cùng ban hành)\s+)?ngày\s+)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})|^[\s,]*(?:(?:cùng|đều|cùng ban hành)\s+)?ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu;
const KIND_WORD = new RegExp(`(?<!\\p{L})(?:${KIND})(?!\\p{L})`, 'giu');
const NAMED = new RegExp(
  `^(?:căn cứ(?: vào)?|thực hiện|theo|triển khai(?: thực hiện)?)\\s+(?<kind>${KIND})\\s+(?!số\\s*:?\\s*\\d)`,
  'iu',
);

const NEXT_NAMED = new RegExp(
  `^(?:(?:và|căn cứ(?: vào)?|thực hiện|theo)\\s+)?(?<kind>${KIND})\\s+(?!số\\s*:?\\s*\\d)`,
  'iu',
);

interface Citation {
  readonly kind: string | null;
  readonly number: string;
  readonly date: string | null;
  readonly dateText: string | null;
  readonly issuer: string | null;
  readonly index: number;
  readonly length: number;
  /** Where the kind stands when a name parts it from the number: "Quy chế làm việc số …"; else the index. */
  readonly kindAt: number;
}

/** All numbered documents that a text cites, in order, repeated ones too. */
export function citationsIn(text: string): Citation[] {
  const out: Citation[] = [];
  let lastKind: string | null = null;
  for (const match of text.matchAll(CITATION)) {
    const printedKind = match.groups?.['kind'] ?? null;
    const printed = match.groups?.['number'] ?? '';
    // "15-HD/BTGDVTUngày 20/02/2026": a PDF copy lost the space behind the symbol.
    const glued = /(?<=\p{Lu}{2})(?:ngày|của|về|và)$/u.exec(printed)?.[0].length ?? 0;
    const number = printed.slice(0, printed.length - glued);
    const length = match[0].length - glued;
    const previous = out.at(-1);
    const previousEnd = previous ? previous.index + previous.length : 0;
    // "các Quyết định số 56-QĐ/ĐU, 57-QĐ/ĐU và 58-QĐ/ĐU": the kind is said once.
    const listed = previous !== undefined && /^\s*(?:[,;]|và)\s*$/.test(text.slice(previousEnd, match.index));
    // "số" or a kind must say that it is a document: "24/7" or "08-Hải Phòng" are none.
    if (printedKind === null && match.groups?.['so'] === undefined && !listed) continue;
    if (!/\p{Lu}{2}|\p{Lu}\p{Ll}*\/\p{Lu}/u.test(number.replace(/\s/g, ''))) continue;
    // "số 298 KH/TWĐTN": only capitals make a symbol of what no dash joins to the number.
    if (/^\d+[a-z]?\s\p{L}/u.test(number) && !/^\d+[a-z]?\s\p{Lu}{2,4}\/\p{Lu}{2}/u.test(number)) continue;
    const named = printedKind === null ? kindBefore(text, previousEnd, match.index) : null;
    lastKind = printedKind ?? named?.kind ?? lastKind;
    const after = text.slice(match.index + length);
    const date = DATE.exec(after);
    // "các Quyết định số 56, 57 và 58 ngày …", "… và Hướng dẫn số 21 cùng ngày …": one day for all of them.
    if (date && ((listed && printedKind === null) || /cùng|đều/u.test(date[0])))
      shareDate(out, text, match.index, dateOf(date));
    const dateText = date?.[0] ?? null;
    out.push({
      kind: lastKind,
      number: number.replace(/\s+/g, '').replaceAll('–', '-'),
      date: date ? dateOf(date) : null,
      dateText: dateText === null ? null : dateText.trim(),
      issuer: issuerIn(after.slice(dateText?.length ?? 0)),
      index: match.index,
      length: length + (dateText?.length ?? 0),
      kindAt: named?.at ?? match.index,
    });
  }
  return out;
}

/** Gives the day behind the last of several documents to those that stand right before it without one. */
function shareDate(cited: Citation[], text: string, from: number, date: string | null): void {
  let next = from;
  for (let index = cited.length - 1; index >= 0; index--) {
    const one = cited[index];
    if (!one || one.date !== null || one.dateText !== null) return;
    const between = text.slice(one.index + one.length, next);
    if (!/^\s*(?:[,;]|và|,\s*và)\s*(?:các\s+)?$/u.test(between)) return;
    cited[index] = { ...one, date };
    next = one.index;
  }
}

/** The kind, printed with a capital, in the words right before a number: "Luật Bầu cử … số 85/2015/QH13". */
function kindBefore(text: string, from: number, to: number): { kind: string; at: number } | null {
  const start = Math.max(from, to - 160);
  const words = text.slice(start, to);
  const segment = words.slice(words.search(/[^,;.:()“”"]*$/u));
  const match = [...segment.matchAll(KIND_WORD)].findLast((one) => /^\p{Lu}/u.test(one[0]));
  return match ? { kind: match[0], at: to - segment.length + match.index } : null;
}

function dateOf(match: RegExpExecArray): string | null {
  if (match[1] !== undefined) return parseDate(`${match[1]}/${match[2] ?? ''}/${match[3] ?? ''}`);
  const [day, month, year] = [Number(match[4]), Number(match[5]), Number(match[6])];
  return dateExists(year, month, day) ? plainDate(year, month, day) : null;
}

function issuerIn(after: string): string | null {
  const match =
    /^[\s,]*(?:của\s+)?(?=\p{Lu})(.{3,120}?)(?=(?:\s+|(?<=ủy|uỷ))(?:về|Về|V\/v|thực hiện|quy định|ban hành|hướng dẫn|triển khai|phê duyệt|sửa đổi|tổ chức|và (?:Kết luận|Nghị quyết|Chỉ thị|Kế hoạch|Chương trình|Quyết định|Công văn|Hướng dẫn|Thông tư|Nghị định|Thông báo|Quy định|Quy chế|Luật))(?!\p{L})|\s+(?:các\s+)?(?:Kết luận|Nghị quyết|Chỉ thị|Kế hoạch|Chương trình(?: hành động)?|Quyết định|Công văn|Hướng dẫn|Thông tư|Nghị định|Thông báo|Quy định|Quy chế)\s+(?:số\s*:?\s*)?\d|\s*[,;.(:“"]|$)/u.exec(
      after,
    );
  const issuer = match?.[1]?.trim();
  if (
    issuer === undefined ||
    !/^(?:Ban|Bộ|Ủy|Uỷ|UBND|Thành|Tỉnh|Đảng|Chính|Quốc|Thủ|Hội|HĐND|Trung|Sở|Văn|Thường|Tổng|Chủ|Liên|Mặt|Công|Đoàn|Viện|Tòa|Huyện|Quận|Thị)/u.test(
      issuer,
    )
  )
    return null;
  return issuer;
}

/** The bases named by the opening paragraphs: each document once, the first with a date preferred. */
export function basisOf(opening: readonly Paragraph[]): ParsedBasis[] {
  const out: ParsedBasis[] = [];
  const seen = new Map<string, number>();
  for (const paragraph of opening) {
    const citations = citationsIn(paragraph.text);
    for (const citation of citations) {
      const key = citation.number.toLowerCase();
      const known = seen.get(key);
      const source = {
        start: paragraph.start + citation.index,
        end: paragraph.start + citation.index + citation.length,
      };
      if (known === undefined) {
        seen.set(key, out.length);
        out.push({
          kind: citation.kind,
          number: citation.number,
          date: citation.date,
          issuer: citation.issuer,
          source,
        });
        continue;
      }
      const before = out[known];
      if (before)
        out[known] = {
          ...before,
          date: before.date ?? citation.date,
          issuer: before.issuer ?? citation.issuer,
        };
    }
    for (const named of namedIn(paragraph.text)) {
      const nameAt = named.index + named.length;
      const cited = citations.some(
        ({ index, kindAt }) => kindAt === named.kindAt || (index >= named.index && index < nameAt + 12),
      );
      if (cited) continue;
      const name = /^[^;,.]{3,140}/u.exec(paragraph.text.slice(nameAt))?.[0] ?? '';
      const next = citations.find(({ index }) => index >= nameAt)?.index ?? paragraph.text.length;
      out.push({
        kind: named.kind,
        number: null,
        date: dateIn(paragraph.text.slice(nameAt, Math.min(next, nameAt + 180)).split(';')[0] ?? ''),
        issuer: null,
        source: { start: paragraph.start + named.kindAt, end: paragraph.start + nameAt + name.length },
      });
    }
  }
  return out;
}

interface Named {
  readonly kind: string;
  readonly kindAt: number;
  /** The lead ("Căn cứ") with the kind. */
  readonly index: number;
  readonly length: number;
}

/** Documents named without a number: at the paragraph's head, and after each ";" of it ("Luật A; Luật B"). */
function namedIn(text: string): Named[] {
  const first = NAMED.exec(text);
  const out: Named[] = [];
  const add = (match: RegExpExecArray, offset: number) => {
    const kind = match.groups?.['kind'];
    if (kind !== undefined)
      out.push({
        kind,
        kindAt: offset + match[0].lastIndexOf(kind),
        index: offset,
        length: match[0].length,
      });
  };
  if (first) add(first, 0);
  if (!/^(?:căn cứ|thực hiện|theo|triển khai)\s/iu.test(text)) return out;
  for (const mark of text.matchAll(/;\s*/gu)) {
    const offset = mark.index + mark[0].length;
    const next = NEXT_NAMED.exec(text.slice(offset));
    if (next && /^\p{Lu}/u.test(next.groups?.['kind'] ?? '')) add(next, offset);
  }
  return out;
}

/** The first day printed in a text, short or long. */
function dateIn(text: string): string | null {
  const short = /(?<![\d.-])(?:ngày\s+)?(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)/u.exec(text);
  const long = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu.exec(text);
  if (short && (!long || short.index < long.index)) return parseDate(short[0].replace(/^ngày\s+|\s/gu, ''));
  if (!long) return null;
  const [day, month, year] = [Number(long[1]), Number(long[2]), Number(long[3])];
  return dateExists(year, month, day) ? plainDate(year, month, day) : null;
}
