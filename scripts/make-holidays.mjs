/**
 * Writes resources/catalogue/holidays-<year>.json, the table of days off that a new office starts from and then edits.
 *
 * Statutory days come from date-holidays (Vietnam, lunar Tết and Hùng Kings' day). What only a yearly decision fixes
 * (which days around Tết, swaps and make-up days) stands below with its source; a year without a decision yet gets
 * the statutory length around Tết and is marked provisional.
 *
 * Run: node scripts/make-holidays.mjs
 */
import { writeFileSync } from 'node:fs';
import Holidays from 'date-holidays';

const DECIDED = {
  2025: {
    source:
      'Lịch nghỉ Tết Ất Tỵ và các ngày lễ năm 2025 đã thông báo cho cán bộ, công chức; tham khảo, cơ quan kiểm tra lại',
    rows: [
      ['2025-01-01', 'Tết Dương lịch', 'off'],
      ...tet('2025', ['01-27', '01-28', '01-29', '01-30', '01-31'], 'Tết Nguyên đán Ất Tỵ'),
      ['2025-04-07', 'Giỗ Tổ Hùng Vương', 'off'],
      ['2025-04-26', 'Làm bù cho ngày 02/5/2025', 'work'],
      ['2025-04-30', 'Ngày Chiến thắng', 'off'],
      ['2025-05-01', 'Ngày Quốc tế Lao động', 'off'],
      ['2025-05-02', 'Nghỉ hoán đổi, làm bù ngày 26/4/2025', 'off'],
      ['2025-09-01', 'Quốc khánh', 'off'],
      ['2025-09-02', 'Quốc khánh', 'off'],
    ],
  },
  2026: {
    source:
      'Lịch nghỉ Tết Bính Ngọ và các ngày lễ năm 2026 đã thông báo cho cán bộ, công chức; tham khảo, cơ quan kiểm tra lại',
    rows: [
      ['2026-01-01', 'Tết Dương lịch', 'off'],
      ['2026-01-02', 'Nghỉ hoán đổi, làm bù ngày 10/01/2026', 'off'],
      ['2026-01-10', 'Làm bù cho ngày 02/01/2026', 'work'],
      ...tet('2026', ['02-16', '02-17', '02-18', '02-19', '02-20'], 'Tết Nguyên đán Bính Ngọ'),
      ['2026-04-26', 'Giỗ Tổ Hùng Vương', 'off'],
      ['2026-04-27', 'Nghỉ bù Giỗ Tổ Hùng Vương', 'off'],
      ['2026-04-30', 'Ngày Chiến thắng', 'off'],
      ['2026-05-01', 'Ngày Quốc tế Lao động', 'off'],
      ['2026-08-22', 'Làm bù cho ngày 31/8/2026', 'work'],
      ['2026-08-31', 'Nghỉ hoán đổi, làm bù ngày 22/8/2026', 'off'],
      ['2026-09-01', 'Quốc khánh', 'off'],
      ['2026-09-02', 'Quốc khánh', 'off'],
    ],
  },
};

const PROVISIONAL =
  'Tạm tính theo ngày nghỉ luật định và âm lịch, chưa có thông báo chính thức; sửa lại khi có lịch nghỉ của năm';

function tet(year, days, name) {
  return days.map((day) => [`${year}-${day}`, name, 'off']);
}

const iso = (date) => new Date(date.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
const plus = (day, count) => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
const weekend = (day) => [0, 6].includes(new Date(day).getUTCDay());

/** Days off by law: Tết is the day before and four days from mùng 1; a day on a weekend is made up after the run. */
function provisional(year) {
  const found = new Holidays('VN').getHolidays(year).filter((day) => day.type === 'public');
  const start = (rule) => {
    const day = found.find((item) => item.rule === rule);
    if (!day) throw new Error(`${year}: no rule ${rule}`);
    return iso(day.start);
  };
  const newYear = start('vietnamese 1-0-1');
  const runs = [
    ['Tết Dương lịch', [`${year}-01-01`]],
    ['Tết Nguyên đán', [-1, 0, 1, 2, 3].map((offset) => plus(newYear, offset))],
    ['Giỗ Tổ Hùng Vương', [start('vietnamese 3-0-10')]],
    ['Ngày Chiến thắng, Quốc tế Lao động', [`${year}-04-30`, `${year}-05-01`]],
    ['Quốc khánh', [`${year}-09-01`, `${year}-09-02`]],
  ];
  return runs.flatMap(([name, days]) => {
    const rows = days.map((day) => [day, name, 'off']);
    let next = days.at(-1);
    for (const _ of days.filter(weekend)) {
      do next = plus(next, 1);
      while (weekend(next));
      rows.push([next, `Nghỉ bù ${name}`, 'off']);
    }
    return rows;
  });
}

for (const year of [2025, 2026, 2027]) {
  const { source, rows } = DECIDED[year] ?? { source: PROVISIONAL, rows: provisional(year) };
  const table = rows.map(([id, name, kind]) => ({ id, name, kind, source }));
  writeFileSync(
    new URL(`../resources/catalogue/holidays-${year}.json`, import.meta.url),
    `${JSON.stringify(table, null, 2)}\n`,
  );
}
