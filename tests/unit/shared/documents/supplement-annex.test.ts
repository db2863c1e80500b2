import { describe, expect, it } from 'vitest';
import {
  supplementBlocks,
  supplementSheet,
  supplementText,
} from '../../../../shared/documents/supplement-annex';
import { summaryInput, supplement } from '../../../golden/documents/an-binh';

const input = { ...summaryInput(), supplement };

describe('Bảng điều chỉnh, bổ sung', () => {
  it('says which closings it compares, and why', () => {
    expect(supplementText(supplement)).toBe(
      'Bản bổ sung lần 2 (20/04/2026) so với bản chốt lần 1 (25/03/2026). Lý do: Đơn vị nộp muộn.',
    );
  });

  it('has a row a unit and figure, then the totals, on the page', () => {
    const rows = supplementBlocks(input).flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : [],
    );
    const [head = [], arrived = [], adjusted = [], withdrawn = [], total = [], rate = [], last = []] = rows;
    expect(head.slice(4, 7)).toEqual(['Đã báo cáo', 'Điều chỉnh', 'Tăng/giảm']);
    // What was not there is no 0, and nothing is subtracted from it.
    expect(arrived.slice(4, 7)).toEqual(['', '120', '']);
    expect(arrived[7]).toContain('nhận ngày 27/03/2026');
    expect(adjusted.slice(4, 7)).toEqual(['1.314', '1.214', '-100']);
    expect(withdrawn.slice(1, 7)).toEqual(['Chi bộ Tổ dân phố số 3', '', '', '', '', '']);
    expect(total.slice(1, 2)).toEqual(['TỔNG CỘNG']);
    expect(rate.slice(4, 7)).toEqual(['96,04', '96,12', '+0,08']);
    expect(last.slice(4)).toEqual(['1.849', '1.869', '+20', 'lũy kế']);
    expect(rows).toHaveLength(7);
  });

  it('tells the day of a receipt as it was in Vietnam, where that is a day further than in UTC', () => {
    const evening = {
      ...supplement,
      units: supplement.units.map((unit) => ({ ...unit, receivedAt: '2026-03-27T17:30:00.000Z' })),
    };
    const words = JSON.stringify(supplementBlocks({ ...input, supplement: evening }));
    expect(words).toContain('nhận ngày 28/03/2026');
    expect(words).not.toContain('27/03/2026');
  });

  it('reckons the differences by formulas on the sheet', () => {
    const cells = supplementSheet(input)?.cells ?? [];
    const formulas = cells.flatMap(({ row, value }) =>
      value.kind === 'formula' ? [[row, value.formula, value.value]] : [],
    );
    expect(formulas).toEqual([
      [7, 'ROUND(F7-E7,6)', -100],
      [9, 'ROUND(F9-E9,6)', 20],
      [10, 'ROUND(F10-E10,6)', 0.08],
      [11, 'ROUND(F11-E11,6)', 20],
    ]);
  });

  it('is left out where nothing changed', () => {
    const nothing = { ...supplement, units: [], totals: [], cumulative: [] };
    expect(supplementSheet({ ...input, supplement: nothing })).toBeNull();
    expect(supplementBlocks({ ...input, supplement: nothing })).toEqual([]);
  });
});
