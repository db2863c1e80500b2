import { expect, it } from 'vitest';
import {
  excerptOf,
  numberKey,
  prepareQuery,
  prepareText,
  score,
  textMatcher,
} from '../../../../shared/text/search';

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

it('shows the stretch around the word', () => {
  const text = `${'a '.repeat(200)}kế hoạch ở đây ${'b '.repeat(200)}`;
  const excerpt = excerptOf(text, prepareQuery('ke hoach'));
  expect(excerpt).toContain('kế hoạch ở đây');
  expect(excerpt.startsWith('… ') && excerpt.endsWith(' …')).toBe(true);
  expect(excerpt.length).toBeLessThan(170);
});
