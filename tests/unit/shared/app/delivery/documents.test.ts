/** Drafts with their rounds of comments, and documents that a plan promises. */
import { describe, expect, it } from 'vitest';
import { sentPlan } from '../../../../support/sent-plan';
import { officeWithPlan } from '../../../../support/test-application';
import { samplePlanText } from '../../../../support/test-ports';

describe('drafts and comments', () => {
  it('keeps versions byte for byte, a round with its answers, and tells Hôm nay what is late', async () => {
    const app = await sentPlan();
    const { dossierId, units } = app;
    const { documentId } = await app.call('document.add', {
      dossierId,
      type: 'HD',
      title: 'hướng dẫn thi',
      ticket: null,
    });
    const add = (bytes: string) =>
      app.call('document.addDraft', {
        dossierId,
        documentId,
        ticket: app.ports.drop({ name: 'dt.docx', bytes }),
        note: 'gửi góp ý',
      });
    expect((await add('một')).version).toBe(1);
    expect((await add('hai')).version).toBe(2);
    const same = await app.refusal('document.addDraft', {
      dossierId, documentId, ticket: app.ports.drop({ name: 'dt.docx', bytes: 'hai' }),
    }); // prettier-ignore
    expect(same.message).toContain('lần 2');
    const ask = {
      dossierId,
      documentId,
      version: 2,
      to: units,
      date: '2026-01-02',
      lastDay: '2026-01-05',
    } as const;
    expect(
      (await app.refusal('document.askComments', { ...ask, lastDay: '2026-01-01' })).fieldErrors,
    ).toHaveProperty('lastDay');
    expect((await app.refusal('document.askComments', { ...ask, to: [] })).fieldErrors).toHaveProperty('to');
    const { roundId } = await app.call('document.askComments', ask);
    const answer = { date: '2026-01-04', kind: 'agreed' } as const;
    await app.call('document.noteComments', { dossierId, roundId, entryIds: units.slice(0, 2), answer });
    expect(
      (await app.refusal('document.noteComments', { dossierId, roundId, entryIds: ['la'], answer })).code,
    ).toBe('NOT_FOUND');
    expect(
      (
        await app.refusal('document.noteComments', {
          dossierId,
          roundId,
          entryIds: units.slice(2),
          answer: { date: '2026-01-04', kind: 'remarks' },
        })
      ).fieldErrors,
    ).toHaveProperty('text');
    const told = async () =>
      (await app.call('today.list', {})).items.filter(
        ({ about, kind }) => about?.kind === 'document' && kind !== 'register',
      );
    expect(await told()).toMatchObject([
      { kind: 'overdue', detail: 'Còn 1 đơn vị chưa trả lời · hạn 05/01/2026' },
    ]);
    await app.call('document.closeComments', { dossierId, roundId, date: '2026-01-06' });
    expect(await told()).toEqual([]);
    const shown = await app.call('document.get', { dossierId, documentId });
    expect(shown.drafts.map(({ version, fileName, by }) => [version, fileName, by])).toEqual([
      [1, 'dt.docx', 'Nguyễn Thị Mai'],
      [2, 'dt.docx', 'Nguyễn Thị Mai'],
    ]);
    expect(shown.rounds[0]?.comments.map(({ answer: said }) => said?.kind ?? null)).toEqual([
      'agreed',
      'agreed',
      null,
    ]);
  });
});

describe('documents that the plan promises', () => {
  it('are proposed, taken, told in Hôm nay and in the archive check, and settled by a document', async () => {
    const app = await officeWithPlan();
    const { dossierId } = await app.call('plan.import', {
      text: samplePlanText.replace(
        /\n(?=IV\.)/u,
        '\n- Hội thi tuyên truyền viên sẽ có hướng dẫn riêng, xong trước ngày 05/01/2026.\n',
      ),
      name: 'Kế hoạch có hứa',
    });
    const { proposed } = await app.call('promise.list', { dossierId });
    expect(proposed).toMatchObject([{ type: 'HD', lastDay: '2026-01-05' }]);
    const [promise] = proposed;
    if (!promise) throw new Error('nothing proposed');
    const settle = { dossierId, text: promise.text, lastDay: promise.lastDay } as const;
    await app.call('promise.settle', { ...settle, decision: 'accept' });
    expect((await app.call('promise.list', { dossierId })).proposed).toEqual([]);
    const lacking = async () => (await app.call('archive.check', { dossierId })).lacking.join(' ');
    expect(await lacking()).toContain('hướng dẫn riêng');
    expect(
      (await app.call('today.list', {})).items.some(({ title }) => title.startsWith('Văn bản đã hứa')),
    ).toBe(true);
    expect(
      (await app.refusal('promise.settle', { ...settle, decision: 'issued' })).fieldErrors,
    ).toHaveProperty('documentId');
    const { documentId } = await app.call('document.add', {
      dossierId,
      type: 'HD',
      title: 'hội thi',
      ticket: null,
    });
    await app.call('promise.settle', { ...settle, decision: 'issued', documentId });
    expect(await lacking()).not.toContain('hướng dẫn riêng');
    await app.call('promise.settle', { ...settle, decision: 'forget' });
    expect((await app.call('promise.list', { dossierId })).proposed).toHaveLength(1);
    expect((await app.refusal('promise.settle', { ...settle, decision: 'forget' })).code).toBe('NOT_FOUND');
    expect(
      (await app.refusal('promise.settle', { ...settle, text: '…', decision: 'accept' })).fieldErrors,
    ).toHaveProperty('text');
  });
});
