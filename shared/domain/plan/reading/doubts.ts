/** What a reading tells of besides what it took: days of no calendar, another unit's duty, an annex of assignments. */
import { dateExists } from '../../../date/plain-date';
import type { ParsedAssignment, ParsedHeader, ParsedWarning } from '../parsed';
import { keyOf, type Line } from './lines';
import type { Placed } from './sections';
import { unitHead } from './units';

const SHORT_DAY =
  /(?<![\d/.,-])(?:(?:ngày\s+)(\d{1,2})\s*[/.-]\s*(\d{1,2})(?!\d|\s*[/.-]\s*\d)|(?:ngày\s+)?(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\4\s*(20\d{2})(?!\d))/gu;
const LONG_DAY = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(20\d{2}))?/gu;

/** Days that no calendar has, wherever they are said; those that a deadline was warned of are left out. */
export function unrealDays(
  texts: readonly Placed[],
  header: ParsedHeader,
  told: readonly ParsedWarning[],
): ParsedWarning[] {
  const excerpts = told.map(({ excerpt }) => keyOf(excerpt));
  const found = new Set<string>();
  for (const { text, key } of texts)
    for (const match of [...key.matchAll(SHORT_DAY), ...key.matchAll(LONG_DAY)]) {
      const long = match.length === 4;
      const day = Number(match[1] ?? match[3]);
      const month = Number(match[2] ?? match[5]);
      const year = Number((long ? match[3] : match[6]) ?? 2024);
      if (month < 1 || month > 12 || day < 29 || day > 31 || dateExists(year, month, day)) continue;
      if (excerpts.some((excerpt) => excerpt.includes(match[0].replace(/^ngày\s+/, '')))) continue;
      found.add(text.slice(match.index, match.index + match[0].length));
    }
  const { date, dateText } = header;
  const printed = /^ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}$/u.test(keyOf(dateText ?? ''));
  if (date === null && dateText !== null && printed) found.add(dateText);
  return [...found].map((excerpt) => ({
    code: 'date-does-not-exist',
    message: `“${excerpt}” là ngày không có trong lịch; hãy kiểm tra lại văn bản và nhập ngày đúng.`,
    excerpt,
  }));
}

/** "…; Công an phường bảo đảm an ninh": the duty of another body inside a task, which stays with its heading's unit. */
export function dutiesOfOthers(assignments: readonly ParsedAssignment[]): ParsedWarning[] {
  return assignments.flatMap(({ unit, tasks }) =>
    tasks.flatMap(({ text }) =>
      text.split(/;\s+/u).flatMap((part, index): ParsedWarning[] => {
        const head =
          index === 0 || !/^(?:\p{Lu}|các\s)/u.test(part)
            ? null
            : unitHead(part.charAt(0).toUpperCase() + part.slice(1));
        if (!head || head.restStart === null || keyOf(head.unit) === keyOf(unit)) return [];
        return [
          {
            code: 'duty-of-another-unit',
            message: `Nhiệm vụ của ${unit} có phần việc của ${head.unit}; nếu cần theo dõi riêng, hãy thêm nhiệm vụ cho đơn vị đó.`,
            excerpt: part,
          },
        ];
      }),
    ),
  );
}

const WHO =
  /^(?:(?:tên )?(?:đơn vị|cơ quan|bộ phận)|chủ trì|(?:người |cán bộ )?phụ trách|thành viên|phân công)/;
const WHAT = /^(?:nội dung|nhiệm vụ|công việc|phần việc|việc |tên (?:việc|nhiệm vụ))/;

/** A table "Đơn vị – Nội dung – Thời gian" below the signature: its rows belong to an annex, which is not read. */
export function annexOfDuties(lines: readonly Line[]): ParsedWarning[] {
  const head = lines.findIndex(({ cells }) => {
    const keys = (cells ?? []).map((cell) => keyOf(cell.text));
    return keys.some((key) => WHO.test(key)) && keys.some((key) => WHAT.test(key));
  });
  if (head < 0) return [];
  const rows = lines.slice(head + 1).filter(({ cells }) => cells !== null && cells.length > 1).length;
  if (rows === 0) return [];
  return [
    {
      code: 'annex-of-duties',
      message: `Phụ lục có bảng phân công ${rows} dòng nằm sau chữ ký; các dòng ấy để ở “Chưa phân loại”, hãy thêm những nhiệm vụ cần theo dõi.`,
      excerpt: lines[head]?.text ?? '',
    },
  ];
}
