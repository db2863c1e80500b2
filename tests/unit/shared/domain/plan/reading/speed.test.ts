import { describe, expect, it } from 'vitest';
import { readPlan, sourceFromText } from '../../../../../../shared/domain/plan/reading/read-plan';
import { longPlan } from '../../../../../support/plans/long-plan';

/**
 * Two seconds is what a person waits without wondering; the usual is a tenth of it. Of the processor, not of the clock:
 * what is looked for here is a rule that goes through the text over and over, not a busy machine.
 */
const PATIENCE_MS = 2000;

describe('long texts', () => {
  it.each([
    ['sixty pages', longPlan(60)],
    ['sixty pages without a line break', longPlan(60).replace(/\s+/g, ' ')],
    ['one sentence of deadlines', `I. NỘI DUNG\n${'gửi báo cáo về sau khi hết ngày 1/2 '.repeat(4000)}`],
    ['a heading of many units', `I. TỔ CHỨC THỰC HIỆN\n1. ${'Ban Xây dựng Đảng, Văn phòng '.repeat(5000)}`],
    ['page heads only', Array.from({ length: 8000 }, (_, at) => `Kế hoạch số 1 ${at}`).join('\n')],
    ['runs of spaces', `I. A\na${' '.repeat(150_000)}b`],
  ])('%s are read in two seconds', (_, text) => {
    const start = process.cpuUsage();
    readPlan(sourceFromText(text));
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(PATIENCE_MS);
  });
});
