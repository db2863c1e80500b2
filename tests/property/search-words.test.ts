/** Searching promises, for any text: what is typed from a text finds it, in any case, marks or punctuation. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksIn } from '../../shared/text/excerpt';
import { fold, spellingKey } from '../../shared/text/normalize';
import { prepareQuery, score } from '../../shared/text/search';
import { foldLetters, prepareText } from '../../shared/text/search-words';

const syllable = fc.constantFrom(
  'kế', 'hoạch', 'Đảng', 'ủy', 'uỷ', 'phường', 'Hòa', 'hoà', 'đường', 'dương', 'NGHỊ', 'quyết', 'số', '27', '2026', 'tuần', 'mẫu',
); // prettier-ignore
const gap = fc.constantFrom(' ', ', ', ' – ', '\n', '; ', '/', ' “');
const sentence = fc
  .array(fc.tuple(syllable, gap), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.map(([word, sign]) => word + sign).join(''));
const symbol = fc.constantFrom('NQ/TU', 'KH/ĐU', 'CTr/TU', 'CV/VPĐU', 'QĐ-UBND');
const sign = fc.constantFrom('', ' ', '-', '/', ' - ', '  / ');

/** As it was before it was made fast. */
const slowly = (text: string): string => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}`;

describe('words of a text', () => {
  it('are what the plain way gives, with and without marks', () => {
    fc.assert(
      fc.property(fc.oneof(sentence, fc.string({ unit: 'grapheme', maxLength: 60 })), (text) => {
        fc.pre(!/[\u{10000}-\u{10ffff}\ud800-\udfff]|\p{M}/u.test(text.normalize('NFC')));
        const { exact, folded } = prepareText(text);
        expect(exact === '' ? ' ' : exact).toBe(slowly(spellingKey(text)));
        expect(folded.length).toBe(exact.length);
      }),
    );
  });

  it('of Vietnamese text fold letter by letter to what folding the whole gives', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(foldLetters(text)).toBe(fold(text));
      }),
    );
  });
});

describe('a query taken from a text', () => {
  it('finds it: as it stands, without marks, in capitals, decomposed, in quotes', () => {
    fc.assert(
      fc.property(sentence, fc.nat(), fc.nat(), (text, from, count) => {
        const words = slowly(text).trim().split(' ');
        const start = from % words.length;
        const some = words.slice(start, start + 1 + (count % 4)).join(' ');
        const prepared = prepareText('tiêu đề', [], text);
        for (const query of [some, fold(some), some.toUpperCase(), some.normalize('NFD'), `"${some}"`])
          expect(score(prepared, prepareQuery(query)), query).toBeGreaterThan(0);
      }),
    );
  });

  it('marks only beginnings of words, in order and apart', () => {
    fc.assert(
      fc.property(sentence, syllable, (text, query) => {
        let last = 0;
        for (const [start, end] of marksIn(text, prepareQuery(query))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(fold(text.slice(start, end))).toContain(fold(query).slice(0, 1));
          expect(start === 0 || !/[\p{L}\p{N}]/u.test(text[start - 1] ?? '')).toBe(true);
          last = end;
        }
      }),
    );
  });

  it('with a mark that is not there does not find it', () => {
    const prepared = prepareText('Phố Dương Quang');
    expect(score(prepared, prepareQuery('đường'))).toBe(0);
  });
});

it('finds a document’s number however it is punctuated, and no other number', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      symbol,
      sign,
      sign,
      fc.boolean(),
      (number, kind, a, b, zero) => {
        const written = `${number < 10 ? '0' : ''}${number}-${kind}`;
        const prepared = prepareText('x', [written]);
        const [first, second] = kind.split(/[/-]/);
        const typed = `${zero ? '0' : ''}${number}${a}${first ?? ''}${b}${second ?? ''}`;
        for (const query of [typed, fold(typed), `số ${typed}`])
          expect(score(prepared, prepareQuery(query)), query).toBe(4);
        expect(score(prepared, prepareQuery(`${number + 1}${a}${kind}`))).toBe(0);
      },
    ),
  );
});
