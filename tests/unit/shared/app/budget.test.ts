import { describe, expect, it } from 'vitest';
import { officeWithPlan } from '../../../support/test-application';
import { workbookOf } from '../../../support/forms-as-models';

const PAID = { amount: 700_000, numberText: 'PC 07', date: '2026-01-12' };
const LINE = {
  content: 'In tài liệu',
  approved: { amount: 1_000_000, numberText: '12-QĐ/ĐU', date: '2026-01-10' },
};

describe('a budget line', () => {
  it('takes several payments, adds them up and asks where they are over what was approved', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    const payments = [PAID, { amount: 500_000, numberText: ' PC 09 ', date: null }];
    const saved = await app.call('budget.save', { dossierId, ...LINE, payments });
    expect(saved.questions.join(' ')).toContain('qua 2 lần, vượt số được duyệt');
    const { lines, totals } = await app.call('budget.list', { dossierId });
    expect(lines[0]).toMatchObject({ paid: 1_200_000, spent: null });
    expect(lines[0]?.payments.map(({ numberText }) => numberText)).toEqual(['PC 07', 'PC 09']);
    expect(totals).toMatchObject({ spent: 1_200_000, left: -200_000 });
    const offered = await app.call('budget.export', { dossierId });
    const [file] = app.ports.taken(offered.ticket);
    const text = JSON.stringify(workbookOf(file?.bytes ?? new Uint8Array()));
    expect(text).toContain('1. PC 07, 12/01/2026: 700.000 đồng\\n2. PC 09: 500.000 đồng');
  });

  it('refuses a payment after today at its own row, and keeps nothing', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    const late = { ...PAID, date: '2099-01-01' };
    const refused = await app.refusal('budget.save', { dossierId, ...LINE, payments: [PAID, late] });
    expect(Object.keys(refused.fieldErrors ?? {})).toEqual(['payments.1.date']);
    expect((await app.call('budget.list', { dossierId })).lines).toEqual([]);
  });

  it('of one payment, sent as such or written before there could be several, is read and kept as one', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    const { id } = await app.call('budget.save', { dossierId, ...LINE, spent: PAID });
    const [sent] = (await app.call('budget.list', { dossierId })).lines;
    expect(sent).toMatchObject({ payments: [PAID], paid: 700_000 });
    await app.call('budget.save', {
      dossierId,
      id,
      ...LINE,
      payments: [PAID, { ...PAID, numberText: 'PC 08' }],
    });
    expect((await app.call('budget.list', { dossierId })).lines[0]?.paid).toBe(1_400_000);
  });
});
