import { describe, expect, it } from 'vitest';
import { judgeModels, type ModelInput } from '../../../../../shared/domain/report/judge-models';
import { rawOf } from '../../../../../shared/domain/report/judge-value';

const FILE = 'Q1.xlsx';
const row = (title: string, result = '', at = 5): ModelInput => ({
  title: rawOf(title === '' ? null : title),
  result: rawOf(result === '' ? null : result),
  sheet: 'Mô hình hay',
  titleCell: `B${at}`,
  resultCell: `C${at}`,
});
const codes = (inputs: readonly ModelInput[], nil = false) =>
  judgeModels(inputs, nil, FILE).faults.map(({ code, cell }) => [code, cell]);

describe('judgeModels', () => {
  it('takes titled entries with their places, and no notice of empty rows', () => {
    const judged = judgeModels([row(''), row('Loa lưu động', 'Nghe rõ', 6)], false, FILE);
    expect(judged).toEqual({
      models: [{ title: 'Loa lưu động', result: 'Nghe rõ' }],
      places: [{ sheet: 'Mô hình hay', cell: 'B6' }],
      faults: [],
    });
  });

  it('asks for a title where a result is given, at its cell', () => {
    expect(codes([row('', 'Nghe rõ')])).toEqual([['model-title', 'B5']]);
  });

  it('refuses what is too long, told twice, or told with “Không phát sinh”', () => {
    expect(codes([row('a'.repeat(301))])).toEqual([['too-long', 'B5']]);
    expect(codes([row('a', 'b'.repeat(2001))])).toEqual([['too-long', 'C5']]);
    expect(codes([row('Loa hoà bình'), row('loa hòa bình', '', 6)])).toEqual([['model-twice', 'B6']]);
    expect(codes([row('Loa')], true)).toEqual([['nil-with-figures', 'B5']]);
  });

  it('refuses a formula without repeating what it says', () => {
    const formula = { type: 'formula', number: null, text: 'bí-ẩn' } as const;
    const { faults } = judgeModels([{ ...row(''), title: formula }], false, FILE);
    expect(faults.map(({ code }) => code)).toEqual(['formula']);
    expect(faults[0]?.message).not.toContain('bí-ẩn');
    expect(faults[0]?.parts).toEqual({
      written: '',
      why: 'Ô có công thức hoặc đang báo lỗi.',
      expected: 'Xóa công thức và gõ nội dung bằng chữ.',
    });
  });
});
