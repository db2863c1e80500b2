/** A plan that went out, for what is tested of its deliveries. */
import { officeWithPlan } from './test-application';

export const SENT_ON = '2026-01-21';

/** The plan numbered, and sent to three units and a superior. */
export async function sentPlan() {
  const app = await officeWithPlan();
  const { dossierId } = app;
  const units: string[] = [];
  for (const name of ['Chi bộ Tổ dân phố số 1', 'Chi bộ Tổ dân phố số 2', 'Chi bộ Tổ dân phố số 3'])
    units.push((await app.call('office.saveEntry', { kind: 'unit', name, address: `Số 1, ${name}` })).id);
  await app.call('dispatch.register', { dossierId, documentId: null, number: null, date: '2026-01-20' });
  const sent = await app.call('dispatch.send', {
    dossierId,
    documentId: null,
    date: SENT_ON,
    channel: 'network',
    channels: [{ entryId: units[1] ?? '', channel: 'hand' }],
    to: units,
    waiver: 'Bản giấy chưa quét',
  });
  return { ...app, units, deliveries: sent.deliveries };
}
