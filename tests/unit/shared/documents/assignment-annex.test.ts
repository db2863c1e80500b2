import { describe, expect, it } from 'vitest';
import { assignmentRows } from '../../../../shared/documents/assignment-annex';
import { ANNEX_SENTENCE, planPage } from '../../../../shared/documents/plan-page';
import { plan } from '../../../golden/documents/an-binh';
import { assignmentItems, planInput } from '../../../golden/presentation/invented';

describe('the annex of assignments', () => {
  it('has a row a task, under its unit, with its time in words', () => {
    const rows = assignmentRows(plan, assignmentItems(2));
    expect(rows).toHaveLength(6);
    expect(rows.map(([, unit]) => unit)).toEqual([
      ...Array<string>(3).fill('Chi bộ Tổ dân phố số 1'),
      ...Array<string>(3).fill('Chi bộ Tổ dân phố số 2'),
    ]);
    expect(rows.slice(0, 3).map(([, , , time]) => time)).toEqual([
      'Chậm nhất 09/06/2026',
      'Quý II năm 2026',
      'Hằng tháng',
    ]);
    expect(rows[1]?.[2]).toBe('Ban Xây dựng Đảng, Văn phòng Đảng ủy');
  });

  it('leaves out what a person dropped and keeps a task whose unit is gone', () => {
    const items = assignmentItems(1).map((item) =>
      item.kind === 'assignment' ? { ...item, dropped: true } : item,
    );
    expect(assignmentRows(plan, items).map(([, unit]) => unit)).toEqual(['', '', '']);
    expect(
      assignmentRows(
        plan,
        items.map((item) => ({ ...item, dropped: true })),
      ),
    ).toEqual([]);
  });

  it('groups by unit in the order in which the plan names them, whatever was read first', () => {
    const items = assignmentItems(3).map((item, index) => ({
      ...item,
      source: item.kind === 'assignment' && item.id === 'a2' ? { start: 10, end: 20 } : { start: 100 + index, end: 200 },
      // Two headings name one unit.
      ...(item.kind === 'assignment' && item.id === 'a1' ? { unit: 'Chi bộ Tổ dân phố số 1' } : {}),
    }));
    expect([...new Set(assignmentRows(plan, items).map(([, unit]) => unit))]).toEqual([
      'Chi bộ Tổ dân phố số 3',
      'Chi bộ Tổ dân phố số 1',
    ]);
    expect(assignmentRows(plan, items).slice(3).every(([, unit]) => unit === 'Chi bộ Tổ dân phố số 1')).toBe(true);
  }); // prettier-ignore

  it('begins a task, and a unit it is done with, with a capital', () => {
    const items = assignmentItems(1).map((item) =>
      item.kind === 'task'
        ? {
            ...item,
            text: 'a) chủ trì, phối hợp với các chi bộ theo dõi, đôn đốc;',
            coordinating: ['các chi bộ', 'Công an phường'],
          }
        : item,
    );
    const rows = assignmentRows(plan, items);
    expect(rows[0]?.[0]).toBe('Chủ trì, phối hợp với các chi bộ theo dõi, đôn đốc');
    expect(new Set(rows.map(([, , together]) => together))).toEqual(new Set(['Các chi bộ, Công an phường']));
  });

  it('takes the result from the plan’s own words for the same task', () => {
    const [, task] = assignmentItems(1);
    const text = task?.kind === 'task' ? task.text : '';
    const work = { text, lead: null, coordinating: [], time: null, result: 'Kế hoạch của chi bộ' };
    const known = { ...plan, parsed: { ...plan.parsed, workItems: [work] } };
    expect(assignmentRows(known, assignmentItems(1))[0]?.[4]).toBe('Kế hoạch của chi bộ');
  });

  it('is named in the text only where a person asks for it', () => {
    const input = planInput('hd36');
    expect(JSON.stringify(planPage(input))).not.toContain(ANNEX_SENTENCE);
    const page = planPage({ ...input, items: assignmentItems(1), assignmentAnnex: true });
    expect(page.parts).toHaveLength(2);
    expect(JSON.stringify(page.parts[0])).toContain(ANNEX_SENTENCE);
  });
});
