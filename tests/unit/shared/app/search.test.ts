/** Search as a use case: filters and counts, the office's own files read once and forgotten with them, the book purged. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createSearchIndex } from '../../../../shared/app/search/search-index';
import { ok } from '../../../../shared/result';
import type { InputOf } from '../../../../shared/rpc/contract';
import { officeWithPlan } from '../../../support/test-application';

type Office = Awaited<ReturnType<typeof officeWithPlan>>;
let app: Office;
beforeEach(async () => {
  app = await officeWithPlan();
});

const find = (text: string, more: Partial<InputOf<'search.find'>> = {}) =>
  app.call('search.find', { text, ...more });
const drop = (name: string, text: string) => app.ports.drop({ name, bytes: Buffer.from(text, 'utf8') });

async function signed(text: string, name = 'ban-ky.pdf') {
  const { dossierId } = app;
  const { documentId } = await app.call('document.add', {
    dossierId,
    type: 'CV',
    title: 'Công văn thử',
    ticket: null,
  });
  const { sha256 } = await app.call('document.sign', { dossierId, documentId, ticket: drop(name, text) });
  return { documentId, sha256 };
}

const line = (subject: string, ticket: string | null = null) =>
  app.call('incoming.register', {
    issuer: 'Thành ủy',
    subject,
    numberText: '64-KH/TU',
    arrivedOn: '2026-03-20',
    ticket,
  });

describe('filters', () => {
  it('narrow by kind, year, state and dossier; counts are of all kinds, years of all years', async () => {
    await line('về nghị quyết 27 của thành phố');
    const all = await find('nghị quyết 27');
    expect(all.counts.incoming).toBe(1);
    expect(all.counts.plan).toBeGreaterThan(0);
    const incoming = await find('nghị quyết 27', { groups: ['incoming'] });
    expect(new Set(incoming.hits.map(({ group }) => group))).toEqual(new Set(['incoming']));
    expect(incoming.counts).toEqual(all.counts);
    const other = await find('nghị quyết 27', { year: '2019' });
    expect(other.hits).toEqual([]);
    expect(other.years).toEqual(['2026']);
    expect((await find('nghị quyết 27', { dossierId: app.dossierId })).counts.incoming).toBe(0);
    expect((await find('nghị quyết 27', { state: 'ended' })).hits).toEqual([]);
    await app.call('archive.close', { dossierId: app.dossierId, despite: true });
    const ended = await find('nghị quyết 27', { state: 'ended' });
    expect(ended.counts.plan).toBeGreaterThan(0);
    expect((await find('nghị quyết 27', { state: 'open' })).hits).toEqual([]);
  });

  it('take at most so many of a group', async () => {
    const { hits, counts } = await find('ban', { perGroup: 2 });
    const tasks = hits.filter(({ group }) => group === 'task');
    expect(tasks.length).toBe(Math.min(2, counts.task));
  });
});

describe('the office’s own files', () => {
  it('are found by name and by words, and say where they belong', async () => {
    const { sha256 } = await signed('Nội dung có chữ hoa mẫu đơn trong bản ký');
    const [byWords] = (await find('mẫu đơn')).hits;
    expect(byWords).toMatchObject({
      kind: 'file',
      id: sha256,
      dossierId: app.dossierId,
      title: 'ban-ky.pdf',
      where: 'Bản ký của “Công văn thử”',
    });
    const [start, end] = byWords?.excerptMarks[0] ?? [0, 0];
    expect(byWords?.excerpt.slice(start, end)).toBe('mẫu');
    expect((await find('ban ky pdf', { groups: ['file'] })).hits).toHaveLength(1);
  });

  it('are read once, whatever is asked, and again where the cache was lost', async () => {
    let reads = 0;
    const { textReader } = app.ports;
    const counted = {
      ...textReader,
      read: async (...of: Parameters<typeof textReader.read>) => ((reads += 1), textReader.read(...of)),
    };
    await signed('chữ trong tệp');
    const index = createSearchIndex({ ...app.ports, textReader: counted });
    const ask = { groups: null, year: null, state: null, dossierId: null, limit: 9, perGroup: null } as const;
    for (const text of ['chữ', 'tệp', 'trong']) await index.find({ ...ask, text, whole: true });
    expect(reads).toBe(1);
    const again = createSearchIndex({ ...app.ports, textReader: counted });
    await again.find({ ...ask, text: 'chữ', whole: true });
    expect(reads).toBe(1);
    await app.ports.textCache.keepOnly(new Set());
    const third = createSearchIndex({ ...app.ports, textReader: counted });
    await third.find({ ...ask, text: 'chữ', whole: true });
    expect(reads).toBe(2);
  });

  it('that have no words are counted, and asked for no second time', async () => {
    await signed('ảnh', 'quet.jpg');
    const { withoutText, reading } = await find('quet');
    expect({ withoutText, reading }).toEqual({ withoutText: 1, reading: 0 });
  });

  it('are told as still to be read to a window, which is answered at once', async () => {
    await signed('chữ hiếm có');
    const first = await find('hiếm', { whole: false });
    expect(first.building || first.reading > 0).toBe(true);
    expect((await find('hiếm')).hits).toHaveLength(1);
    expect(await find('hiếm', { whole: false })).toMatchObject({ building: false, reading: 0 });
  });

  it('are forgotten with a purge and the trash; an earlier signed copy is still the document’s', async () => {
    const { sha256, documentId } = await signed('chữ hiếm có');
    const { dossierId } = app;
    await app.call('document.sign', { dossierId, documentId, ticket: drop('moi.pdf', 'bản khác hẳn') });
    expect((await find('hiếm')).hits[0]?.where).toBe('Tệp của “Công văn thử”');
    expect(app.ports.texts.has(sha256)).toBe(true);
    await app.call('store.purge', { dossierId, files: [sha256], reason: 'Nhầm' });
    expect((await find('hiếm')).hits).toEqual([]);
    expect(app.ports.texts.has(sha256)).toBe(false);
    expect((await find('khác hẳn')).hits).toHaveLength(1);
    await app.call('plan.trash', { dossierId });
    expect((await find('khác hẳn')).hits).toEqual([]);
    expect(app.ports.texts.size).toBe(0);
  });

  it('leave nothing when a purge comes while they are being read', async () => {
    const { sha256 } = await signed('chữ hiếm có');
    let purged: Promise<unknown> | null = null;
    const slow = {
      ...app.ports.textReader,
      read: async (bytes: Uint8Array) => {
        purged = app.call('store.purge', { dossierId: app.dossierId, files: [sha256], reason: 'Nhầm' });
        await purged;
        return ok(Buffer.from(bytes).toString('utf8'));
      },
    };
    const index = createSearchIndex({ ...app.ports, textReader: slow });
    await index.warmUp();
    expect(purged).not.toBeNull();
    expect(app.ports.texts.has(sha256)).toBe(false);
  });
});

describe('Xóa hẳn in the incoming book', () => {
  it('takes a line with its files, keeps the number, and leaves files that another line holds', async () => {
    const ticket = () => drop('den.pdf', 'nội dung chung');
    const first = await line('về việc thứ nhất', ticket());
    const second = await line('về việc thứ hai', ticket());
    const records = [{ table: 'entries', id: first.id }];
    await app.call('store.purge', { dossierId: null, records, reason: 'Ghi nhầm' });
    const gone = await app.call('incoming.get', { id: first.id });
    expect(gone).toMatchObject({ subject: '(đã xóa hẳn)', number: first.number, files: [] });
    expect(gone.voided?.reason).toBe('Xóa hẳn: Ghi nhầm');
    const kept = await app.call('incoming.get', { id: second.id });
    expect(kept.files).toHaveLength(1);
    const history = await app.call('store.history', { kind: 'incoming', id: 'incoming', limit: 20 });
    expect(JSON.stringify(history)).not.toContain('thứ nhất');
    await app.call('store.purge', {
      dossierId: null,
      records: [{ table: 'entries', id: second.id }],
      reason: 'Nhầm',
    });
    expect((await line('về việc thứ ba')).number).toBe(second.number + 1);
    expect((await find('nội dung chung')).hits).toEqual([]);
  });

  it('takes a file alone, and the line says so', async () => {
    const { id } = await line('về việc có tệp', drop('den.pdf', 'nội dung'));
    const [sha256 = ''] = (await app.call('incoming.get', { id })).files;
    await app.call('store.purge', { dossierId: null, files: [sha256], reason: 'Tệp nhầm' });
    const after = await app.call('incoming.get', { id });
    expect(after.files).toEqual([]);
    expect(after.trace.at(-1)?.what).toBe('Xóa hẳn 1 tệp: Tệp nhầm');
    expect((await app.refusal('incoming.file', { id, sha256 })).code).toBe('NOT_FOUND');
  });

  it('is refused for what is not in the book, and cannot be taken back', async () => {
    const purge = (more: object) => app.refusal('store.purge', { dossierId: null, reason: 'x', ...more });
    expect((await purge({ records: [{ table: 'entries', id: '2026-9' }] })).code).toBe('NOT_FOUND');
    expect((await purge({ files: ['0'.repeat(64)] })).code).toBe('NOT_FOUND');
    expect((await purge({})).code).toBe('BAD_REQUEST');
    const { id } = await line('về việc');
    await app.call('store.purge', { dossierId: null, records: [{ table: 'entries', id }], reason: 'Nhầm' });
    const undo = { kind: 'incoming', id: 'incoming', revision: null } as const;
    expect((await app.refusal('store.undo', undo)).code).toBe('CONFLICT');
  });
});

describe('a hit', () => {
  it('of a number glued is every hit of the number with its signs', async () => {
    await line('triển khai Nghị quyết số 27-NQ/TU của Thành ủy');
    const { dossierId } = app;
    await app.call('document.add', { dossierId, type: 'CV', title: 'Công văn theo 27-NQ/TU', ticket: null });
    const keys = async (text: string) =>
      (await find(text)).hits.map(({ kind, id }) => `${kind} ${id}`).sort();
    expect(await keys('27NQTU')).toEqual(await keys('27-NQ/TU'));
    expect((await keys('27NQTU')).length).toBeGreaterThan(1);
  });

  it('of a task or a target names its plan', async () => {
    const { plan } = await app.call('plan.get', { dossierId: app.dossierId });
    const { hits } = await find('ban', { groups: ['task'], limit: 200 });
    expect(hits.length).toBeGreaterThan(0);
    for (const { where } of hits) expect(where).toContain(plan.title);
    const { dossierId } = app;
    await app.call('dispatch.register', { dossierId, documentId: null, number: 7, date: '2026-01-20' });
    const [numbered] = (await find('ban', { groups: ['task'] })).hits;
    expect(numbered?.where).toContain(`, số 07-KH/ĐU ${plan.title}`);
  });
});

describe('a number, however its signs are typed', () => {
  it('that a plan took finds the plan first, then the line of the book with its subject', async () => {
    const { plan } = await app.call('plan.get', { dossierId: app.dossierId });
    const ask = { dossierId: app.dossierId, documentId: null, number: 64, date: '2026-01-20' };
    await app.call('dispatch.register', ask);
    for (const typed of ['64-KH/ĐU', '64khđu', '64 kh du', 'số 64-kh/đu']) {
      const [first, second] = (await find(typed)).hits;
      expect([first?.kind, first?.id], typed).toEqual(['plan', app.dossierId]);
      expect(first?.where, typed).toContain('64-KH/ĐU');
      expect(second?.kind, typed).toBe('register');
      expect(second?.title, typed).toContain(plan.title);
    }
    await app.call('store.undo', { kind: 'dossier', id: app.dossierId, revision: null });
    const [left] = (await find('64-KH/ĐU')).hits;
    expect([left?.kind, left?.where]).toEqual(['register', expect.stringContaining('(đã hủy)')]);
  });

  it('is the first hit in the incoming book too, above plans that hold its parts', async () => {
    await line('về việc học tập 64 điều, kh của tổ dân phố');
    await app.call('plan.import', {
      text: 'KẾ HOẠCH\ntuyên truyền 64 kh tu của tổ\nI. MỤC ĐÍCH\n1. Nâng cao nhận thức 64, kh, tu.',
    });
    for (const typed of ['64 kh tu', '64KHTU', '64-KH/TU', '64/kh tu', 'số 64 kh-tu']) {
      const [first] = (await find(typed)).hits;
      expect(first?.kind, typed).toBe('incoming');
      expect(first?.title, typed).toContain('64-KH/TU');
    }
  });
});
