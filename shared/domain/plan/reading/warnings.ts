/** What a person should look at: faults of the document that can be seen without knowing the office. */
import { dateExists, formatDate, plainDate, weekday, WEEKDAY_NAMES } from '../../../date/plain-date';
import type { ParsedHeader, ParsedSection, ParsedSigner, ParsedRecipient, ParsedWarning } from '../parsed';
import { citationsIn } from './citations';
import { romanValue } from './labels';
import { keyOf } from './lines';

interface WarningInput {
  /** Texts of title, opening, sections and closing. */
  readonly texts: readonly string[];
  readonly header: ParsedHeader;
  readonly kind: string | null;
  readonly title: string | null;
  readonly sections: readonly ParsedSection[];
  readonly recipients: readonly ParsedRecipient[];
  readonly archive: readonly string[];
  readonly signer: ParsedSigner;
}

export function warningsOf(input: WarningInput): ParsedWarning[] {
  return [
    ...missingParts(input),
    ...referenceMismatches(input),
    ...weekdayMismatches(input.texts),
    ...numberingSlips(input.sections),
    ...lostMarks(input),
  ];
}

function missingParts({ kind, title, sections, recipients, signer }: WarningInput): ParsedWarning[] {
  const out: ParsedWarning[] = [];
  const add = (code: string, message: string) => out.push({ code, message, excerpt: '' });
  if (kind === null)
    add(
      'kind-missing',
      'Không thấy tên loại văn bản (KẾ HOẠCH, HƯỚNG DẪN…); hãy chọn loại và nhập trích yếu.',
    );
  else if (title === null || title === '')
    add('title-missing', 'Không thấy trích yếu dưới tên loại văn bản; hãy nhập trích yếu.');
  if (sections.length === 0)
    add(
      'sections-missing',
      'Không thấy mục nào (I, II…) trong văn bản; hãy kiểm tra xem tệp có đúng là kế hoạch không.',
    );
  if (recipients.length === 0)
    add('recipients-missing', 'Không thấy Nơi nhận; hãy bổ sung nơi nhận trước khi phát hành.');
  if (signer.name === null) add('signer-missing', 'Không thấy họ tên người ký; hãy bổ sung người ký.');
  return out;
}

/** One document cited with two symbols (18-KL/TU, 18-KL/TW) or with two dates. */
function referenceMismatches({ texts }: WarningInput): ParsedWarning[] {
  const out: ParsedWarning[] = [];
  const byNumber = new Map<string, { number: string; date: string | null }>();
  const dates = new Map<string, string>();
  const told = new Set<string>();
  for (const text of texts)
    for (const citation of citationsIn(text)) {
      const match = /^(\d+)([-/])([^-/]+)([-/])(.+)$/.exec(citation.number);
      // A Party number "18-KL/TW": the same number and type from two bodies, on the same day, is one document.
      if (match?.[2] === '-' && match[4] === '/') {
        const key = `${Number(match[1])}-${keyOf(match[3] ?? '')}`;
        const known = byNumber.get(key);
        if (!known) byNumber.set(key, { number: citation.number, date: citation.date });
        else if (
          keyOf(known.number) !== keyOf(citation.number) &&
          (known.date === null || citation.date === null || known.date === citation.date) &&
          !told.has(`${known.number} ${citation.number}`)
        ) {
          told.add(`${known.number} ${citation.number}`);
          told.add(`${citation.number} ${known.number}`);
          out.push({
            code: 'reference-mismatch',
            message: `Một văn bản được ghi hai ký hiệu: ${known.number} và ${citation.number}; hãy đối chiếu với văn bản gốc và sửa cho thống nhất.`,
            excerpt: text.slice(citation.index, citation.index + citation.length),
          });
        }
      }
      if (citation.date === null) continue;
      const key = keyOf(citation.number);
      const date = dates.get(key);
      if (date === undefined) dates.set(key, citation.date);
      else if (date !== citation.date && !told.has(`${key} ${citation.date}`)) {
        told.add(`${key} ${citation.date}`);
        out.push({
          code: 'reference-date-mismatch',
          message: `Văn bản ${citation.number} được ghi hai ngày: ${formatDate(date)} và ${formatDate(citation.date)}; hãy đối chiếu với văn bản gốc.`,
          excerpt: text.slice(citation.index, citation.index + citation.length),
        });
      }
    }
  return out;
}

const WEEKDAYS: Readonly<Record<string, number>> = {
  'hai': 1, '2': 1, 'ba': 2, '3': 2, 'tư': 3, '4': 3, 'năm': 4, '5': 4, 'sáu': 5, '6': 5, 'bảy': 6, '7': 6,
}; // prettier-ignore

/** "11/02/2026 (thứ Tư)", "thứ Tư, ngày 11/02/2026": the weekday checked against the calendar. */
function weekdayMismatches(texts: readonly string[]): ParsedWarning[] {
  const out: ParsedWarning[] = [];
  const name = '(?:thứ\\s+(hai|ba|tư|năm|sáu|bảy|[2-7])|(chủ nhật))';
  const day = '(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(20\\d{2})';
  const patterns = [
    {
      pattern: new RegExp(`${day}\\s*\\(?\\s*(?:tức\\s+)?${name}(?![\\p{L}])`, 'gu'),
      days: [1, 2, 3],
      names: [4, 5],
    },
    { pattern: new RegExp(`${name}[\\s,(]*(?:ngày\\s+)?${day}`, 'gu'), days: [3, 4, 5], names: [1, 2] },
  ] as const;
  for (const text of texts)
    for (const { pattern, days, names } of patterns)
      for (const match of keyOf(text).matchAll(pattern)) {
        const [dayOfMonth, month, year] = days.map((group) => Number(match[group])) as [
          number,
          number,
          number,
        ];
        const said = match[names[1]] !== undefined ? 7 : WEEKDAYS[match[names[0]] ?? ''];
        if (said === undefined || !dateExists(year, month, dayOfMonth)) continue;
        const real = weekday(plainDate(year, month, dayOfMonth));
        if (real === said) continue;
        const excerpt = text.slice(match.index, match.index + match[0].length);
        out.push({
          code: 'weekday-mismatch',
          message: `“${excerpt}”: ngày ${formatDate(plainDate(year, month, dayOfMonth))} là ${WEEKDAY_NAMES[real - 1] ?? ''}; hãy kiểm tra lại thứ hoặc ngày.`,
          excerpt,
        });
      }
  return out;
}

function numberingSlips(sections: readonly ParsedSection[]): ParsedWarning[] {
  const out: ParsedWarning[] = [];
  let previous = 0;
  for (const section of sections) {
    const value = romanValue(section.label);
    if (value === null) continue;
    if (value !== previous + 1)
      out.push({
        code: 'numbering-slip',
        message: `Mục “${section.label}. ${section.title}” không nối tiếp số mục trước; hãy kiểm tra lại cách đánh số.`,
        excerpt: `${section.label}. ${section.title}`,
      });
    previous = value;
  }
  return out;
}

/** Codes of offices whose Đ was lost ("VPDU"), and slips of recognition that are no words of this genre. */
function lostMarks({ archive, texts }: WarningInput): ParsedWarning[] {
  const out: ParsedWarning[] = [];
  for (const code of archive)
    if (/^(?:VPDU|BXDD|UBKTDU|DU)$/.test(code))
      out.push({
        code: 'lost-marks',
        message: `Ký hiệu “${code}” ở dòng Lưu bị mất dấu; có thể là “${code
          .replace(/^VPDU$/, 'VPĐU')
          .replace(/^BXDD$/, 'BXDĐ')
          .replace(/DU$/, 'ĐU')}”.`,
        excerpt: code,
      });
  const slips = /công thông tin điện tử|lòng ghép|phần đầu (?:đạt|đến năm|trong top)|chỉ trì/gu;
  const told = new Set<string>();
  for (const text of texts)
    for (const match of keyOf(text).matchAll(slips)) {
      if (told.has(match[0])) continue;
      told.add(match[0]);
      const excerpt = text.slice(match.index, match.index + match[0].length);
      out.push({
        code: 'ocr-suspect',
        message: `“${excerpt}” có thể là lỗi nhận dạng chữ; hãy đối chiếu với bản gốc.`,
        excerpt,
      });
    }
  return out;
}
