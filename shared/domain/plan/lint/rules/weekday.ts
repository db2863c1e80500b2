/** "11/02/2026 (thứ Tư)": the printed weekday against the calendar. */
import { dateExists, formatDate, plainDate, weekday, WEEKDAY_NAMES } from '../../../../date/plain-date';
import { keyOf } from '../../reading/lines';
import type { LintRule, RuleFinding } from '../model';

const NUMBERS: Readonly<Record<string, number>> = {
  'hai': 1, '2': 1, 'ba': 2, '3': 2, 'tư': 3, '4': 3, 'năm': 4, '5': 4, 'sáu': 5, '6': 5, 'bảy': 6, '7': 6,
}; // prettier-ignore
const NAME = '(?:thứ\\s+(hai|ba|tư|năm|sáu|bảy|[2-7])|(chủ nhật))';
const DAY = '(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(20\\d{2})';
const PATTERNS = [
  {
    pattern: new RegExp(`${DAY}\\s*\\(?\\s*(?:tức\\s+)?${NAME}(?![\\p{L}])`, 'gu'),
    days: [1, 2, 3],
    names: [4, 5],
  },
  { pattern: new RegExp(`${NAME}[\\s,(]*(?:ngày\\s+)?${DAY}`, 'gu'), days: [3, 4, 5], names: [1, 2] },
] as const;

function mismatchesIn(text: string): readonly RuleFinding[] {
  const lower = keyOf(text);
  // The key has the text's own length, or no place can be told.
  if (lower.length !== text.length) return [];
  return PATTERNS.flatMap(({ pattern, days, names }) =>
    [...lower.matchAll(pattern)].flatMap((match): RuleFinding[] => {
      const [day = 0, month = 0, year = 0] = days.map((group) => Number(match[group]));
      const said = match[names[1]] !== undefined ? 7 : NUMBERS[match[names[0]] ?? ''];
      if (said === undefined || !dateExists(year, month, day)) return [];
      const date = plainDate(year, month, day);
      const real = weekday(date);
      if (real === said) return [];
      const place = { start: match.index, end: match.index + match[0].length };
      return [
        {
          message: `“${text.slice(place.start, place.end)}”: ngày ${formatDate(date)} là ${WEEKDAY_NAMES[real - 1] ?? ''}; hãy kiểm tra lại thứ hoặc ngày.`,
          place,
        },
      ];
    }),
  );
}

export const weekdayMismatch: LintRule = {
  code: 'weekday-mismatch',
  title: 'Thứ không khớp với ngày',
  severity: 'error',
  source: 'lịch',
  check: ({ text }) => mismatchesIn(text),
};
