import { describe, expect, it } from 'vitest';
import {
  changeWords,
  reportChangeLine,
  reportStepWords,
} from '../../../../../shared/domain/report/change-words';
import { CATALOGUE, report } from './support/build';

const INDICATORS = new Map(CATALOGUE.map((indicator) => [indicator.id, indicator]));
const NAMES = new Map([['A', 'Chi bộ TDP số 1']]);
const line = (before: unknown, after: unknown) =>
  reportChangeLine({ id: '2026-Q1|A', before, after }, NAMES, INDICATORS);

describe('a change of a report in words', () => {
  const first = report('2026-Q1', 'A', { HN01: 4, VB02: 0 }, { receivedOn: '2026-03-15' });

  it('names the unit, the period and each figure before and after', () => {
    const second = { ...first, values: { HN01: 5, HN02: 1234, VB02: 1 }, version: 2 };
    expect(line(first, second)).toBe(
      'Chi bộ TDP số 1 – quý I năm 2026: HN01 4 → 5; HN02 trống → 1.234; VB02 không → có',
    );
  });

  it('says when it came, went back, came again, and what was attached', () => {
    expect(line(null, first)).toContain('nhận lần đầu ngày 15/03/2026; HN01 trống → 4');
    const returned = { ...first, state: 'returned' as const, returnedReason: 'Thiếu chữ ký' };
    expect(line(first, returned)).toContain(': trả lại: Thiếu chữ ký');
    const again = { ...first, source: { ...first.source, evidence: ['a', 'b'] }, receivedOn: '2026-03-17' };
    expect(line(returned, again)).toContain(
      'nhận lại sau khi trả lại; ngày nhận 15/03/2026 → 17/03/2026; đính kèm thêm 2 tệp',
    );
    expect(reportStepWords(null, null)).toEqual(['bỏ báo cáo']);
  });

  it('never repeats what a unit wrote', () => {
    const text = { ...first, narrative: { NX01: 'Người dân phản ánh về một việc' } };
    expect(line(first, text)).toBe('Chi bộ TDP số 1 – quý I năm 2026: thêm nội dung NX01 (Chỉ tiêu NX01)');
  });

  it('says nil, and who said so', () => {
    expect(changeWords({ indicator: 'NIL', before: 0, after: 1 }, INDICATORS)).toBe(
      'chuyển thành không phát sinh',
    );
    expect(changeWords({ indicator: 'NIL-SAID', before: null, after: 'Bí thư, Zalo' }, INDICATORS)).toBe(
      'xác nhận không phát sinh: trống → Bí thư, Zalo',
    );
  });
});
