/** The ledger of deliveries: what is noted, found by pasted names, printed. */
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../../../shared/domain/office/match';
import { pastedNames } from '../../../../../shared/domain/dispatch/pasted-names';
import { SENT_ON, sentPlan } from '../../../../support/sent-plan';

describe('the ledger', () => {
  it('notes many at once with their proof, keeps each line, and takes one back', async () => {
    const app = await sentPlan();
    const { dossierId, deliveries } = app;
    await app.call('delivery.record', {
      dossierId,
      deliveryIds: deliveries.map(({ id }) => id),
      state: 'received',
      date: '2026-01-22',
      proof: { kind: 'stamped-slip' },
      ticket: app.ports.drop({ name: 'phiếu.jpg', bytes: 'anh' }),
    });
    const [first] = deliveries;
    if (!first) throw new Error('nothing was sent');
    await app.call('delivery.record', {
      dossierId, deliveryIds: [first.id], state: 'sent', date: '2026-01-23', note: 'Ghi nhầm đơn vị',
    }); // prettier-ignore
    const events = await app.call('delivery.history', { dossierId, deliveryId: first.id });
    expect(events.map(({ from, to, note }) => [from, to, note])).toEqual([
      ['sent', 'received', ''],
      ['received', 'sent', 'Ghi nhầm đơn vị'],
    ]);
    const { rows } = await app.call('delivery.list', { only: 'unconfirmed' });
    expect(rows.map(({ name, numberText }) => [name, numberText])).toEqual([
      ['Chi bộ Tổ dân phố số 1', '01-KH/ĐU'],
    ]);
    const all = await app.call('delivery.list', { only: 'all' });
    expect(all.rows.find(({ id }) => id === deliveries[1]?.id)).toMatchObject({
      state: 'received',
      receivedOn: '2026-01-22',
      proof: { kind: 'stamped-slip', on: '2026-01-22' },
    });
    const kept = await app.ports.store.load({ kind: 'dossier', id: dossierId });
    expect(kept.ok && kept.value?.view.list('files').some(({ role }) => role === 'proof')).toBe(true);
  });

  it('refuses a stranger, a file without its kind, and changes nothing', async () => {
    const app = await sentPlan();
    const { dossierId, deliveries } = app;
    const record = {
      dossierId,
      deliveryIds: [deliveries[0]?.id ?? '', 'la'],
      state: 'received' as const,
      date: SENT_ON,
    };
    expect((await app.refusal('delivery.record', record)).code).toBe('NOT_FOUND');
    expect(
      (
        await app.refusal('delivery.record', {
          ...record,
          deliveryIds: [deliveries[0]?.id ?? ''],
          ticket: app.ports.drop({ name: 'a.jpg', bytes: 'x' }),
        })
      ).fieldErrors,
    ).toHaveProperty('proof');
    expect((await app.call('delivery.list', { only: 'unconfirmed' })).rows).toHaveLength(3);
  });

  it('finds pasted names by the frozen name, by another name, and tells the rest', async () => {
    const app = await sentPlan();
    const { entries } = await app.call('office.get', {});
    const pasted = 'STT\tĐơn vị\n1\tChi bộ TDP số 2\tđã nhận\n2. CHI BỘ TỔ DÂN PHỐ SỐ 3\nChi bộ Cầu Đất\n';
    const found = pastedNames(pasted, app.deliveries, createMatcher(entries, 'An Bình'));
    expect(found.deliveryIds).toEqual([app.deliveries[1]?.id, app.deliveries[2]?.id]);
    expect(found.unknown).toEqual(['Chi bộ Cầu Đất']);
  });

  it('prints slips, labels and lists; recalled ones are left out', async () => {
    const app = await sentPlan();
    const { dossierId } = app;
    const base = { dossierId, documentId: null, deliveryIds: null };
    for (const [product, format] of [
      ['slips', 'pdf'],
      ['slips', 'docx'],
      ['labels', 'pdf'],
      ['labels', 'docx'],
      ['addresses', 'pdf'],
      ['addresses', 'xlsx'],
      ['unconfirmed', 'pdf'],
      ['unconfirmed', 'xlsx'],
    ] as const)
      // prettier-ignore
      expect((await app.call('delivery.export', { ...base, product, format })).rows).toBe(3);
    expect((await app.refusal('delivery.export', { ...base, product: 'slips', format: 'xlsx' })).code).toBe(
      'BAD_REQUEST',
    );
    await app.call('document.move', {
      dossierId, documentId: dossierId, move: 'recall', date: '2026-01-25', reason: 'Sai phụ lục',
    }); // prettier-ignore
    expect(
      (await app.refusal('delivery.export', { ...base, product: 'unconfirmed', format: 'pdf' })).code,
    ).toBe('CONFLICT');
  });
});
