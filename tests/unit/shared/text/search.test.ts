import { expect, it } from 'vitest';
import { excerptOf, marksIn } from '../../../../shared/text/excerpt';
import { prepareQuery, score, VERY_NUMBER, textMatcher } from '../../../../shared/text/search';
import { numberKey, prepareText } from '../../../../shared/text/search-words';

const found = (query: string, text: string, numbers: readonly string[] = []): boolean =>
  score(prepareText(text, numbers), prepareQuery(query)) > 0;

it.each([
  ['ke hoach', 'Kế hoạch tuyên truyền', true],
  ['kế hoạch', 'Kế hoạch tuyên truyền', true],
  ['kế hoạch', 'Ke hoach', false],
  ['đường', 'Phố Dương Quang', false],
  ['duong', 'Phố Dương Quang, đường 5', true],
  ['hoà', 'phường Hòa Bình', true],
  ['uỷ ban', 'Ủy ban nhân dân', true],
  ['tuyen tru', 'Kế hoạch tuyên truyền', true],
  ['ruyen', 'Kế hoạch tuyên truyền', false],
  ['truyền tuyên', 'Kế hoạch tuyên truyền', true],
  ['kế hoạch'.normalize('NFD'), 'Kế hoạch', true],
])('“%s” in “%s”: %s', (query, text, expected) => {
  expect(found(query, text)).toBe(expected);
});

it('finds a number however it is punctuated, and prefers it', () => {
  for (const query of ['20-CTr/TU', '20 ctr tu', '20ctr/tu', '20 - CTr / TU'])
    expect(score(prepareText('x', ['20-CTr/TU']), prepareQuery(query)), query).toBe(4);
  expect(found('20-CTr', 'x', ['20-CTr/TU'])).toBe(true);
  expect(found('21-CTr/TU', 'x', ['20-CTr/TU'])).toBe(false);
  expect(numberKey('Số 07-KH/ĐU')).toBe('so07khdu');
});

it('matches everything for an empty query', () => {
  expect(textMatcher('  ')('gì cũng được')).toBe(true);
  expect(score(prepareText('x'), prepareQuery(''))).toBe(0);
});

it('shows the stretch around the word, and where it stands', () => {
  const text = `${'a '.repeat(200)}kế hoạch ở đây ${'b '.repeat(200)}`;
  const { text: shown, marks } = excerptOf(text, prepareQuery('ke hoach'));
  expect(shown).toContain('kế hoạch ở đây');
  expect(shown.startsWith('… ') && shown.endsWith(' …')).toBe(true);
  expect(shown.length).toBeLessThan(170);
  expect(marks.map(([start, end]) => shown.slice(start, end))).toEqual(['kế', 'hoạch']);
});

it.each([
  ['"ke hoach"', 'Kế hoạch tuyên truyền', true],
  ['"hoach ke"', 'Kế hoạch tuyên truyền', false],
  ['"ke tuyen"', 'Kế hoạch tuyên truyền', false],
  ['"ke hoa"', 'Kế hoạch tuyên truyền', false],
  ['“kế hoạch” 2026', 'Kế hoạch năm 2026', true],
  ['"ke hoạch"', 'Kế hoạch', true],
  ['"ke hoạch"', 'Kế hoach', false],
  ['"ke hoạch"', 'Kế hoach, kế hoạch', true],
  ['"ke hoach', 'Kế sách, hoạch định', true],
])('the phrase %s in “%s”: %s', (query, text, expected) => {
  expect(found(query, text)).toBe(expected);
});

it.each([
  ['7 KH ĐU', '07-KH/ĐU'],
  ['số 07-KH/ĐU', '07-KH/ĐU'],
  ['so 7khdu', '07-KH/ĐU'],
  ['27NQTU', '27-NQ/TU'],
  ['27 nq tu', '27-NQ/TU'],
  ['nghị quyết 27nqtu', '27-NQ/TU nghị quyết'],
])('“%s” finds the number %s', (query, number) => {
  expect(
    found(
      query,
      number,
      ['27-NQ/TU', '07-KH/ĐU'].filter((one) => number.includes(one)),
    ),
  ).toBe(true);
});

it('ranks what stands in the title above what stands in the text', () => {
  const query = prepareQuery('hội nghị');
  expect(score(prepareText('Hội nghị', [], 'x'), query)).toBeGreaterThan(
    score(prepareText('x', [], 'Hội nghị'), query),
  );
});

it('marks words with or without marks, and a number with its signs', () => {
  const marked = (text: string, query: string) =>
    marksIn(text, prepareQuery(query)).map(([start, end]) => text.slice(start, end));
  expect(marked('Đường Dương, dương', 'duong')).toEqual(['Đường', 'Dương', 'dương']);
  expect(marked('Đường Dương', 'đường')).toEqual(['Đường']);
  expect(marked('Ủy ban, uỷ ban', 'uỷ')).toEqual(['Ủy', 'uỷ']);
  expect(marked('theo số 27-NQ/TU ngày', '27nqtu')).toEqual(['27-NQ/TU']);
  expect(marked('truyền', 'ruyen')).toEqual([]);
});

it.each(['27-NQ/TU', '27/NQ-TU', '27 - NQ / TU', '27–NQ/TU', '27 NQ/TU', '27NQTU', '27-NQTU'])(
  'finds a number glued, begun or with its signs in running text where it stands as %s',
  (written) => {
    const text = prepareText(
      'Báo cáo',
      [],
      `thực hiện Nghị quyết số ${written}, ngày 10/01/2026 của Tỉnh ủy`,
    );
    for (const query of ['27NQTU', '27nqtu', '27NQ', '27-NQ/TU', 'nghị quyết 27NQTU', 'số 27NQTU'])
      expect(score(text, prepareQuery(query)), query).toBeGreaterThan(0);
    expect(score(text, prepareQuery('28NQTU'))).toBe(0);
    expect(score(text, prepareQuery('7NQTU'))).toBe(0);
  },
);

it('takes a full stop and a day for no number, and its own number weighs more than one that is mentioned', () => {
  const { mentioned } = prepareText('', [], 'trong năm 2026. Phường An Bình, ngày 10/01/2026');
  expect(mentioned).toEqual([]);
  const query = prepareQuery('27NQTU');
  expect(score(prepareText('Nghị quyết 27-NQ/TU'), query)).toBeGreaterThan(
    score(prepareText('Báo cáo', [], 'Nghị quyết 27-NQ/TU'), query),
  );
});

const WRITTEN = [
  '27NQTU',
  '27nqtu',
  '27 nq tu',
  '27-NQ/TU',
  '27/NQ-TU',
  '27 – nq / tu',
  'số 27 nq tu',
  '27 NQ/TU',
];

it.each(WRITTEN)(
  'ranks the very number first, above words that stand scattered or together: “%s”',
  (typed) => {
    const query = prepareQuery(typed);
    const own = score(prepareText('Nghị quyết', ['27-NQ/TU']), query);
    const mentioned = score(
      prepareText('Báo cáo', [], 'thực hiện Nghị quyết số 27-NQ/TU của Thành ủy'),
      query,
    );
    const together = score(prepareText('về 27 nq tu của phường'), query);
    const scattered = score(prepareText('tuyên truyền ngày 27, nq đã học'), query);
    expect(own).toBe(VERY_NUMBER);
    expect(own).toBeGreaterThan(mentioned);
    expect(mentioned).toBeGreaterThan(together);
    expect(together).toBeGreaterThanOrEqual(scattered);
    expect(score(prepareText('Nghị quyết', ['127-NQ/TU']), query)).toBe(0);
    expect(score(prepareText('Nghị quyết', ['27-NQ/TW']), query)).toBe(0);
  },
);

it('finds the number within other words, wherever its symbol ends among them', () => {
  const text = prepareText('về công tác cán bộ', ['27-NQ/TU']);
  for (const typed of ['nghị 27 nq tu', '27 nq tu can bo', 'can bo 27 nq tu cong tac'])
    expect(score(text, prepareQuery(typed)), typed).toBe(typed.startsWith('nghị') ? 0 : VERY_NUMBER);
  expect(score(prepareText('', ['154/2013/NĐ-CP']), prepareQuery('154 2013 nd cp'))).toBe(VERY_NUMBER);
});
