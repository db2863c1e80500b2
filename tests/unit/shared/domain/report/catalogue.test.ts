/** The shipped catalogue: every row of the domain description, well formed and consistent in itself. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  holidaySchema,
  indicatorSchema,
  retentionRuleSchema,
} from '../../../../../shared/domain/office/model';
import {
  defaultCodes,
  formCodes,
  isStock,
  tableCodes,
  withParts,
} from '../../../../../shared/domain/report/indicators';

const read = (name: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../../../../../resources/catalogue/${name}.json`, import.meta.url), 'utf8'),
  );
const CATALOGUE = z.array(indicatorSchema).parse(read('indicators'));
const byCode = new Map(CATALOGUE.map((item) => [item.id, item]));

const RANGES = 'HN6 DV11 SH8 TT7 MX7 TQ7 VN2 CT2 TD3 NB3 VB3 KT1 KP1 CS3 BC5 NX4 TL1';
const KINDS = {
  D: ['DV01', 'DV04', 'DV07', 'SH04', 'MX03', 'CS01'],
  N: ['DV02', 'DV05', 'DV08', 'SH03', 'CS02'],
  P: ['DV03', 'DV06', 'DV09', 'SH05', 'NB03', 'CS03', 'BC05'],
  R: ['TT04'],
  B: ['VB02'],
  T: ['VB03', 'NX01', 'NX02', 'NX03', 'NX04', 'TL01'],
} as const;

describe('the indicator catalogue', () => {
  it('has every row, once', () => {
    const expected = RANGES.split(' ').flatMap((range) =>
      Array.from(
        { length: Number(range.slice(2)) },
        (_, index) => `${range.slice(0, 2)}${String(index + 1).padStart(2, '0')}`,
      ),
    );
    expect(CATALOGUE.map((item) => item.id).sort()).toEqual(expected.sort());
  });

  it.each(Object.entries(KINDS))('has kind %s where it belongs', (kind, codes) => {
    expect(
      CATALOGUE.filter((item) => item.kind === kind)
        .map((item) => item.id)
        .sort(),
    ).toEqual([...codes].sort());
  });

  it('takes the last value of stocks, their numerators, yes/no and texts, and sums the rest', () => {
    const last = CATALOGUE.filter(isStock).map((item) => item.id);
    expect(last.sort()).toEqual([...KINDS.D, ...KINDS.N, ...KINDS.B, ...KINDS.T].sort());
  });

  it('names existing parts, and no numerator may be above its denominator', () => {
    for (const item of CATALOGUE) {
      for (const code of [item.numerator, item.denominator, item.notAbove, ...item.rateOf])
        if (code !== null) expect(byCode.has(code), `${item.id} → ${code}`).toBe(true);
      if (item.kind === 'P' && !item.id.startsWith('BC'))
        expect(byCode.get(item.numerator ?? '')?.notAbove).toBe(item.denominator);
    }
  });

  it('sets the targets of the domain description', () => {
    const targets = Object.fromEntries(
      CATALOGUE.filter((item) => item.target).map((item) => [
        item.id,
        `${item.target?.operator ?? ''} ${item.target?.value ?? ''}`,
      ]),
    );
    expect(targets).toEqual({ DV03: '> 95', DV06: '= 100', DV09: '> 90', TT04: '>= 2', CS03: '= 100' });
  });

  it('leaves NB, BC and the restricted text off and never asks a unit for what is computed', () => {
    const off = CATALOGUE.filter((item) => !item.enabled).map((item) => item.id);
    expect(off).toEqual(['NB01', 'NB02', 'NB03', 'BC01', 'BC02', 'BC03', 'BC04', 'BC05', 'TL01']);
    expect(CATALOGUE.filter((item) => item.restricted).map((item) => item.id)).toEqual(['TL01']);
    const form = formCodes(
      CATALOGUE.map((item) => item.id),
      CATALOGUE,
    );
    expect(form.filter((code) => /^BC|^(DV0[369]|SH05|TT04|NB03|CS03)$/.test(code))).toEqual([]);
    expect(defaultCodes(CATALOGUE)).not.toContain('NB01');
  });

  it('finds what a choice of codes needs and shows', () => {
    expect(withParts(['DV03', 'TT04'], CATALOGUE)).toEqual([
      'DV01', 'DV02', 'DV03', 'TT01', 'TT04', 'TT05', 'MX01',
    ]); // prettier-ignore
    expect(tableCodes(['DV02', 'DV01', 'NX01', 'TT01'], CATALOGUE)).toEqual(['DV01', 'DV02', 'DV03', 'TT01']);
  });
});

describe('the other tables', () => {
  it.each([2025, 2026, 2027])('has days off of %d, each once, with a source', (year) => {
    const rows = z.array(holidaySchema.extend({ source: z.string().min(1) })).parse(read(`holidays-${year}`));
    expect(rows.every((row) => row.id.startsWith(String(year)))).toBe(true);
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    expect(rows.filter((row) => row.kind === 'off').length).toBeGreaterThanOrEqual(11);
  });

  it('has retention rules with a source', () => {
    const rules = z.array(retentionRuleSchema).parse(read('retention'));
    expect(rules.find((rule) => rule.id === 'quarterly')?.years).toBe(20);
    expect(rules.every((rule) => rule.source.includes('tham khảo'))).toBe(true);
  });
});
