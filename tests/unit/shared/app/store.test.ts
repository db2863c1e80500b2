import { describe, expect, it } from 'vitest';
import { contract, type MethodName } from '../../../../shared/rpc/contract';
import { createHandlers } from '../../../../shared/app/create-handlers';
import { formatInstant } from '../../../../shared/date/plain-date';
import { createTestApplication, officeWithPlan, officeWithSchedule } from '../../../support/test-application';
import { createTestPorts, samplePlanText } from '../../../support/test-ports';

const dossier = (id: string) => ({ kind: 'dossier', id }) as const;

it('has a handler for every method of the contract', () => {
  expect(Object.keys(createHandlers(createTestPorts())).sort()).toEqual(
    (Object.keys(contract) as MethodName[]).sort(),
  );
});

it('answers a fault of its own as a sentence, and notes it', async () => {
  const app = createTestApplication();
  const handlers = createHandlers({
    ...app.ports,
    backups: { ...app.ports.backups, list: () => Promise.reject(new Error('hỏng')) },
  });
  const reply = await handlers['backup.list'](
    {},
    {
      requestId: 'yeu-cau-1',
      expectedRevision: null,
      by: 'x',
      progress: { report: () => undefined, cancelled: () => false },
    },
  );
  expect(!reply.ok && reply.error.code).toBe('INTERNAL');
  expect(app.ports.logged.join()).toContain('hỏng');
});

describe('history and undo', () => {
  it('tells what was done in Vietnamese', async () => {
    const app = await officeWithPlan();
    await app.call('plan.finishReview', { dossierId: app.dossierId });
    const history = await app.call('store.history', dossier(app.dossierId));
    expect(history.map(({ label }) => label)).toEqual(['Duyệt xong kế hoạch', 'Nhập kế hoạch']);
    expect(
      (await app.call('store.history', { ...dossier(app.dossierId), before: 2 })).map(
        ({ revision }) => revision,
      ),
    ).toEqual([1]);
    expect((await app.refusal('store.history', dossier('la'))).code).toBe('NOT_FOUND');
  });

  it('takes the newest back, then the one before, as new revisions', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    const before = await app.call('plan.get', { dossierId });
    await app.call('plan.saveHeader', { dossierId, fields: { title: 'Một' } });
    await app.call('plan.saveHeader', { dossierId, fields: { place: 'Hai' } });
    const undo = () => app.call('store.undo', { ...dossier(dossierId), revision: null });
    expect(await undo()).toEqual({ revision: 4, label: 'Sửa phần đầu kế hoạch', voided: [], freed: [] });
    expect((await app.call('plan.get', { dossierId })).plan).toMatchObject({
      title: 'Một',
      place: before.plan.place,
    });
    await undo();
    expect((await app.call('plan.get', { dossierId })).plan).toEqual(before.plan);
  });

  it('answers a retry once', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    await app.call('plan.saveHeader', { dossierId, fields: { title: 'Một' } });
    await app.call('plan.saveHeader', { dossierId, fields: { title: 'Hai' } });
    const input = { ...dossier(dossierId), revision: null };
    const first = await app.call('store.undo', input, { requestId: 'hoan-tac-1' });
    expect(await app.call('store.undo', input, { requestId: 'hoan-tac-1' })).toEqual(first);
    expect((await app.call('plan.get', { dossierId })).plan.title).toBe('Một');
  });

  it('is refused where later changes touched the same records', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    await app.call('plan.saveHeader', { dossierId, fields: { title: 'Một' } });
    await app.call('plan.saveHeader', { dossierId, fields: { title: 'Hai' } }, { by: 'Trần Văn Mẫu' });
    const refused = await app.refusal('store.undo', { ...dossier(dossierId), revision: 2 });
    expect(refused.code).toBe('CONFLICT');
    // The act that stands in the way, as the history tells it.
    const [newest] = await app.call('store.history', dossier(dossierId));
    expect(newest?.by).toBe('Trần Văn Mẫu');
    expect(refused.message).toContain(
      `${newest?.line ?? ''} (${formatInstant(newest?.at ?? '')}, Trần Văn Mẫu).`,
    );
    expect((await app.refusal('store.undo', { ...dossier(dossierId), revision: 1 })).message).toContain(
      'sửa sau khi nhập: Sửa phần đầu kế hoạch',
    );
    expect((await app.refusal('store.undo', { ...dossier(dossierId), revision: 99 })).code).toBe('NOT_FOUND');
    expect((await app.refusal('store.undo', { kind: 'office', id: 'office', revision: 1 })).code).toBe(
      'CONFLICT',
    );
  });

  it('gives a number back that nothing bears: its line stays void, with the reason', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    const { seriesId } = await app.call('dispatch.register', {
      dossierId,
      documentId: null,
      number: null,
      date: '2026-01-20',
    });
    await app.call('store.undo', { ...dossier(dossierId), revision: null });
    const [entry] = (await app.call('register.get', { seriesId })).entries;
    expect(entry).toMatchObject({ kind: 'void', number: 1 });
    expect(entry?.voided?.reason).toContain('hoàn tác');
    expect((await app.call('document.list', { dossierId }))[0]).toMatchObject({
      registration: null,
      numberText: null,
    });
    expect(await app.call('store.check', {})).toEqual([]);
    const ask = { dossierId, documentId: null, date: '2026-01-20' };
    expect((await app.call('dispatch.nextNumber', ask)).warnings.join(' ')).toContain('rồi hoàn tác');
    expect((await app.call('dispatch.register', { ...ask, number: null })).numberText).toBe('01-KH/ĐU');
    const { trace } = (await app.call('register.line', { seriesId, number: 1 })).entry;
    expect(trace?.[0]?.what).toContain('Hoàn tác, số chưa dùng');
  });

  it('undoes a registration from the book, through the dossier', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await app.call('dispatch.register', {
      dossierId: app.dossierId,
      documentId: null,
      number: null,
      date: '2026-01-20',
    });
    await app.call('store.undo', { kind: 'register', id: seriesId, revision: 1 });
    expect((await app.call('register.get', { seriesId })).entries[0]?.kind).toBe('void');
    expect((await app.call('document.list', { dossierId: app.dossierId }))[0]?.registration).toBeNull();
  });

  it('takes a sending back in the book too', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    const { seriesId } = await app.call('dispatch.register', {
      dossierId,
      documentId: null,
      number: null,
      date: '2026-01-20',
    });
    await app.call('dispatch.send', {
      waiver: 'Bản giấy đã ký, chưa quét',
      dossierId,
      documentId: null,
      date: '2026-01-21',
      channel: 'hand',
      to: null,
    });
    await app.call('store.undo', { ...dossier(dossierId), revision: null });
    expect((await app.call('dispatch.status', { dossierId })).sent).toBe(0);
    expect((await app.call('register.get', { seriesId })).entries[0]?.sentOn).toBeNull();
  });

  it('takes an import back to the trash, and only the ending of an ended dossier', async () => {
    const app = await officeWithPlan();
    const other = await app.call('plan.import', {
      text: samplePlanText.replace('27-NQ/TU ngày', '30-NQ/TU ngày'),
    });
    await app.call('store.undo', { ...dossier(other.dossierId), revision: null });
    expect(await app.call('plan.list', {})).toHaveLength(1);
    await app.call('archive.close', { dossierId: app.dossierId, despite: true });
    expect((await app.refusal('store.undo', { ...dossier(app.dossierId), revision: 1 })).code).not.toBe(
      'INTERNAL',
    );
    await app.call('store.undo', { ...dossier(app.dossierId), revision: null });
    expect((await app.call('plan.get', { dossierId: app.dossierId })).plan.status).toBe('review');
  });

  it('purges for good, and says where packages remain', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    const { sha256 } = await app.call('document.sign', {
      dossierId,
      documentId: dossierId,
      ticket: app.ports.drop({ name: 'ký.pdf', bytes: 'x' }),
    });
    expect((await app.refusal('store.purge', { dossierId, reason: 'x' })).code).toBe('BAD_REQUEST');
    expect((await app.refusal('store.purge', { dossierId, files: ['la'], reason: 'x' })).code).toBe(
      'NOT_FOUND',
    );
    const purged = await app.call('store.purge', {
      dossierId,
      files: [sha256],
      reason: 'Có dữ liệu cá nhân',
    });
    expect(purged.removedFrom.length).toBeGreaterThan(0);
    expect(purged.outside).toEqual([]);
    expect((await app.refusal('file.get', { dossierId, sha256 })).code).toBe('NOT_FOUND');
    expect((await app.call('store.history', dossier(dossierId))).some((entry) => entry.purged)).toBe(true);
    expect((await app.refusal('store.undo', { ...dossier(dossierId), revision: 2 })).code).toBe('CONFLICT');
  });
});

describe('search', () => {
  const find = async (app: Awaited<ReturnType<typeof officeWithPlan>>, text: string, limit = 50) =>
    (await app.call('search.find', { text, limit })).hits;

  it('finds with the marks that were typed, and without', async () => {
    const app = await officeWithPlan();
    await app.call('office.saveEntry', { kind: 'unit', name: 'Chi bộ Đường sắt' });
    await app.call('office.saveEntry', { kind: 'unit', name: 'Chi bộ Dương Quang' });
    const units = async (text: string) =>
      (await find(app, text)).filter(({ kind }) => kind === 'unit').map(({ title }) => title);
    expect(await units('đường')).toEqual(['Chi bộ Đường sắt']);
    expect(await units('dương')).toEqual(['Chi bộ Dương Quang']);
    expect((await units('duong')).sort()).toEqual(['Chi bộ Dương Quang', 'Chi bộ Đường sắt']);
    expect(await units('uỷ ban nhân dân')).toContain('Ủy ban nhân dân phường');
  });

  it('finds numbers however they are punctuated, tasks, recipients, the book and places', async () => {
    const app = await officeWithPlan();
    await app.call('dispatch.register', {
      dossierId: app.dossierId,
      documentId: null,
      number: 7,
      date: '2026-01-20',
    });
    for (const text of ['27-NQ/TU', '27 nq tu', 'nghị quyết 27'])
      expect(
        (await find(app, text)).map(({ kind }) => kind),
        text,
      ).toContain('document');
    expect((await find(app, '07 KH ĐU')).map(({ kind }) => kind)).toContain('register');
    expect((await find(app, 'tham mưu nội dung')).find(({ kind }) => kind === 'task')?.where).toMatch(
      /^Nhiệm vụ của Ban Xây dựng Đảng, .{10,}/,
    );
    expect((await find(app, 'tuyên giáo')).map(({ kind }) => kind)).toContain('recipient');
    expect((await find(app, 'lưu trữ')).map(({ kind }) => kind)).toContain('place');
    expect(await find(app, '  ')).toEqual([]);
    expect(await find(app, 'ban', 2)).toHaveLength(2);
  });

  it('finds what concerns a unit: its line in the plan, through its group too, its delivery, its reports', async () => {
    const app = await officeWithSchedule(['HN01', 'NX01']);
    const { dossierId } = app;
    const unitId = app.units[0] ?? '';
    const group = await app.call('office.saveEntry', {
      kind: 'group',
      name: 'Các chi bộ trực thuộc',
      memberIds: [...app.units],
    });
    const loaded = await app.call('plan.get', { dossierId });
    for (const kind of ['assignment', 'recipient']) {
      const itemId = loaded.items.find((item) => item.kind === kind)?.id ?? '';
      await app.call('plan.saveItem', { dossierId, itemId, patch: { entryIds: [group.id] } });
    }
    await app.call('report.put', {
      dossierId,
      period: '2026-Q1',
      unit: unitId,
      values: { HN01: 7341 },
      narrative: { NX01: 'Chuyện riêng' },
    });
    const wheres = async (text: string) => (await find(app, text)).map(({ where }) => where);
    const { title } = loaded.plan;
    expect((await wheres('Chi bộ Tổ dân phố số 1')).slice(0, 4)).toEqual([
      'Danh mục: đơn vị',
      `Đơn vị được giao việc, ${title}`,
      `Nơi nhận của kế hoạch, ${title}`,
      'Báo cáo của đơn vị',
    ]);
    await app.call('dispatch.register', { dossierId, documentId: null, number: null, date: '2026-03-20' });
    await app.call('dispatch.send', {
      waiver: 'Bản giấy đã ký, chưa quét',
      dossierId,
      documentId: null,
      date: '2026-03-20',
      channel: 'hand',
      to: null,
    });
    const sent = (await find(app, 'Chi bộ Tổ dân phố số 1')).find(({ where }) => where.startsWith('Đã gửi'));
    expect(sent).toMatchObject({ kind: 'delivery', dossierId, title: 'Chi bộ Tổ dân phố số 1' });
    // The plan itself was sent: its document is the dossier's own.
    expect(sent?.id.split('|')[0]).toBe(dossierId);
    // By its body and the plan together too; the plan alone is the plan, not each body that it went to.
    const kinds = async (text: string) => (await find(app, text)).map(({ kind }) => kind);
    expect(await kinds(`dân phố số 1 ${title}`)).toContain('delivery');
    expect(await kinds(title)).toContain('plan');
    expect(await kinds(title)).not.toContain('delivery');
    // “bộ” and “số” may stand in the plan's title too.
    expect(await kinds('bo so 1')).toContain('delivery');
    expect((await find(app, 'báo cáo quý I dân phố 1')).map(({ title }) => title)).toContain(
      'Báo cáo quý I năm 2026 – Chi bộ Tổ dân phố số 1',
    );
    for (const secret of ['7341', 'Chuyện riêng']) expect(await find(app, secret)).toEqual([]);
    // A new name is found at once, although no dossier changed.
    await app.call('office.saveEntry', { kind: 'unit', id: unitId, name: 'Chi bộ Hoa Sen', order: 1 });
    expect(await wheres('Hoa Sen')).toContain('Báo cáo của đơn vị');
  });

  it('follows changes, and never looks into narratives', async () => {
    const app = await officeWithSchedule(['HN01', 'NX01']);
    await app.call('report.put', {
      dossierId: app.dossierId,
      period: '2026-Q1',
      unit: app.units[0] ?? '',
      values: { HN01: 1 },
      narrative: { NX01: 'Chuyện riêng hoa phượng tím' },
    });
    expect(await find(app, 'phượng tím')).toEqual([]);
    await app.call('plan.saveHeader', {
      dossierId: app.dossierId,
      fields: { title: 'Trồng hoa phượng tím' },
    });
    expect((await find(app, 'phượng tím')).map(({ kind }) => kind)).toEqual(['plan']);
    await app.call('plan.trash', { dossierId: app.dossierId });
    expect(await find(app, 'phượng tím')).toEqual([]);
  });
});

describe('today', () => {
  const kinds = async (app: Awaited<ReturnType<typeof officeWithSchedule>>) =>
    (await app.call('today.list', {})).items.map(({ kind }) => kind);

  it('names the next step of every dossier', async () => {
    const app = await officeWithSchedule();
    const { dossierId } = app;
    expect(await app.call('today.list', {})).toMatchObject({ date: '2026-03-25', weekday: 'thứ Tư' });
    expect(await kinds(app)).toEqual(['due', 'review']);
    await app.call('plan.finishReview', { dossierId });
    expect(await kinds(app)).toContain('register');
    await app.call('dispatch.register', { dossierId, documentId: null, number: null, date: '2026-03-20' });
    expect(await kinds(app)).toContain('send');
    const sent = await app.call('dispatch.send', {
      waiver: 'Bản giấy đã ký, chưa quét',
      dossierId,
      documentId: null,
      date: '2026-03-20',
      channel: 'hand',
      to: null,
    });
    expect(await kinds(app)).toContain('confirm');
    await app.call('dispatch.acknowledge', {
      dossierId,
      recipients: sent.deliveries.map(({ id }) => id),
      date: '2026-03-21',
    });
    app.ports.at('2026-03-27T08:00:00+07:00');
    // The reports, and the counts of the week that has ended.
    expect(await kinds(app)).toEqual(['overdue', 'due']);
    // Titles of plans begin alike: the number comes first.
    for (const { detail } of (await app.call('today.list', {})).items)
      expect(detail).toMatch(/^\d{2}-KH\/ĐU · /u);
    for (const unit of app.units)
      await app.call('report.put', {
        dossierId,
        period: '2026-Q1',
        unit,
        values: { HN01: 1, HN02: 1, DV01: 1, DV02: 1 },
      });
    expect(await kinds(app)).toEqual(['due', 'close-period']);
    await app.call('report.close', { dossierId, period: '2026-Q1' });
    expect(await kinds(app)).toEqual(['due', 'archive']);
    app.ports.at('2026-06-01T08:00:00+07:00');
    expect(await kinds(app)).toContain('soon');
  });
});

describe('the sample office', () => {
  it('is whole, shows every state, and is the same for the same seed', async () => {
    const make = async (seed: number) => {
      const app = createTestApplication();
      app.ports.at('2026-07-25T08:00:00+07:00');
      const made = await app.call('sample.create', { units: 24, plans: 3, years: 2, seed });
      return { app, made };
    };
    const { app, made } = await make(1);
    expect([made.units, made.plans]).toEqual([24, 3]);
    const [dossierId = ''] = made.dossierIds;
    const states = new Set<string>();
    for (const period of ['2026-Q1', '2026-Q2', '2026-Q3'])
      for (const { state } of (await app.call('report.status', { dossierId, period })).units)
        states.add(state);
    expect([...states].sort()).toEqual(['late', 'missing', 'not-due', 'on-time', 'returned']);
    expect((await app.call('plan.get', { dossierId })).documents[0]?.numberText).toBe('01-KH/ĐU');
    expect(await app.call('store.check', {})).toEqual([]);
    const second = await make(1);
    expect(second.made).toEqual(made);
    const totals = await Promise.all(
      [app, second.app].map((one) => one.call('report.totals', { dossierId, period: '2026-Q2' })),
    );
    expect(totals[0]).toEqual(totals[1]);
    const other = await make(2);
    expect(other.made.dossierIds).not.toEqual(made.dossierIds);
    expect((await app.refusal('sample.create', {})).code).toBe('CONFLICT');
  });

  it('makes the smallest office too, and early in a year', async () => {
    const app = createTestApplication();
    app.ports.at('2027-01-05T08:00:00+07:00');
    const made = await app.call('sample.create', { units: 3, plans: 1 });
    expect(made.units).toBe(3);
    expect(made.reports).toBeGreaterThan(0);
  });
});
