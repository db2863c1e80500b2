/** Documents cited in a text: kind, number, date, issuer. */
import { parseDate, plainDate, dateExists } from '../../../date/plain-date';
import type { ParsedBasis } from '../parsed';
import type { Paragraph } from './paragraphs';
import { REFERENCE_KINDS } from './vocabulary';

const KIND = REFERENCE_KINDS.join('|');
const NUMBER =
  '\\d{1,5}[a-z]?\\s?[-–/]\\s?(?:\\d{4}\\s?[/-]\\s?)?\\p{Lu}[\\p{L}\\d]*(?:(?:[-–/]|\\s/|/\\s)\\p{Lu}[\\p{L}\\d&]*)*';
const CITATION = new RegExp(
  `(?:(?<kind>${KIND})\\s+)?(?:(?:liên tịch\\s+)?(?<so>số)\\s*:?\\s*)?(?<number>${NUMBER})`,
  'giu',
);
const DATE =
  /^[\s,]*(?:(?:ban hành\s+)?ngày\s+)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})|^[\s,]*ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu;
const NAMED = new RegExp(
  `^(?:căn cứ(?: vào)?|thực hiện|theo|triển khai(?: thực hiện)?)\\s+(?<kind>${KIND})\\s+(?!số\\s*:?\\s*\\d)`,
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
}

/** All numbered documents that a text cites, in order, repeated ones too. */
export function citationsIn(text: string): Citation[] {
  const out: Citation[] = [];
  let lastKind: string | null = null;
  for (const match of text.matchAll(CITATION)) {
    const printedKind = match.groups?.['kind'] ?? null;
    const number = match.groups?.['number'] ?? '';
    // "số" or a kind must say that it is a document: "24/7" or "08-Hải Phòng" are none.
    if (printedKind === null && match.groups?.['so'] === undefined) continue;
    if (!/\p{Lu}{2}|\p{Lu}\p{Ll}*\/\p{Lu}/u.test(number.replace(/\s/g, ''))) continue;
    if (printedKind !== null) lastKind = printedKind;
    const after = text.slice(match.index + match[0].length);
    const date = DATE.exec(after);
    const dateText = date?.[0] ?? null;
    out.push({
      kind: printedKind ?? lastKind,
      number: number.replace(/\s+/g, '').replaceAll('–', '-'),
      date: date ? dateOf(date) : null,
      dateText: dateText === null ? null : dateText.trim(),
      issuer: issuerIn(after.slice(dateText?.length ?? 0)),
      index: match.index,
      length: match[0].length + (dateText?.length ?? 0),
    });
  }
  return out;
}

function dateOf(match: RegExpExecArray): string | null {
  if (match[1] !== undefined) return parseDate(`${match[1]}/${match[2] ?? ''}/${match[3] ?? ''}`);
  const [day, month, year] = [Number(match[4]), Number(match[5]), Number(match[6])];
  return dateExists(year, month, day) ? plainDate(year, month, day) : null;
}

function issuerIn(after: string): string | null {
  const match =
    /^[\s,]*(?:của\s+)?(?=\p{Lu})(.{3,120}?)(?=\s+(?:về|thực hiện|quy định|ban hành|hướng dẫn|triển khai|phê duyệt|sửa đổi|tổ chức|và (?:Kết luận|Nghị quyết|Chỉ thị|Kế hoạch|Chương trình|Quyết định|Công văn|Hướng dẫn))(?!\p{L})|\s*[,;.(:“"]|$)/u.exec(
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
    const named = NAMED.exec(paragraph.text);
    const kind = named?.groups?.['kind'];
    if (named && kind !== undefined && !citations.some((citation) => citation.index < named[0].length + 12)) {
      const name = /^[^;,.]{3,140}/u.exec(paragraph.text.slice(named[0].length))?.[0] ?? '';
      const dated = /(?:ngày\s+)?(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(name);
      out.push({
        kind,
        number: null,
        date: dated ? parseDate(dated[0].replace(/^ngày\s+/, '')) : null,
        issuer: null,
        source: {
          start: paragraph.start + named[0].indexOf(kind),
          end: paragraph.start + named[0].length + name.length,
        },
      });
    }
  }
  return out;
}
