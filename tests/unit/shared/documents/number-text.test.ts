import { describe, expect, it } from 'vitest';
import {
  bareNumber,
  dateLine,
  draftDateOf,
  formatNumberText,
  numberLine,
  printedNumber,
} from '../../../../shared/documents/number-text';
import { ruleProfile } from '../../../golden/documents/an-binh';

const party = ruleProfile('hd36');
const state = ruleProfile('nd30');

describe('formatNumberText', () => {
  it.each([
    [party, 7, 'KH', 'ĐU', 'Số 07-KH/ĐU'],
    [party, 101, 'KH', 'ĐU', 'Số 101-KH/ĐU'],
    [party, null, 'KH', 'ĐU', 'Số -KH/ĐU'],
    [party, 3, 'CV', 'VPĐU', 'Số 03-CV/VPĐU'],
    [state, 12, 'KH', 'UBND', 'Số: 12/KH-UBND'],
    [state, null, 'KH', 'UBND', 'Số: /KH-UBND'],
    [state, 125, null, 'UBND-VP', 'Số: 125/UBND-VP'],
    [state, 125, 'CV', 'UBND-VP', 'Số: 125/UBND-VP'],
  ] as const)('%#', (profile, number, type, symbol, expected) => {
    expect(formatNumberText(profile, { number, type, symbol })).toBe(expected);
  });
});

describe('the number line', () => {
  it('takes a number with or without "Số"', () => {
    expect(numberLine(party, '07-KH/ĐU')).toBe('Số 07-KH/ĐU');
    expect(numberLine(state, 'Số 12/KH-UBND')).toBe('Số: 12/KH-UBND');
    expect(bareNumber('Số: 12/KH-UBND')).toBe('12/KH-UBND');
  });
  it('leaves room for a number that is not given yet', () => {
    expect(printedNumber(party, 'Số -KH/ĐU')).toBe(`Số ${'\u00a0'.repeat(6)}-KH/ĐU`);
    expect(printedNumber(party, '07-KH/ĐU')).toBe('Số 07-KH/ĐU');
  });
});

describe('dateLine', () => {
  it.each([
    ['2026-02-05', 'An Bình, ngày 05 tháng 02 năm 2026'],
    ['2026-01-10', 'An Bình, ngày 10 tháng 01 năm 2026'],
    ['2026-03-09', 'An Bình, ngày 09 tháng 3 năm 2026'],
    ['2026-11-30', 'An Bình, ngày 30 tháng 11 năm 2026'],
  ])('%s', (date, expected) => {
    expect(dateLine(party, 'An Bình', date)).toBe(expected);
    expect(dateLine(state, 'An Bình', date)).toBe(expected);
  });
  it('keeps what a draft knows of its date', () => {
    const draft = draftDateOf('ngày tháng 5 năm 2026');
    expect(draft).toEqual({ month: 5, year: 2026 });
    const blank = '\u00a0'.repeat(6);
    expect(dateLine(party, 'An Bình', null, draft)).toBe(`An Bình, ngày ${blank} tháng 5 năm 2026`);
    expect(dateLine(party, 'An Bình', null, draftDateOf(null))).toBe(
      `An Bình, ngày ${blank} tháng ${blank} năm ${blank}`,
    );
  });
});
