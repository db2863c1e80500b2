import { describe, expect, it } from 'vitest';
import { looksSorted, misplacedNames, movedValues } from '../../../../../shared/domain/report/form-rows';
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
  const found = (rowLabels: RawForm['rowLabels']) =>
    misplacedNames({ ...EMPTY, rowLabels }, inputs(codes), FILE).map(({ code, cell }) => [code, cell]);

  it('is the own one: no fault, however it is numbered, starred or written', () => {
    expect(
      found({ HN01: ['Chỉ tiêu HN01 (*)'], HN02: ['2. chỉ  tiêu hn02'], NX01: ['1. Chỉ tiêu NX01'] }),
    ).toEqual([]);
  });

  it('is another asked indicator’s: its text was moved', () => {
    expect(found({ HN01: ['Chỉ tiêu HN02'], HN02: ['Chỉ tiêu HN01'], NX01: ['Chỉ tiêu NX01'] })).toEqual([
      ['row-moved', 'E10'],
      ['row-moved', 'E11'],
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
  ) =>
    movedValues(
      { ...EMPTY, computed: { DV03: computed } },
      { catalogue, inputs: inputs(codes), values, fileName: FILE },
    ).map(({ code, cell: at }) => [code, at]);

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
