import { describe, expect, it } from 'vitest';
import {
  changeDeliveries,
  mayFollow,
  type DeliveryChange,
} from '../../../../../shared/domain/dispatch/delivery-states';
import {
  deliveryStateSchema,
  type Delivery,
  type DeliveryState,
} from '../../../../../shared/domain/dispatch/model';
import { draftOver } from '../../../../../shared/records';
import type { DossierTables } from '../../../../../shared/schema/aggregates';

const delivery = (id: string, state: DeliveryState = 'sent'): Delivery => ({
  id,
  dispatchId: 'p',
  entryId: id,
  name: `Chi bộ ${id}`,
  via: 'Các chi bộ',
  purpose: null,
  channel: 'hand',
  sentOn: '2026-01-20',
  state,
  receivedOn: null,
  note: '',
});
const change = (to: DeliveryState, more: Partial<DeliveryChange> = {}): DeliveryChange => ({
  to,
  on: '2026-01-21',
  proof: null,
  note: 'ghi nhầm',
  at: '2026-01-21T03:00:00.000Z',
  by: 'Mai',
  ...more,
});
const draft = () => draftOver<DossierTables>({ get: () => undefined, list: () => [] });

/** from → to, by hand. */
const MAY: Readonly<Record<DeliveryState, string>> = {
  sent: 'received refused recalled replaced',
  received: 'received refused sent recalled',
  refused: 'refused received sent recalled',
  recalled: '',
  replaced: '',
};

describe('the ledger’s states', () => {
  const every = deliveryStateSchema.options.flatMap((from) =>
    deliveryStateSchema.options.map((to): readonly [DeliveryState, DeliveryState] => [from, to]),
  );
  it.each(every)('%s → %s', (from, to) => {
    const may = MAY[from].split(' ').includes(to);
    expect(mayFollow(from, to)).toBe(may);
    const work = draft();
    const done = changeDeliveries(work, [delivery('1', from)], change(to));
    expect(done.ok).toBe(may);
    expect(work.list('deliveryEvents')).toHaveLength(may ? 1 : 0);
  });

  it('adds a line for each change and overwrites none', () => {
    const work = draft();
    const step = (next: DeliveryChange) => {
      const standing = work.get('deliveries', '1') ?? delivery('1');
      expect(changeDeliveries(work, [standing], next).ok).toBe(true);
    };
    step(change('received', { proof: { kind: 'zalo', on: '2026-01-21', file: null }, note: '' }));
    expect(work.get('deliveries', '1')).toMatchObject({ receivedOn: '2026-01-21', proof: { kind: 'zalo' } });
    step(change('sent'));
    expect(work.get('deliveries', '1')).toMatchObject({ state: 'sent', receivedOn: null, proof: null });
    step(change('received', { on: '2026-01-23' }));
    step(change('recalled', { on: '2026-01-24', note: 'thay phụ lục' }));
    expect(work.get('deliveries', '1')).toMatchObject({ state: 'recalled', receivedOn: '2026-01-23' });
    expect(work.list('deliveryEvents').map(({ id, from, to }) => [id, from, to])).toEqual([
      ['1|1', 'sent', 'received'],
      ['1|2', 'received', 'sent'],
      ['1|3', 'sent', 'received'],
      ['1|4', 'received', 'recalled'],
    ]);
  });

  it('takes all or none', () => {
    const work = draft();
    const done = changeDeliveries(work, [delivery('1'), delivery('2', 'recalled')], change('received'));
    expect(done.ok ? '' : done.error.message).toContain('Chi bộ 2');
    expect(work.changes()).toEqual([]);
  });

  it('refuses a day before the sending, a day that is none, a recall without a reason', () => {
    const refusal = (next: DeliveryChange) => {
      const done = changeDeliveries(draft(), [delivery('1')], next);
      return done.ok ? null : Object.keys(done.error.fieldErrors ?? {});
    };
    expect(refusal(change('received', { on: '2026-01-19' }))).toEqual(['date']);
    expect(refusal(change('received', { on: '2026-02-31' }))).toEqual(['date']);
    expect(refusal(change('received', { proof: { kind: 'phone', on: '2026-13-01', file: null } }))).toEqual([
      'date',
    ]);
    expect(refusal(change('recalled', { note: ' ' }))).toEqual(['note']);
    expect(refusal(change('refused', { note: '' }))).toEqual(['note']);
    expect(refusal(change('received', { note: '' }))).toBe(null);
  });
});
