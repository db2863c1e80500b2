import { describe, expect, it } from 'vitest';
import { readNumberWords } from '../../../../../shared/domain/report/number-words';
import { previousFigures, previousReport } from '../../../../../shared/domain/report/previous';
import { questionsAbout, type QuestionInput } from '../../../../../shared/domain/report/questions';
import { fieldErrorsOf, judgeTyped } from '../../../../../shared/domain/report/validate-values';
import { CATALOGUE, owed, report } from './support/build';

const PERIOD = owed('2026-03', ['A'], ['HN02', 'DV01', 'DV02', 'NX01']);

describe('judgeTyped', () => {
  it('takes numbers, vi-VN text and null', () => {
    expect(
      judgeTyped(
        { values: { HN02: '1.234', DV01: 5, DV02: null }, narrative: { NX01: 'Tốt' }, nil: false },
        PERIOD,
        CATALOGUE,
      ),
    ).toEqual({ values: { HN02: 1234, DV01: 5 }, narrative: { NX01: 'Tốt' }, faults: [] });
  });

  it('refuses what was not asked and what is computed', () => {
    const { faults } = judgeTyped(
      { values: { DV03: 90, XX01: 1, HN02: 1 }, narrative: {}, nil: false },
      PERIOD,
      CATALOGUE,
    );
    expect(faults.map((fault) => [fault.code, fault.indicator])).toEqual([
      ['unknown-indicator', 'DV03'],
      ['unknown-indicator', 'XX01'],
    ]);
  });

  it('gives the faults as field errors', () => {
    const { faults } = judgeTyped({ values: { HN02: 'ba' }, narrative: {}, nil: false }, PERIOD, CATALOGUE);
    expect(fieldErrorsOf(faults)).toEqual({
      'values.HN02': 'Chỉ tiêu HN02 (Chỉ tiêu HN02): “ba” không phải là số. Sửa thành 3.',
    });
  });
});

describe('readNumberWords', () => {
  it.each([
    ['ba mươi', 30],
    ['mười lăm', 15],
    ['hai mươi mốt', 21],
    ['một trăm linh hai', 102],
    ['một nghìn hai trăm', 1200],
    ['Không', 0],
    ['ba mươi người', null],
    ['nhiều', null],
  ])('“%s” is %s', (text, value) => {
    expect(readNumberWords(text)).toBe(value);
  });
});

describe('questionsAbout', () => {
  const ask = (input: Partial<QuestionInput>) =>
    questionsAbout({
      values: {},
      narrative: {},
      nil: false,
      catalogue: CATALOGUE,
      before: null,
      previous: {},
      previousReport: null,
      ...input,
    }).map((question) => [question.code, question.indicator]);

  it('asks about a jump beyond three times, both ways, and not about little ones', () => {
    expect(ask({ values: { HN02: 7 }, previous: { HN02: 2 } })).toEqual([]);
    expect(ask({ values: { HN02: 1 }, previous: { HN02: 9 } })).toEqual([]);
    expect(ask({ values: { HN02: 31 }, previous: { HN02: 10 } })).toEqual([['jump', 'HN02']]);
    expect(ask({ values: { HN02: 30 }, previous: { HN02: 10 } })).toEqual([]);
    expect(ask({ values: { HN02: 9 }, previous: { HN02: 30 } })).toEqual([['jump', 'HN02']]);
    expect(ask({ values: { HN02: 10 }, previous: { HN02: 30 } })).toEqual([]);
    expect(ask({ values: { HN02: 5 }, previous: { HN02: 1 } })).toEqual([]);
  });

  it('asks about a stock that changed by more than a fifth', () => {
    expect(ask({ values: { DV01: 500, DV02: 125 }, previous: { DV02: 100 } })).toEqual([
      ['stock-changed', 'DV02'],
    ]);
    expect(ask({ values: { DV01: 500, DV02: 120 }, previous: { DV02: 100 } })).toEqual([]);
  });

  it('asks when a corrected flow makes the lũy kế fall', () => {
    const before = report('2026-03', 'A', { HN02: 30, DV01: 50 });
    expect(ask({ values: { HN02: 20, DV01: 49 }, before })).toEqual([['cumulative-falls', 'HN02']]);
    expect(ask({ values: {}, nil: true, before: null })).toEqual([]);
  });

  it('asks about a numerator without its total', () => {
    expect(ask({ values: { DV02: 3 } })).toEqual([['denominator-missing', 'DV02']]);
  });

  it('asks about a text copied from the unit’s last report', () => {
    const text = 'Cán bộ, đảng viên hưởng ứng tốt.';
    const last = report('2026-02', 'A', {}, { narrative: { NX01: `  ${text.toUpperCase()} ` } });
    expect(ask({ narrative: { NX01: text }, previousReport: last })).toEqual([['same-text', 'NX01']]);
    expect(ask({ narrative: { NX01: 'Không' }, previousReport: last })).toEqual([]);
  });

  it.each(['gọi 0912 345 678 nhé', 'số 031095001234', 'a.b@example.vn', 'facebook.com/ai-do'])(
    'asks about a citizen’s data without repeating it: %s',
    (text) => {
      const questions = questionsAbout({
        values: {},
        narrative: { NX01: text },
        nil: false,
        catalogue: CATALOGUE,
        before: null,
        previous: {},
        previousReport: null,
      });
      expect(questions.map((question) => question.code)).toEqual(['personal-data']);
      expect(questions[0]?.message).not.toContain(text);
    },
  );
});

describe('previous figures', () => {
  const reports = [
    report('2026-01', 'A', { HN02: 1, DV01: 10 }),
    report('2026-02', 'A', 'nil'),
    report('2026-02', 'B', { HN02: 99 }),
  ];
  const periods = ['2026-01', '2026-02', '2026-03'].map((id) => owed(id, ['A', 'B'], ['HN02', 'DV01']));

  it('gives the flow of the last report and the stock last known', () => {
    expect(previousFigures('A', '2026-02', periods, reports, CATALOGUE)).toEqual({ HN02: 1, DV01: 10 });
    expect(previousFigures('A', '2026-03', periods, reports, CATALOGUE)).toMatchObject({ HN02: 0, DV01: 10 });
    expect(previousFigures('A', '2026-01', periods, reports, CATALOGUE)).toEqual({});
  });

  it('compares only periods of one kind', () => {
    expect(previousReport('A', '2026-03', reports)?.period).toBe('2026-02');
    expect(previousReport('A', '2026-Q2', reports)).toBeNull();
  });
});
