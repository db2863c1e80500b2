/** Who reports to whom, through whom, how often. */
import type { ParsedReporting } from '../parsed';
import { labelOf } from './labels';
import { keyOf } from './lines';
import { inPieces, type Placed } from './sections';
import { beginsWithUnit, unitHead } from './units';

const CYCLE =
  /(?:định kỳ\s*(?:\/|và|hoặc)\s*đột xuất|định kỳ(?:,? (?:hằng|hàng) (?:tuần|tháng|quý|năm)| 6 tháng| (?:hằng|hàng) (?:quý, năm))?|đột xuất|(?:hằng|hàng) (?:tuần|tháng|quý|năm))/;
const REPORT = /báo cáo|phản ánh|kiến nghị|gửi |thông tin về/;
const TO = /(?:về|cho|gửi(?: về)?|báo cáo|trình|với)\s+(?=\p{Lu})/gu;
const VIA_BRACKET = /\(\s*(?:thông\s+)?qua\s+(?=\p{Lu}|đồng chí|bộ phận)/gu;
const VIA_OPEN =
  /(?<!thông )(?<!\p{L}(?<!ủy|uỷ))qua\s+(?=\p{Lu})|thông qua\s+(?=(?:Ban|Phòng|Văn phòng|Ủy ban|Trung tâm|Công an|Cơ quan)\s)/gu;

/** The reporting duties said in sections and closing. */
export function reportingOf(texts: readonly Placed[]): ParsedReporting[] {
  return texts.flatMap(inPieces).flatMap((placed) => {
    if (placed.paragraph.cells || !REPORT.test(placed.key)) return [];
    const out: ParsedReporting[] = [];
    for (const [from, to] of sentences(placed.text)) {
      // A "báo cáo viên" is a speaker, no report.
      const key = placed.key.slice(from, to).replaceAll('báo cáo viên', '-'.repeat('báo cáo viên'.length));
      const text = placed.text.slice(from, to);
      if (!REPORT.test(key)) continue;
      const via = viaIn(text);
      const cycle = CYCLE.exec(key)?.[0] ?? null;
      const target = toIn(text, key);
      if (
        via === null &&
        (cycle === null || !/báo cáo/.test(key)) &&
        !(target !== null && /báo cáo/.test(key))
      )
        continue;
      out.push({
        from: fromOf(placed, text),
        to: target,
        via,
        cycle:
          cycle === null
            ? null
            : /đột xuất/.test(cycle) && /định kỳ/.test(cycle)
              ? 'định kỳ/đột xuất'
              : /đột xuất/.test(cycle)
                ? 'đột xuất'
                : /định kỳ/.test(cycle)
                  ? 'định kỳ'
                  : cycle,
        text: text.trim(),
        source: { start: placed.start + from, end: placed.start + to },
      });
    }
    return out;
  });
}

/** [start, end) of each sentence. */
function sentences(text: string): [number, number][] {
  const out: [number, number][] = [];
  let from = 0;
  for (const match of text.matchAll(/\.(?=\s+\p{Lu})/gu)) {
    out.push([from, match.index + 1]);
    from = match.index + 1;
    while (text[from] === ' ') from++;
  }
  if (from < text.length) out.push([from, text.length]);
  return out;
}

/** The body in "(qua Ban Xây dựng Đảng)", or after an open "qua" that a body's name follows. */
function viaIn(text: string): string | null {
  for (const match of text.matchAll(VIA_BRACKET)) {
    const rest = text.slice(match.index + match[0].length);
    const name = bodyName(rest.split(')')[0] ?? rest);
    if (name !== null) return name;
  }
  for (const match of text.matchAll(VIA_OPEN)) {
    const rest = text.slice(match.index + match[0].length);
    if (!beginsWithUnit(rest)) continue;
    const name = bodyName(rest.split(/[;.()]/)[0] ?? rest);
    if (name !== null) return name;
  }
  return null;
}

/** The body after "báo cáo (…) cho", "gửi về", "phản ánh với"; "phối hợp với" names none. */
function toIn(text: string, key: string): string | null {
  const report = REPORT.exec(key)?.index ?? 0;
  for (const match of text.matchAll(TO)) {
    if (
      /^(?:với|cho)/.test(match[0]) &&
      (match.index < report || /phối hợp[^.;,]{0,20}$/.test(key.slice(0, match.index)))
    )
      continue;
    const rest = text.slice(match.index + match[0].length);
    if (!beginsWithUnit(rest) && !/^(?:thành ủy|tỉnh ủy|trung ương|ban |ủy ban|ubnd)/.test(keyOf(rest)))
      continue;
    const name = bodyName(rest.split(/[;.(]/)[0] ?? rest);
    if (name !== null) return name;
  }
  return null;
}

/** A body's name ends before what is done there: "… tổng hợp", "để …", "theo quy định". */
function bodyName(text: string): string | null {
  const cut = [
    ...text.matchAll(
      /(?:\s+|(?<=ủy|uỷ))(?:tổng hợp|để|theo quy định|theo dõi|xem xét|xử lý|giải quyết|ngay|trước|chậm nhất|vào|khi|và cấp trên|kết quả|tình hình|qua |theo |về |trong |nhằm|định kỳ|hằng|hàng)|[,;:]|\s+[-–]\s+(?=\p{Ll}|Email|Số)/gu,
    ),
  ].find(
    (match) => match[0] !== ',' || !isInsideName(text.slice(0, match.index), text.slice(match.index + 1)),
  );
  const name = (cut ? text.slice(0, cut.index) : text).replace(/[\s.,;:]+$/u, '').trim();
  return name.length >= 3 && name.length <= 120 ? name : null;
}

/** After a comma inside a body's own name: "Ban Dân chủ, | Giám sát và Phản biện xã hội", "… BHXH, | BHYT điện tử". */
function isInsideName(before: string, rest: string): boolean {
  if (/^\s*(?:Hạ tầng|Thể thao|Đô thị)/u.test(rest)) return true;
  const next = rest.trimStart();
  if (/\s\p{Lu}{2,}$/u.test(before) && /^\p{Lu}{2,}\s+\p{Ll}/u.test(next) && !beginsWithUnit(next))
    return true;
  return /^\p{Lu}\p{Ll}+[^,;:.()]{0,30}\svà\s\p{Lu}/u.test(next) && !beginsWithUnit(next);
}

function fromOf(placed: Placed, sentence: string): string | null {
  const own = unitHead(sentence.slice(labelOf(sentence)?.length ?? 0));
  if (own && own.restStart !== null) return own.unit;
  for (const node of [...placed.path].reverse()) {
    if (node.label === null || node.label.kind === 'roman') continue;
    const head = unitHead(node.paragraph.text.slice(node.label.length));
    if (head) return head.unit;
  }
  return null;
}

/** How often a task's own words say it recurs; null when they do not. */
export function recurrenceOf(text: string): string | null {
  const key = keyOf(text);
  const cycle = CYCLE.exec(key)?.[0];
  if (cycle !== undefined) return cycle;
  return /thường xuyên/.test(key) ? 'thường xuyên' : null;
}
