/** What a purge leaves of a dossier: documents that say that their copy is gone and why, and the record of it. */
import { describe, expect, it } from 'vitest';
import { SENT_ON, sentPlan } from '../../../support/sent-plan';
import { officeWithPlan } from '../../../support/test-application';

const REASON = 'Có dữ liệu cá nhân';

describe('a signed copy that is purged', () => {
  it('leaves a document that went out with the reason in its place, and the record in the history', async () => {
    const app = await sentPlan();
    const { dossierId } = app;
    const ticket = app.ports.drop({ name: 'ký.pdf', bytes: '%PDF-1.7 ký' });
    const { sha256 } = await app.call('document.sign', { dossierId, documentId: dossierId, ticket });
    await app.call('store.purge', { dossierId, files: [sha256], reason: REASON });
    const { document } = await app.call('document.get', { dossierId, documentId: dossierId });
    expect(document).toMatchObject({
      signedFile: null,
      numberText: '01-KH/ĐU',
      waiver: { reason: `Bản ký đã xóa hẳn: ${REASON}`, by: 'Nguyễn Thị Mai' },
    });
    const history = await app.call('store.history', { kind: 'dossier', id: dossierId });
    expect(history.find(({ purgedBecause }) => purgedBecause !== null)).toMatchObject({
      by: 'Nguyễn Thị Mai',
      purgedBecause: REASON,
    });
    // The purge and what it noted can't be taken back.
    expect(
      (await app.refusal('store.undo', { kind: 'dossier', id: dossierId, revision: null })).message,
    ).toContain('xóa hẳn');
    const sent = { dossierId, documentId: null, date: SENT_ON, channel: 'hand' as const, to: app.units };
    await app.call('dispatch.send', sent);
  });

  it('of a document that waits to be sent is asked for again', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    await app.call('dispatch.register', { dossierId, documentId: null, number: null, date: '2026-01-20' });
    const ticket = app.ports.drop({ name: 'ký.pdf', bytes: '%PDF-1.7 ký' });
    const { sha256 } = await app.call('document.sign', { dossierId, documentId: dossierId, ticket });
    await app.call('store.purge', { dossierId, files: [sha256], reason: REASON });
    const refused = await app.refusal('dispatch.send', {
      dossierId, documentId: null, date: SENT_ON, channel: 'hand', to: ['UBND phường'],
    }); // prettier-ignore
    expect(refused.fieldErrors).toHaveProperty('waiver');
  });

  it('that an earlier copy took the place of leaves the newer one', async () => {
    const app = await sentPlan();
    const { dossierId } = app;
    const sign = async (bytes: string) =>
      (
        await app.call('document.sign', {
          dossierId,
          documentId: dossierId,
          ticket: app.ports.drop({ name: 'ký.pdf', bytes }),
        })
      ).sha256;
    const first = await sign('%PDF-1.7 một');
    const second = await sign('%PDF-1.7 hai');
    await app.call('store.purge', { dossierId, files: [first], reason: REASON });
    const { document } = await app.call('document.get', { dossierId, documentId: dossierId });
    expect([document.signedFile, document.files.includes(first)]).toEqual([second, false]);
  });
});

it('asks for a reason of more than spaces, and purges a line of the incoming book once', async () => {
  const app = await officeWithPlan();
  const { id } = await app.call('incoming.register', { issuer: 'Thành ủy', subject: 'về việc thử' });
  const records = [{ table: 'entries', id }];
  await expect(app.call('store.purge', { dossierId: null, records, reason: '  ' })).rejects.toThrow(
    'Ghi lý do xóa hẳn.',
  );
  await app.call('store.purge', { dossierId: null, records, reason: REASON });
  const again = await app.refusal('store.purge', { dossierId: null, records, reason: REASON });
  expect([again.code, again.message.includes('đã xóa hẳn trước đó')]).toEqual(['CONFLICT', true]);
});
