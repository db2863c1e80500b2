import { describe, expect, it } from 'vitest';
import { parseNumber, parseWhole } from '../../../../shared/text/numbers';

describe('a number as people type it', () => {
  it.each([
    ['35.599', 35_599],
    ['35599', 35_599],
    ['1.234,5', 1234.5],
    ['99,16', 99.16],
    ['-2', -2],
    // A dot groups three digits: what it means before others, a person must say.
    ['12.5', null],
    ['1.5', null],
    ['12a', null],
    ['', null],
  ])('%s', (text, value) => expect(parseNumber(text)).toBe(value));

  it.each([
    ['1200', 1200],
    ['1.200', 1200],
    ['1 200', 1200],
    ['1.2', null],
    ['1,2', null],
    ['1,0', null],
    ['một', null],
    ['', null],
  ])('%s, whole', (text, value) => expect(parseWhole(text)).toBe(value));
});
