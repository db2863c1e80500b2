/** Sending, its days and reasons. */
import { describe, expect, it } from 'vitest';
import { SENT_ON, sentPlan } from '../../../../support/sent-plan';
import { notSent, unreached, unreachedWords } from '../../../../../shared/domain/dispatch/recipients';
import { createTestApplication, officeWithPlan, SETUP } from '../../../../support/test-application';
import { samplePlanText } from '../../../../support/test-ports';

describe('sending', () => {
  it('demands the signed copy or a reason, which stays with the document and in its list', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    await app.call('dispatch.register', { dossierId, documentId: null, number: null, date: '2026-01-20' });
    const send = {
      dossierId,
      documentId: null,
      date: SENT_ON,
      channel: 'hand' as const,
      to: ['UBND phường'],
    };
    const refused = await app.refusal('dispatch.send', send);
    expect(refused.fieldErrors).toHaveProperty('waiver');
    expect((await app.refusal('dispatch.send', { ...send, waiver: '   ' })).code).toBe('CONFLICT');
    expect((await app.call('dispatch.status', { dossierId })).sent).toBe(0);

    await app.call('dispatch.send', { ...send, waiver: 'Máy quét hỏng' });
    const { document, steps } = await app.call('document.get', { dossierId, documentId: dossierId });
    expect(document).toMatchObject({
      status: 'issued',
      waiver: { reason: 'Máy quét hỏng', by: 'Nguyễn Thị Mai' },
    });
    expect(steps.map(({ from, to, reason }) => [from, to, reason])).toEqual([
      ['draft', 'submitted', 'Lấy số 01-KH/ĐU'],
      ['submitted', 'issued', 'Máy quét hỏng'],
    ]);
    // Asked once: another sending of the same document goes by the reason that stands.
    await app.call('dispatch.send', send);
    const { lacking } = await app.call('archive.check', { dossierId });
    expect(lacking.join(' ')).not.toContain('chưa có bản ký');
    expect(lacking.join(' ')).toContain('2 nơi nhận chưa xác nhận');
  });

  it('sends with the signed copy without a question, and forgets a reason that is not needed', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    await app.call('dispatch.register', { dossierId, documentId: null, number: null, date: '2026-01-20' });
    await app.call('document.sign', {
      dossierId,
      documentId: dossierId,
      ticket: app.ports.drop({ name: 'ký.pdf', bytes: '%PDF-1.7 ký' }),
    });
    await app.call('dispatch.send', {
      dossierId, documentId: null, date: SENT_ON, channel: 'hand', to: ['UBND phường'], waiver: 'không cần',
    }); // prettier-ignore
    const { document } = await app.call('document.get', { dossierId, documentId: dossierId });
    expect(document.waiver).toBeUndefined();
  });

  it('takes another way for some, and units beside the plan’s own recipients', async () => {
    const app = await sentPlan();
    expect(app.deliveries.map(({ channel }) => channel)).toEqual(['network', 'hand', 'network']);
    const shown = await app.call('dispatch.recipients', {
      dossierId: app.dossierId,
      documentId: null,
      date: SENT_ON,
      to: null,
      also: [app.units[0] ?? ''],
    });
    expect(shown.recipients.map(({ name }) => name)).toContain('Chi bộ Tổ dân phố số 1');
    expect(shown.check.withoutWork.map(({ name }) => name)).toEqual(['Chi bộ Tổ dân phố số 1']);
    const only = await app.call('dispatch.recipients', {
      dossierId: app.dossierId,
      documentId: null,
      date: SENT_ON,
      to: ['Các đơn vị được giao nhiệm vụ'],
    });
    expect(only.lines.map(({ problem }) => problem)).toEqual([null]);
    expect(only.check.withoutCopy).toEqual([]);
    expect(only.recipients.length).toBeGreaterThan(0);
  });

  it('names the lines that the directory does not know, and those it knows only since', async () => {
    const app = createTestApplication();
    await app.call('office.setup', SETUP);
    const line = '- Hội Cựu giáo chức phường (để p/h),\n- Các đơn vị ở mục IV';
    const { dossierId } = await app.call('plan.import', {
      text: samplePlanText.replace('- Các đơn vị ở mục IV', line),
      name: 'thử',
    });
    await app.call('dispatch.register', { dossierId, documentId: null, number: null, date: SENT_ON });
    const { unreached: names, deliveries } = await app.call('dispatch.send', {
      dossierId,
      documentId: null,
      date: SENT_ON,
      channel: 'hand',
      to: null,
      waiver: 'Gửi gấp',
    });
    expect(names).toEqual(['Hội Cựu giáo chức phường']);
    expect(unreachedWords(names)).toContain('Hội Cựu giáo chức phường');
    expect(unreachedWords([])).toBeNull();
    await app.call('office.saveEntry', { kind: 'unit', name: 'Hội Cựu giáo chức phường' });
    const now = await app.call('dispatch.recipients', {
      dossierId,
      documentId: null,
      date: SENT_ON,
      to: null,
    });
    expect(unreached(now)).toEqual([]);
    const sentTo = new Set(deliveries.map(({ entryId }) => entryId));
    expect(notSent(now, sentTo)).toEqual(['Hội Cựu giáo chức phường']);
    expect(notSent(now, new Set(now.recipients.map(({ entryId }) => entryId)))).toEqual([]);
  });

  it('tells who has work and gets no copy', async () => {
    const app = await sentPlan();
    const { check } = await app.call('dispatch.recipients', {
      dossierId: app.dossierId,
      documentId: null,
      date: SENT_ON,
      to: [app.units[0] ?? ''],
    });
    expect(check.withoutCopy.length).toBeGreaterThan(0);
    expect(check.withoutWork.map(({ name }) => name)).toEqual(['Chi bộ Tổ dân phố số 1']);
  });
});

describe('days and reasons of a delivery', () => {
  it('go out on the document’s own day at the earliest', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    await app.call('dispatch.register', { dossierId, documentId: null, number: null, date: '2026-01-20' });
    const send = {
      dossierId,
      documentId: null,
      channel: 'hand' as const,
      to: ['UBND phường'],
      waiver: 'thử',
    };
    const early = await app.refusal('dispatch.send', { ...send, date: '2026-01-19' });
    expect(early.fieldErrors?.['date']).toMatch(/19\/0?1\/2026.*20\/0?1\/2026/u);
    expect((await app.call('dispatch.status', { dossierId })).sent).toBe(0);
    await app.call('dispatch.send', { ...send, date: '2026-01-20' });
  });

  it('are never noted for a day to come, and a refusal needs its reason', async () => {
    const { dossierId, deliveries, call, refusal } = await sentPlan();
    const id = deliveries[0]?.id ?? '';
    const note = { dossierId, deliveryIds: [id], note: 'thử' };
    for (const state of ['received', 'refused', 'recalled'] as const) {
      const answer = await refusal('delivery.record', { ...note, state, date: '2099-01-01' });
      expect(answer.fieldErrors?.['date']).toContain('Sau hôm nay');
    }
    const later = { kind: 'zalo', on: '2099-01-01' } as const;
    expect(
      (await refusal('delivery.record', { ...note, state: 'received', date: SENT_ON, proof: later }))
        .fieldErrors,
    ).toHaveProperty('date');
    expect(
      (await refusal('dispatch.acknowledge', { dossierId, recipients: [id], date: '2099-01-01' }))
        .fieldErrors,
    ).toHaveProperty('date');
    const refused = { ...note, state: 'refused', date: SENT_ON } as const;
    expect((await refusal('delivery.record', { ...refused, note: ' ' })).fieldErrors).toHaveProperty('note');
    await call('delivery.record', refused);
  });
});
