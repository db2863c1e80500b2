import { describe, expect, it } from 'vitest';
import { runsOf } from '../../../../shared/domain/number-runs';
import type { InputOf } from '../../../../shared/rpc/contract';
import { officeWithPlan } from '../../../support/test-application';
import { workbookOf } from '../../../support/forms-as-models';

const line = (more: Partial<InputOf<'incoming.register'>> = {}): InputOf<'incoming.register'> => ({
  issuer: 'Ban Tổ chức Thành ủy',
  subject: 'về công tác cán bộ',
  ...more,
});
const today = async (app: Awaited<ReturnType<typeof officeWithPlan>>) =>
  (await app.call('today.list', {})).date;

describe('a year that was begun on paper', () => {
  it('goes on after its last number, prints where it ended, and asks about lines under it', async () => {
    const app = await officeWithPlan();
    const year = Number((await today(app)).slice(0, 4));
    await app.call('incoming.register', line());
    const paper = { year, last: 57, reason: 'sổ giấy' };
    const started = await app.call('incoming.startFrom', paper);
    expect(started.questions).toEqual([
      'Số đến 1 có dòng ở đây; nếu không phải dòng của sổ giấy ghi lại, hãy hủy dòng rồi đăng ký số mới.',
    ]);
    expect((await app.call('incoming.register', line({ subject: 'tiếp' }))).number).toBe(58);
    // A line of the paper book may be written here later; numbers under its end are no gaps.
    expect((await app.call('incoming.register', line({ number: 12, subject: 'cũ' }))).questions).toEqual([]);
    const book = await app.call('incoming.list', {});
    expect([book.next, book.gaps, book.paper?.last]).toEqual([59, [], 57]);
    for (const kind of ['den', 'theo-doi'] as const) {
      const offered = await app.call('register.export', { book: kind, year, format: 'xlsx' });
      const text = JSON.stringify(workbookOf(app.ports.taken(offered.ticket)[0]?.bytes ?? new Uint8Array()));
      expect(text).toContain('Các số 2–11 ghi ở sổ giấy');
      expect(text).toContain('Các số 13–57 ghi ở sổ giấy');
      expect(text).toContain('Các số 2–11, 13–57 ghi ở sổ giấy (sổ giấy)');
      expect(offered.rows).toBe(3);
    }
    const again = await app.call('incoming.startFrom', { ...paper, last: 55, reason: 'đếm lại' });
    expect((await app.call('incoming.list', {})).gaps.map(({ number }) => number)).toEqual([56, 57]);
    expect((await app.call('incoming.list', {})).paper?.trace[0]?.what).toContain('57');
    await app.call('store.undo', { kind: 'incoming', id: 'incoming', revision: again.revision });
    expect((await app.call('incoming.list', {})).paper?.last).toBe(57);
    // Another year begins here.
    expect((await app.call('incoming.list', { year: year - 1 })).next).toBe(1);
  });

  it('explains a run of numbers in one act, and takes it back', async () => {
    const app = await officeWithPlan();
    const year = Number((await today(app)).slice(0, 4));
    await app.call('incoming.register', line());
    const far = await app.call('incoming.register', line({ number: 9, subject: 'xa', gapSeen: true }));
    expect(far.questions).toEqual([`Sổ bỏ trống các số 2–8 năm ${year}; ghi lý do ở sổ.`]);
    const { revision } = await app.call('incoming.explainGap', { year, number: 2, to: 8, reason: 'sổ khác' });
    expect(runsOf((await app.call('incoming.list', {})).gaps)).toEqual([
      { first: 2, last: 8, reason: 'sổ khác' },
    ]);
    await app.call('store.undo', { kind: 'incoming', id: 'incoming', revision });
    expect(runsOf((await app.call('incoming.list', {})).gaps)).toEqual([{ first: 2, last: 8, reason: null }]);
    const wrong = await app.refusal('incoming.explainGap', { year, number: 2, to: 9, reason: 'x' });
    expect(wrong.fieldErrors).toEqual({ to: 'Số 9 không bị bỏ trống.' });
  });
});
