/** What is of another kind than it seems to belong to is asked about before it is written. */
import { describe, expect, it } from 'vitest';
import { LINE, take } from '../../../support/register-book';
import { officeWithPlan } from '../../../support/test-application';

describe('a line whose subject names another kind than the book', () => {
  it('is refused until a person says that it belongs there', async () => {
    const app = await officeWithPlan();
    const wrong = { ...LINE, type: 'GM' };
    const refused = await app.refusal('register.enter', wrong);
    expect(refused.message).toContain('Trích yếu ghi “kế hoạch”');
    expect(refused.fieldErrors).toHaveProperty('kindSeen');
    expect((await app.call('register.list', {})).map(({ title }) => title)).toEqual([]);
    expect((await app.call('register.enter', { ...wrong, kindSeen: true })).numberText).toBe('01-GM/ĐU');
    // Its own kind, and words that name none, are no question.
    await app.call('register.enter', { ...LINE, subject: 'KẾ  HOẠCH kiểm tra' });
    await app.call('register.enter', { ...LINE, subject: 'Về việc báo cáo tuần' });
  });
});

describe('a document of another kind in the place of one', () => {
  it('is asked about, one of the same kind is not', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    await take(app);
    await app.call('dispatch.send', {
      dossierId,
      documentId: null,
      date: '2026-01-20',
      channel: 'hand',
      waiver: 'gửi bản giấy',
      to: null,
    });
    const letter = { dossierId, type: 'GM', title: 'mời họp', ticket: null };
    const { documentId } = await app.call('document.add', letter);
    const move = {
      dossierId,
      documentId: dossierId,
      move: 'replace',
      date: '2026-12-31',
      reason: 'Sửa',
    } as const;
    const refused = await app.refusal('document.move', { ...move, otherId: documentId });
    expect(refused.message).toContain('văn bản thay thế là giấy mời');
    expect(refused.fieldErrors).toHaveProperty('kindSeen');
    await app.call('document.move', { ...move, otherId: documentId, kindSeen: true });
  });
});
