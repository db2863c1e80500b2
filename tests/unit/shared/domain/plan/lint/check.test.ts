import { describe, expect, test } from 'vitest';
import { checkPlan } from '../../../../../../shared/domain/plan/lint/check';
import type { LintContext, LintRule } from '../../../../../../shared/domain/plan/lint/model';
import { readPlan } from '../../../../../../shared/domain/plan/reading/read-plan';
import { sourceFromText } from '../../../../../../shared/domain/plan/reading/source-from-text';

const TEXT = [
  'KẾ HOẠCH',
  'tuyên truyền ngày truyền thống',
  'I. MỤC ĐÍCH',
  'Nâng cao nhận thức, nhận thức của đảng viên.',
  'IV. TỔ CHỨC THỰC HIỆN',
  '2. Văn phòng Đảng ủy',
  '- Theo dõi nhận thức của đảng viên.',
].join('\n');
const { plan, text } = readPlan(sourceFromText(TEXT));
const context = { text, plan } as unknown as LintContext;

/** Finds every "nhận thức". */
const everyWord: LintRule = {
  code: 'word',
  title: 'Từ thử',
  severity: 'hint',
  source: 'thử',
  check: ({ text: all }) =>
    [...all.matchAll(/nhận thức/gu)].map((match) => ({
      message: 'Xem lại.',
      place: { start: match.index, end: match.index + match[0].length },
    })),
};
const whole: LintRule = {
  ...everyWord,
  code: 'whole',
  severity: 'error',
  check: () => [{ message: 'Thiếu nơi nhận.', place: null }],
};

describe('findings', () => {
  test('the worst first, then in the order of the text; each with its words and section', () => {
    const found = checkPlan(context, [everyWord, whole]);
    expect(found.map(({ code, excerpt, section }) => [code, excerpt, section])).toEqual([
      ['whole', '', null],
      ['word', 'nhận thức', 'I'],
      ['word', 'nhận thức', 'I'],
      ['word', 'nhận thức', 'IV.2'],
    ]);
  });
  test('ids are distinct and do not follow the place', () => {
    const ids = checkPlan(context, [everyWord]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    const moved = readPlan(sourceFromText(TEXT.replace('KẾ HOẠCH', 'ĐẢNG ỦY PHƯỜNG AN BÌNH\n*\nKẾ HOẠCH')));
    const again = checkPlan({ text: moved.text, plan: moved.plan } as unknown as LintContext, [everyWord]);
    expect(again.map(({ id }) => id)).toEqual(ids);
  });
  test('an office switches a rule off or makes it weigh more', () => {
    expect(checkPlan(context, [everyWord], [{ id: 'word', on: false, severity: 'hint' }])).toEqual([]);
    const [first] = checkPlan(context, [everyWord, whole], [{ id: 'whole', on: true, severity: 'hint' }]);
    expect(first?.severity).toBe('hint');
    expect(checkPlan(context, [everyWord], [{ id: 'khác', on: false, severity: 'hint' }])).toHaveLength(3);
  });
});
