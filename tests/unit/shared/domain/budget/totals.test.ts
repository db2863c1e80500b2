import { describe, expect, test } from 'vitest';
import { paymentsOf } from '../../../../../shared/domain/budget/model';
import { budgetQuestions, budgetTotals } from '../../../../../shared/domain/budget/totals';

const backed = (amount: number, numberText = '12-QĐ/ĐU') => ({ amount, numberText, date: null });

describe('a budget', () => {
  test('adds up what stands; nothing is 0', () => {
    expect(
      budgetTotals([
        { estimate: 2_000_000, approved: backed(1_500_000), spent: backed(1_600_000) },
        { estimate: null, approved: null, spent: null },
        { estimate: 500_000, approved: backed(500_000), spent: null },
      ]),
    ).toEqual({ estimate: 2_500_000, approved: 2_000_000, spent: 1_600_000, left: 400_000 });
  });
  test('adds up several payments of a line, and the one of a line that was written before', () => {
    const payments = [backed(700_000, 'PC 07'), backed(500_000, 'PC 09')];
    expect(paymentsOf({ spent: null, payments })).toEqual(payments);
    expect(paymentsOf({ spent: backed(5) })).toEqual([backed(5)]);
    expect(paymentsOf({ spent: null })).toEqual([]);
    const line = { estimate: null, approved: backed(1_000_000), spent: null, payments };
    expect(budgetTotals([line])).toMatchObject({ spent: 1_200_000, left: -200_000 });
    expect(budgetQuestions({ content: 'In tài liệu', ...line })).toEqual([
      '“In tài liệu”: thực chi 1.200.000 đồng qua 2 lần, vượt số được duyệt 1.000.000 đồng. Đã có văn bản bổ sung chưa?',
    ]);
  });
  test('asks about a payment before the approval and about one that stands twice', () => {
    const paid = { amount: 5, numberText: 'PC 07', date: '2026-02-01' };
    const line = { estimate: null, spent: null, approved: { ...backed(20), date: '2026-02-02' }, payments: [paid, paid] };
    const [early, twice] = budgetQuestions({ content: 'In', ...line });
    expect(early).toContain('chi ngày 01/02/2026, trước ngày duyệt 02/02/2026');
    expect(twice).toContain('chứng từ PC 07, 5 đồng có hai lần');
  }); // prettier-ignore
  test.each([
    ['within', { estimate: 10, approved: backed(10), spent: backed(10) }, []],
    ['approved more than estimated', { estimate: 10, approved: backed(11), spent: null }, ['nhiều hơn dự toán']],
    ['spent more than approved', { estimate: 10, approved: backed(10), spent: backed(11) }, ['vượt số được duyệt']],
    ['spent, nothing approved', { estimate: 10, approved: null, spent: backed(1) }, ['chưa ghi số được duyệt']],
    ['approved by no document', { estimate: 10, approved: backed(10, ' '), spent: null }, ['chưa ghi số văn bản']],
  ] as const)('%s', (_, amounts, words) => {
    const questions = budgetQuestions({ content: 'In tài liệu', ...amounts });
    expect(questions).toHaveLength(words.length);
    words.forEach((word, index) => expect(questions[index]).toContain(word));
  }); // prettier-ignore
});
