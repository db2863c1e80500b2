import { describe, expect, test } from 'vitest';
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
