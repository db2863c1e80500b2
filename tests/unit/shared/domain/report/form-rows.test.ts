import { describe, expect, it } from 'vitest';
import { looksSorted, movedValues, placedInputs } from '../../../../../shared/domain/report/form-rows';
import { indicatorMap } from '../../../../../shared/domain/report/indicators';
import type { FigureInput } from '../../../../../shared/domain/report/judge-figures';
import type { RawCell, RawForm } from '../../../../../shared/ports/documents';
import { CATALOGUE } from './support/build';

const FILE = 'TDP 12.xlsx';
const catalogue = indicatorMap(CATALOGUE);
const EMPTY: RawForm = {
  identity: null,
  cells: {},
  rowCodes: {},
  rowLabels: {},
  computed: {},
  heads: [],
  sheets: ['Số liệu'],
};

function inputs(codes: readonly string[]): readonly FigureInput[] {
  return codes.map((code, index) => {
    const indicator = catalogue.get(code);
    if (!indicator) throw new Error(`no indicator ${code}`);
    const raw = { type: 'empty', number: null, text: '' } as const;
    return { indicator, raw, sheet: 'Số liệu', cell: `E${10 + index}` };
  });
}

describe('the label beside or above a cell', () => {
  const codes = ['HN01', 'HN02', 'NX01'];
  const placed = (rowLabels: RawForm['rowLabels']) =>
    placedInputs({ ...EMPTY, rowLabels }, inputs(codes), FILE);
  const found = (rowLabels: RawForm['rowLabels']) =>
    placed(rowLabels).faults.map(({ code, cell }) => [code, cell]);

  it('is the own one: no fault, however it is numbered, starred or written', () => {
    expect(
      found({ HN01: ['Chỉ tiêu HN01 (*)'], HN02: ['2. chỉ  tiêu hn02'], NX01: ['1. Chỉ tiêu NX01'] }),
    ).toEqual([]);
  });

  it('is another asked indicator’s: its text was moved', () => {
    const swapped = { HN01: ['Chỉ tiêu HN02'], HN02: ['Chỉ tiêu HN01'], NX01: ['Chỉ tiêu NX01'] };
    expect(found(swapped)).toEqual([['row-moved', 'E10']]);
    expect(placed(swapped).standing.map(({ indicator, cell }) => [indicator.id, cell])).toEqual([
      ['HN02', 'E10'],
      ['HN01', 'E11'],
      ['NX01', 'E12'],
    ]);
  });

  it('is nobody’s, or there is none: nothing can be told', () => {
    expect(found({ HN01: ['Số hội nghị của chúng tôi'] })).toEqual([]);
    expect(found({})).toEqual([]);
  });

  it('counts for nothing when the own label stands beside it as well', () => {
    expect(found({ HN01: ['Chỉ tiêu HN02', 'Chỉ tiêu HN01'] })).toEqual([]);
  });
});

describe('rows of a whole form that were moved', () => {
  const codes = ['HN01', 'HN02', 'DV01', 'DV02', 'TT01'];
  const turned = { HN01: 'HN02', HN02: 'DV01', DV01: 'DV02', DV02: 'TT01', TT01: 'HN01' };

  it('are said once, at the topmost cell, with the first few of them and how many more', () => {
    const { faults } = placedInputs({ ...EMPTY, rowCodes: turned }, inputs(codes), FILE);
    expect(faults.map(({ code, cell }) => [code, cell])).toEqual([['row-moved', 'E10']]);
    expect(faults[0]?.parts).toEqual({
      written: '',
      why: expect.stringMatching(
        /^Các dòng .*: ô E10 của chỉ tiêu HN01 .* mã \w+; ô E11 .*; ô E12 .*; và 2 ô khác, đến ô E14\.$/u,
      ) as string,
      expected: expect.stringContaining('Hoàn tác') as string,
    });
  });

  it('whose code was not asked for are judged for nothing', () => {
    const rowCodes = { HN01: 'DV03', HN02: 'HN02', DV01: 'DV01', DV02: 'DV02', TT01: 'TT01' };
    const { faults, standing } = placedInputs({ ...EMPTY, rowCodes }, inputs(codes), FILE);
    expect(faults.map(({ code, cell }) => [code, cell])).toEqual([['row-moved', 'E10']]);
    expect(standing.map(({ cell }) => cell)).toEqual(['E11', 'E12', 'E13', 'E14']);
  });
});

describe('a rate where the form computed it', () => {
  const cell = (more: Partial<RawCell>): RawCell => ({
    sheet: 'Số liệu',
    cell: 'E12',
    type: 'number',
    number: null,
    text: '',
    ...more,
  });
  const found = (
    computed: RawCell,
    values: Readonly<Record<string, number>> = { DV01: 60, DV02: 57 },
    codes = ['DV01', 'DV02'],
  ) => {
    const fault = movedValues(
      { ...EMPTY, computed: { DV03: computed } },
      { catalogue, inputs: inputs(codes), values, fileName: FILE },
    );
    return fault === null ? [] : [[fault.code, fault.cell]];
  };

  it('is a figure that is not the rate of its two numbers: the column was sorted', () => {
    expect(found(cell({ number: 12, text: '12' }))).toEqual([['values-moved', 'E12']]);
  });

  it('is the formula still, or the rate typed over rightly: no fault', () => {
    expect(found(cell({ type: 'formula', number: 12, text: '=1' }))).toEqual([]);
    expect(found(cell({ number: 95, text: '95' }))).toEqual([]);
    expect(found(cell({ number: 94.99, text: '94,99' }))).toEqual([]);
    expect(found(cell({ type: 'empty' }))).toEqual([]);
  });

  it('is a figure though there is nothing to compute it from', () => {
    expect(found(cell({ number: 12, text: '12' }), { DV01: 60 })).toEqual([['values-moved', 'E12']]);
  });

  it('is said once, however many of them there are', () => {
    const more = indicatorMap([
      ...CATALOGUE,
      ...CATALOGUE.filter(({ id }) => id === 'DV03').map((rate) => ({ ...rate, id: 'DV09' })),
    ]);
    const computed = {
      DV03: cell({ number: 12, text: '12' }),
      DV09: cell({ number: 3, text: '3', cell: 'E19' }),
    };
    const fault = movedValues(
      { ...EMPTY, computed },
      { catalogue: more, inputs: inputs(['DV01', 'DV02']), values: { DV01: 60, DV02: 57 }, fileName: FILE },
    );
    expect([fault?.cell, fault?.parts?.why]).toEqual([
      'E12',
      expect.stringContaining('1 dòng tự tính khác cũng vậy (ô E19)'),
    ]);
  });

  it('is not judged where its numbers were not asked for', () => {
    expect(found(cell({ number: 12 }), { DV01: 60 }, ['DV01'])).toEqual([]);
  });
});

describe('a column in order', () => {
  it.each([
    ['rising, the empty ones last', [1, 2, 3, 5, 8, 13, null, null], true],
    ['falling', [9, 7, 6, 5, 3, 1], true],
    ['rising with equals', [1, 1, 2, 3, 4, 5, 6], true],
    ['not in order', [1, 2, 3, 5, 4, 13], false],
    ['with a gap, which sorting leaves at the end', [1, 2, null, 3, 5, 8, 13], false],
    ['of too few different figures', [0, 0, 0, 1, 1, 2], false],
    ['of nothing', [null, null], false],
  ])('%s', (_what, column, sorted) => {
    expect(looksSorted(column)).toBe(sorted);
  });
});
