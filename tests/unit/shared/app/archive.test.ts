import { describe, expect, it } from 'vitest';
import { restoredFolderName } from '../../../../shared/text/file-name';
import { createTestApplication, officeWithPlan, officeWithSchedule } from '../../../support/test-application';

type Scheduled = Awaited<ReturnType<typeof officeWithSchedule>>;

/** Everything done that a dossier needs before it is ended. */
async function finished(): Promise<Scheduled> {
  const app = await officeWithSchedule();
  const { dossierId } = app;
  const { items } = await app.call('plan.get', { dossierId });
  await app.call('plan.acceptItems', { dossierId, itemIds: items.map(({ id }) => id) });
  await app.call('plan.finishReview', { dossierId });
  await app.call('dispatch.register', { dossierId, documentId: null, number: 7, date: '2026-01-20' });
  await app.call('document.sign', {
    dossierId,
    documentId: dossierId,
    ticket: app.ports.drop({ name: 'bản ký.pdf', bytes: '%PDF-ký' }),
  });
  const { deliveries } = await app.call('dispatch.send', {
    dossierId,
    documentId: null,
    date: '2026-01-21',
    channel: 'network',
    to: null,
  });
  await app.call('dispatch.acknowledge', {
    dossierId,
    recipients: deliveries.map(({ id }) => id),
    date: '2026-01-22',
  });
  for (const unit of app.units)
    await app.call('report.put', {
      dossierId,
      period: '2026-Q1',
      unit,
      values: { HN01: 1, HN02: 30, DV01: 20, DV02: 19 },
    });
  await app.call('report.close', { dossierId, period: '2026-Q1' });
  const { tasks, recurring } = await app.call('task.board', { dossierId });
  for (const { id } of recurring) await app.call('task.describe', { dossierId, item: id, rhythm: 'none' });
  await app.call('task.put', {
    dossierId,
    duties: tasks.map(({ id }) => ({ task: id, units: null })),
    state: 'done',
  });
  return app;
}

const bag = (app: Scheduled, ticket: string): ReadonlyMap<string, string> =>
  new Map(app.ports.taken(ticket).map(({ name, bytes }) => [name, Buffer.from(bytes).toString('utf8')]));

describe('documents in the package', () => {
  it('carries drafts unless they are left out, proofs, and what became of each document', async () => {
    const app = await finished();
    const { dossierId } = app;
    await app.call('document.addDraft', {
      dossierId,
      documentId: dossierId,
      ticket: app.ports.drop({ name: 'dự thảo.docx', bytes: 'lần một' }),
    });
    const { rows } = await app.call('delivery.list', { only: 'all', dossierId });
    await app.call('delivery.record', {
      dossierId,
      deliveryIds: [rows[0]?.id ?? ''],
      state: 'received',
      date: '2026-01-23',
      proof: { kind: 'stamped-slip' },
      ticket: app.ports.drop({ name: 'phiếu.jpg', bytes: 'ảnh' }),
    });
    await app.call('archive.close', { dossierId });
    const taken = async (drafts: boolean) =>
      bag(app, (await app.call('archive.export', { dossierId, format: 'folder', drafts })).ticket);
    const names = [...(await taken(true)).keys()].join('\n');
    expect(names).toContain('du-thao');
    expect(names).toContain('minh-chung-gui-nhan');
    const without = await taken(false);
    expect([...without.keys()].join('\n')).not.toContain('du-thao/');
    const list = [...without].find(([name]) => name.endsWith('muc-luc-van-ban.csv'))?.[1] ?? '';
    expect(list).toContain(`Bản ký kèm theo; ${rows.length}/${rows.length} nơi xác nhận đã nhận`);
  });
});

describe('ending a dossier', () => {
  it('says what is lacking, as sentences', async () => {
    const app = await officeWithSchedule();
    const { lacking, retention, retentionSource } = await app.call('archive.check', {
      dossierId: app.dossierId,
    });
    expect(lacking).toContain('Kế hoạch chưa duyệt xong nội dung đã đọc.');
    expect(lacking.join('\n')).toMatch(/chưa có số/u);
    expect(lacking.join('\n')).toMatch(/chưa có bản ký/u);
    expect(lacking).toContain('Báo cáo quý I năm 2026: còn 3/3 đơn vị chưa nộp.');
    expect(lacking).toContain('Số liệu quý I năm 2026 chưa chốt.');
    // The plan carries out a superior's nghị quyết.
    expect(retention).toBe('Vĩnh viễn');
    expect(retentionSource).toContain('TT 09/2011');
  });

  it('ends a finished one, which is then only read, until it is opened again', async () => {
    const app = await finished();
    const { dossierId } = app;
    expect((await app.call('archive.check', { dossierId })).lacking).toEqual([]);
    await app.call('archive.close', { dossierId });
    const { plan, archive } = await app.call('plan.get', { dossierId });
    expect([plan.status, archive?.retention, archive?.closedBy]).toEqual([
      'closed',
      'Vĩnh viễn',
      'Nguyễn Thị Mai',
    ]);
    const refused = await app.refusal('plan.saveHeader', { dossierId, fields: { title: 'Khác' } });
    expect([refused.code, refused.message.includes('đã kết thúc')]).toEqual(['FORBIDDEN', true]);
    expect(
      (
        await app.refusal('report.put', {
          dossierId,
          period: '2026-Q1',
          unit: app.units[0] ?? '',
          values: { HN01: 9 },
        })
      ).code,
    ).toBe('FORBIDDEN');
    expect(
      (
        await app.refusal('dispatch.register', {
          dossierId,
          documentId: null,
          number: null,
          date: '2026-02-01',
        })
      ).code,
    ).toBe('FORBIDDEN');
    expect((await app.refusal('archive.close', { dossierId })).code).toBe('CONFLICT');
    expect(await app.call('plan.list', {})).toEqual([]);
    expect(await app.call('plan.list', { archived: true })).toHaveLength(1);
    await app.call('archive.reopen', { dossierId, reason: 'Bổ sung báo cáo' });
    const opened = await app.call('plan.get', { dossierId });
    expect(opened.plan.status).toBe('issued');
    expect(opened.plan.notes?.[0]?.text).toContain('Bổ sung báo cáo');
    expect((await app.refusal('archive.reopen', { dossierId, reason: 'x' })).code).toBe('CONFLICT');
    await app.call('plan.saveHeader', { dossierId, fields: { title: 'Khác' } });
  });

  it('refuses an unfinished one unless told so, and records what was lacking', async () => {
    const app = await officeWithPlan();
    const refused = await app.refusal('archive.close', { dossierId: app.dossierId });
    expect(refused.code).toBe('CONFLICT');
    expect(
      (await app.refusal('archive.close', { dossierId: app.dossierId, despite: true, retention: 'lâu' }))
        .fieldErrors?.['retention'],
    ).toBeDefined();
    await app.call('archive.close', { dossierId: app.dossierId, despite: true, retention: '20 năm' });
    const { archive } = await app.call('plan.get', { dossierId: app.dossierId });
    expect(archive?.retention).toBe('20 năm');
    expect(archive?.lacking.length).toBeGreaterThan(1);
  });
});

describe('the open package', () => {
  it('holds documents, signed copies, history, plain data and its list; and verifies', async () => {
    const app = await finished();
    await app.call('archive.close', { dossierId: app.dossierId });
    const offered = await app.call('archive.export', { dossierId: app.dossierId, format: 'folder' });
    const files = bag(app, offered.ticket);
    expect([...files.keys()].slice(0, 4)).toEqual([
      'bagit.txt',
      'bag-info.txt',
      'manifest-sha256.txt',
      'tagmanifest-sha256.txt',
    ]);
    expect(files.get('data/ban-ky/01 07-KH-ĐU.pdf')).toBe('%PDF-ký');
    expect(files.get('data/muc-luc-van-ban.csv')).toContain('07-KH/ĐU');
    expect(files.get('data/muc-luc-van-ban.pdf')).toContain('MỤC LỤC VĂN BẢN');
    expect(files.get('data/con-thieu.txt')).toMatch(/^Ngày xuất: \d\d\/\d\d\/\d{4}\n/u);
    const plain = JSON.parse(files.get('data/ho-so.json') ?? '{}') as {
      reports: unknown[];
      documents: { numberText: string }[];
    };
    expect([plain.reports.length, plain.documents[0]?.numberText]).toEqual([3, '07-KH/ĐU']);
    const lines = (files.get('data/lich-su.ndjson') ?? '')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { revision: number }).revision);
    expect(lines).toEqual(lines.map((_, index) => index + 1));
    const { archive } = await app.call('plan.get', { dossierId: app.dossierId });
    expect(archive?.exports).toHaveLength(1);

    const verify = async (change: (name: string, bytes: Uint8Array) => Uint8Array | null, prefix = '') => {
      const dropped = app.ports.taken(offered.ticket).flatMap(({ name, bytes }) => {
        const content = change(name, bytes);
        return content ? [{ name: `${prefix}${name}`, bytes: content }] : [];
      });
      return app.call('archive.verify', { ticket: app.ports.drop(...dropped) });
    };
    expect(await verify((_, bytes) => bytes)).toEqual({ valid: true, errors: [] });
    expect((await verify((_, bytes) => bytes, 'thu-muc/goi/')).valid).toBe(true);
    const changed = await verify((name, bytes) => (name.endsWith('.csv') ? new Uint8Array([1]) : bytes));
    expect([changed.valid, changed.errors.join()]).toEqual([
      false,
      expect.stringContaining('muc-luc-van-ban.csv'),
    ]);
    expect(
      (await verify((name, bytes) => (name.endsWith('ho-so.json') ? null : bytes))).errors.join(),
    ).toContain('ho-so.json');
    expect((await verify((name, bytes) => (name === 'bagit.txt' ? null : bytes))).valid).toBe(false);
  });

  it('is one zip with one folder in it', async () => {
    const app = await finished();
    const offered = await app.call('archive.export', { dossierId: app.dossierId });
    expect(offered.files).toHaveLength(1);
    const [zip] = app.ports.taken(offered.ticket);
    const ticket = app.ports.drop({ name: offered.suggestedName, bytes: zip?.bytes ?? '' });
    expect(await app.call('archive.verify', { ticket })).toEqual({ valid: true, errors: [] });
    const entries = await app.ports.zipReader.unzip(zip?.bytes ?? new Uint8Array(), 'a.zip');
    const tops = new Set(entries.ok ? entries.value.map(({ name }) => name.split('/')[0]) : []);
    expect(tops.size).toBe(1);
    expect((await app.refusal('archive.export', { dossierId: 'la' })).code).toBe('NOT_FOUND');
  });
});

it('backs up, verifies and restores through the port', async () => {
  const app = await officeWithPlan();
  const made = await app.call('backup.create', {});
  expect(await app.call('backup.list', {})).toEqual([made]);
  expect((await app.call('backup.verify', { file: made.file })).valid).toBe(true);
  expect((await app.call('backup.verify', { file: 'la.zip' })).valid).toBe(false);
  expect((await app.call('backup.restore', { file: made.file, newFolder: 'moi' })).folder).toBe('moi');
  expect((await app.refusal('backup.restore', { file: made.file, newFolder: 'dang-dung' })).code).toBe(
    'CONFLICT',
  );
  expect((await app.call('store.state', {})).lastBackup).toBe(made.createdAt);
});

it('turns to restored data from the next start on, also where nothing can be written', async () => {
  const app = createTestApplication({ readOnlyBecause: 'Thư mục đang mở ở máy khác.' });
  expect(await app.call('store.useFolder', { folder: 'moi' })).toEqual({
    folder: 'moi',
    previous: 'dang-dung',
  });
  expect(await app.call('store.state', {})).toMatchObject({ previousFolder: null, nextFolder: 'moi' });
  expect((await app.refusal('store.useFolder', { folder: 'trong' })).code).toBe('NOT_FOUND');
});

it('proposes a name for restored data that says when they were', () => {
  expect(restoredFolderName('2026-03-17T01:00:00.000Z')).toBe('data-2026-03-17-0800');
});

describe('what is restricted', () => {
  it('stays out of the package, of its history too, with a note; and goes in where it is asked for', async () => {
    const app = await officeWithSchedule(['HN01', 'NX01', 'NX02']);
    const { indicators } = await app.call('office.get', {});
    const secret = indicators.find(({ id }) => id === 'NX02');
    if (!secret) throw new Error('no NX02');
    await app.call('office.saveIndicator', { ...secret, restricted: true });
    const put = (words: string) =>
      app.call('report.put', {
        dossierId: app.dossierId,
        period: '2026-Q1',
        unit: app.units[0] ?? '',
        values: { HN01: 1 },
        narrative: { NX01: 'Kịp thời', NX02: words },
        evidence: [app.ports.drop({ name: 'bản gốc.pdf', bytes: Buffer.from(`%PDF-1.4 ${words}`) })],
      });
    await put('Lo về giá đất');
    await put('Đã yên tâm');
    const taken = async (restricted: boolean) => {
      const input = { dossierId: app.dossierId, format: 'folder', restricted } as const;
      const files = bag(app, (await app.call('archive.export', input)).ticket);
      return { text: [...files.values()].join('\n'), names: [...files.keys()] };
    };
    const closed = await taken(false);
    expect(closed.text).toContain('Kịp thời');
    expect(closed.text).not.toMatch(/Lo về giá đất|Đã yên tâm/u);
    expect(closed.names).toContain('data/phan-de-lai.txt');
    const open = await taken(true);
    expect(open.text).toContain('Lo về giá đất');
    expect(open.names).not.toContain('data/phan-de-lai.txt');
  });
});
