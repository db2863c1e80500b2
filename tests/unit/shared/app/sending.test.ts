/** Documents that are sent: to whom, what the book says of it, and what Hôm nay does. */
import { describe, expect, it } from 'vitest';
import { officeWithPlan } from '../../../support/test-application';

const register = (dossierId: string, number: number | null = null, date = '2026-01-20') => ({
  dossierId,
  documentId: null,
  number,
  date,
  claim: false,
  blanksSeen: false,
  gapSeen: false,
});

describe('sending', () => {
  it('expands recipients, freezes their names, and notes who has it', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    const shown = await app.call('dispatch.recipients', {
      dossierId,
      documentId: null,
      date: '2026-01-21',
      to: null,
    });
    expect(shown.lines.map(({ problem }) => problem)).toEqual([null, null]);
    expect(new Set(shown.recipients.map(({ name }) => name))).toEqual(
      new Set([
        'Ban Tuyên giáo và Dân vận Thành ủy',
        'Văn phòng Đảng ủy',
        'Ban Xây dựng Đảng',
        'Ủy ban nhân dân phường',
      ]),
    );
    expect(
      (
        await app.refusal('dispatch.send', {
          dossierId,
          documentId: null,
          date: '2026-01-21',
          channel: 'network',
          to: null,
        })
      ).message,
    ).toContain('chưa có số');
    await app.call('dispatch.register', register(dossierId));
    const sent = await app.call('dispatch.send', {
      waiver: 'Bản giấy đã ký, chưa quét',
      dossierId,
      documentId: null,
      date: '2026-01-21',
      channel: 'network',
      to: null,
    });
    expect(sent.deliveries).toHaveLength(4);
    const office = await app.call('office.get', {});
    const unit = office.entries.find(({ name }) => name === 'Ban Xây dựng Đảng');
    if (!unit) throw new Error('no unit');
    await app.call('office.saveEntry', { ...unit, name: 'Ban Tổ chức và Xây dựng Đảng' });
    await app.call('dispatch.acknowledge', { dossierId, recipients: [unit.id], date: '2026-01-22' });
    await app.call('dispatch.acknowledge', {
      dossierId,
      recipients: ['Văn phòng Đảng ủy'],
      date: '2026-01-22',
      state: 'refused',
      note: 'Thiếu phụ lục',
    });
    const status = await app.call('dispatch.status', { dossierId });
    expect(status).toMatchObject({ sent: 4, received: 1, refused: 1, unconfirmed: 2 });
    expect(status.deliveries.find(({ entryId }) => entryId === unit.id)).toMatchObject({
      name: 'Ban Xây dựng Đảng',
      state: 'received',
      receivedOn: '2026-01-22',
    });
    const [book] = await app.call('register.list', {});
    expect((await app.call('register.get', { seriesId: book?.seriesId ?? '' })).entries[0]).toMatchObject({
      sentOn: '2026-01-21',
      copies: 4,
    });
  });

  it('tells in the book all that was sent, and leaves what a person corrected there', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    await app.call('dispatch.register', register(dossierId));
    const unit = await app.call('office.saveEntry', { kind: 'unit', name: 'Chi bộ gửi thêm' });
    const send = async (date: string, to: string[] | null) =>
      app.call('dispatch.send', {
        waiver: 'Bản giấy đã ký',
        dossierId,
        documentId: null,
        date,
        channel: 'hand',
        to,
      });
    const line = async () => {
      const [book] = await app.call('register.list', {});
      const seriesId = book?.seriesId ?? '';
      return { seriesId, entry: (await app.call('register.get', { seriesId })).entries[0] };
    };
    await send('2026-01-21', null);
    const first = (await line()).entry;
    const more = await send('2026-01-23', [unit.id]);
    const both = (await line()).entry;
    expect(both).toMatchObject({ sentOn: '2026-01-21', copies: (first?.copies ?? 0) + 1 });
    expect(both?.recipients).toBe(`${first?.recipients ?? ''}; Chi bộ gửi thêm`);
    await app.call('store.undo', { kind: 'dossier', id: dossierId, revision: more.revision });
    expect((await line()).entry).toMatchObject({ recipients: first?.recipients, copies: first?.copies });
    await app.call('register.correct', {
      seriesId: (await line()).seriesId,
      number: first?.number ?? 0,
      fields: { recipients: 'Như Nơi nhận; bản giấy' },
    });
    await send('2026-01-24', [unit.id]);
    expect((await line()).entry).toMatchObject({
      recipients: 'Như Nơi nhận; bản giấy',
      copies: (first?.copies ?? 0) + 1,
    });
  });

  it('expands groups as of the day, through successors', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    const a = await app.call('office.saveEntry', { kind: 'unit', name: 'Chi bộ A' });
    const b = await app.call('office.saveEntry', { kind: 'unit', name: 'Chi bộ B' });
    const group = await app.call('office.saveEntry', {
      kind: 'group',
      name: 'Hai chi bộ',
      memberIds: [a.id, b.id],
    });
    await app.call('office.endEntry', {
      id: a.id,
      lastDay: '2026-02-28',
      successors: [{ unitId: b.id, from: '2026-03-01' }],
    });
    const names = async (date: string) =>
      (
        await app.call('dispatch.recipients', { dossierId, documentId: null, date, to: [group.id] })
      ).recipients.map(({ name }) => name);
    expect(await names('2026-02-01')).toEqual(['Chi bộ A', 'Chi bộ B']);
    expect(await names('2026-03-05')).toEqual(['Chi bộ B']);
  });

  it('refuses nobody, impossible days and strangers', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    await app.call('dispatch.register', register(dossierId));
    expect(
      (await app.refusal('dispatch.acknowledge', { dossierId, recipients: ['x'], date: '2026-01-22' })).code,
    ).toBe('CONFLICT');
    expect(
      (
        await app.refusal('dispatch.send', {
          dossierId,
          documentId: null,
          date: '2026-01-21',
          channel: 'hand',
          to: ['Không có đơn vị này'],
        })
      ).fieldErrors?.['to'],
    ).toBeDefined();
    await app.call('dispatch.send', {
      waiver: 'Bản giấy đã ký, chưa quét',
      dossierId,
      documentId: null,
      date: '2026-01-21',
      channel: 'hand',
      to: ['UBND phường'],
    });
    const ack = (recipients: string[], date: string) =>
      app.refusal('dispatch.acknowledge', { dossierId, recipients, date });
    expect((await ack(['Hội lạ'], '2026-01-22')).code).toBe('NOT_FOUND');
    expect((await ack(['Ủy ban nhân dân phường'], '2026-01-20')).code).toBe('BAD_REQUEST');
    expect((await ack(['Ủy ban nhân dân phường'], '2026-02-31')).code).toBe('BAD_REQUEST');
  });
});

describe('what Hôm nay says of documents beside the plan', () => {
  it('opens that very document, with its own day', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    await app.call('dispatch.register', register(dossierId, null, '2026-01-05'));
    const { documentId } = await app.call('document.add', {
      dossierId, type: 'CV', title: 'đôn đốc', ticket: null,
    }); // prettier-ignore
    const steps = async () =>
      (await app.call('today.list', {})).items
        .filter(({ kind }) => kind === 'register' || kind === 'send')
        .map(({ kind, about, date }) => [kind, about, date]);
    expect(await steps()).toEqual([
      ['register', { kind: 'document', id: documentId }, expect.any(String)],
      ['send', null, '2026-01-05'],
    ]);
    await app.call('dispatch.register', { ...register(dossierId, null, '2026-01-19'), documentId });
    expect(await steps()).toEqual([
      ['send', null, '2026-01-05'],
      ['send', { kind: 'sending', id: documentId }, '2026-01-19'],
    ]);
  });
});
