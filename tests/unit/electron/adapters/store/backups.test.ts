import { beforeEach, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { createBackups } from '../../../../../electron/adapters/store/backups';
import { BACKUP_FORMAT } from '../../../../../electron/adapters/store/backup-archive';
import { backupsToDrop } from '../../../../../electron/adapters/store/thinning';
import { addDays } from '../../../../../shared/date/plain-date';
import { ok, unwrap } from '../../../../../shared/result';
import type { BackupInfo } from '../../../../../shared/ports/store';
import { faultyFileSystem } from '../../../../faults/faulty-file-system';
import { createSimulatedDisk } from '../../../../faults/simulated-disk';
import type { SimulatedDisk } from '../../../../faults/simulated-disk';
import {
  AT,
  DOSSIER,
  REGISTER,
  entry,
  meta,
  number,
  openTestStore,
  report,
} from '../../../../support/store-fixtures';

let disk: SimulatedDisk;
const open = (folder = '/data') => openTestStore({ folder, fs: disk.fs });
beforeEach(() => {
  disk = createSimulatedDisk();
});

async function filled() {
  const store = await open();
  for (let value = 1; value <= 3; value += 1) await number(store, value);
  const sha = unwrap(await store.putFile(DOSSIER, Buffer.from('bản ký '.repeat(50)), 'pdf'));
  unwrap(
    await store.commit(DOSSIER, meta('r'), (draft) => {
      draft.put('reports', report('2026-Q1', 'chi-bo-1'));
      return ok(null);
    }),
  );
  return { store, sha, backups: createBackups(store) };
}

describe('backups', () => {
  it('say so when a file can no longer be read, and leave nothing behind', async () => {
    const { store } = await filled();
    await store.close();
    const failing = faultyFileSystem(disk.fs, (call) =>
      call.name === 'open' && call.path.endsWith('.pdf') ? { kind: 'error', code: 'EIO' } : null,
    );
    const again = await openTestStore({ folder: '/data', fs: failing.fs });
    const made = await createBackups(again).create({ reason: 'Thử', at: AT });
    expect(made).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
    expect(disk.paths().filter((path) => path.startsWith('/data/backups/'))).toEqual([]);
    await again.close();
  });

  it('are told newest first, also several of one minute', async () => {
    const { backups } = await filled();
    const moments = ['08:00:10', '08:00:20', '08:00:30', '08:01:05'].map(
      (time) => `2026-03-25T${time}.000+07:00` as typeof AT,
    );
    const [first, second, third, fourth] = moments;
    for (const [at, reason] of [
      [first, 'Trước khi xóa hẳn'],
      [second, 'Trước khi xóa hẳn'],
      [third, 'Hằng ngày'],
      [fourth, 'Hằng ngày'],
    ] as const)
      unwrap(await backups.create({ reason, at: at ?? AT }));
    expect((await backups.list()).map(({ createdAt }) => createdAt)).toEqual([fourth, third, second, first]);
  });

  it('of one moment are told by the number at the end of their names', async () => {
    const { backups } = await filled();
    for (let turn = 1; turn <= 11; turn += 1) unwrap(await backups.create({ reason: 'Thử', at: AT }));
    const numbers = (await backups.list()).map(({ file }) => /thu(?:-(\d+))?\.zip$/.exec(file)?.[1] ?? '1');
    expect(numbers).toEqual(['11', '10', '9', '8', '7', '6', '5', '4', '3', '2', '1']);
  });

  it('come back in a new folder with everything', async () => {
    const { store, sha, backups } = await filled();
    const info = unwrap(await backups.create({ reason: 'Trước khi nhập', at: AT }));
    expect(info).toMatchObject({
      file: '/data/backups/vpdu-2026-03-25-0800-truoc-khi-nhap.zip',
      aggregates: 2,
      files: 1,
    });
    expect(await backups.list()).toEqual([info]);
    expect(unwrap(await backups.verify(info.file))).toEqual({ valid: true, errors: [], info });
    await number(store, 4);

    expect(unwrap(await backups.restore(info.file, '/new'))).toEqual({
      folder: '/new',
      aggregates: 2,
      files: 1,
    });
    const restored = await open('/new');
    expect(unwrap(await restored.load(REGISTER))?.view.list('entries')).toHaveLength(3);
    expect(Buffer.from(unwrap(await restored.getFile(DOSSIER, sha))).toString()).toContain('bản ký');
    expect((await restored.check()).filter((fault) => fault.severity === 'error')).toEqual([]);
    expect(unwrap(await store.load(REGISTER))?.revision).toBe(4);
    await restored.close();
    await store.close();
  });

  it('hold whole commits while commits go on', async () => {
    const { store, backups } = await filled();
    const until = { done: false };
    const commits = (async () => {
      for (let value = 100; !until.done && value < 400; value += 1) await number(store, value);
    })();
    const info = unwrap(await backups.create({ reason: '', at: AT }));
    until.done = true;
    await commits;
    unwrap(await backups.restore(info.file, '/new'));
    const restored = await open('/new');
    expect(restored.state().notices).toEqual([]);
    expect(await restored.check()).toMatchObject([{ severity: 'warning' }]);
    await restored.close();
    await store.close();
  });

  it('show any flipped byte', async () => {
    const { store, backups } = await filled();
    const { file } = unwrap(await backups.create({ reason: '', at: AT }));
    const good = disk.peek(file);
    if (!good) throw new Error('no backup');
    // Every byte of the first header and of the list at the end, every seventh between.
    for (let at = 0; at < good.length; at += at < 100 || at > good.length - 300 ? 1 : 7) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 0x20;
      disk.poke(file, bad);
      const checked = await backups.verify(file);
      expect(checked.ok && checked.value.valid, `byte ${at}`).toBe(false);
    }
    disk.poke(file, good.subarray(0, good.length - 10));
    expect(unwrap(await backups.verify(file)).valid).toBe(false);
    expect(await backups.restore(file, '/new')).toMatchObject({ ok: false });
    await store.close();
  });

  it.each(['/data', '/data/backups/new', '/', '/data/../data'])(
    'refuse to be restored into %s',
    async (target) => {
      const { store, backups } = await filled();
      const { file } = unwrap(await backups.create({ reason: '', at: AT }));
      expect(await backups.restore(file, target)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
      await store.close();
    },
  );

  it('leave nothing behind on a full disk, and say so', async () => {
    const { store } = await filled();
    await store.close();
    const begun = await openTestStore({ folder: '/data', fs: disk.fs });
    const before = disk.paths();
    let calls = Infinity;
    for (let index = 0; index < calls; index += 1) {
      const full = faultyFileSystem(disk.fs, (call) =>
        call.index >= index && ['write', 'create'].includes(call.name) ? { kind: 'short' } : null,
      );
      const backups = createBackups({ ...begun, context: { ...begun.context, fs: full.fs } });
      const made = await backups.create({ reason: '', at: AT, folder: '/usb' });
      if (made.ok) calls = index;
      else {
        expect(made.error.message).toContain('ổ đĩa đã đầy');
        expect(disk.paths(), `full from call ${index}`).toEqual(before);
      }
    }
    expect(calls).toBeGreaterThan(5);
    await begun.close();
  });

  it('refuse a folder that is not empty, and a file that is none', async () => {
    const { store, backups } = await filled();
    const { file } = unwrap(await backups.create({ reason: '', at: AT }));
    await disk.fs.makeFolder('/full/x');
    expect(await backups.restore(file, '/full')).toMatchObject({
      error: { code: 'BAD_REQUEST', message: expect.stringContaining('“/full”') as string },
    });
    expect(await backups.restore('/nothing.zip', '/new')).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await backups.verify('/data/format.json')).toMatchObject({ ok: true, value: { valid: false } });
    await store.close();
  });

  it.each(['../outside.json', 'd/../../x/history.ndjson', 'office/../../a'])(
    'refuse an archive that names "%s"',
    async (name) => {
      const { store, backups } = await filled();
      const content = Buffer.from('{}');
      const zip = new ZipFile();
      // yazl refuses such a name itself: the manifest is what a hostile archive would bring it in by.
      zip.addBuffer(content, 'format.json');
      const manifest = {
        format: BACKUP_FORMAT,
        version: 1,
        createdAt: AT,
        appVersion: '0.1.0',
        reason: '',
        aggregates: 0,
        files: 0,
        entries: [{ name, bytes: 2, sha256: '' }],
      };
      zip.addBuffer(Buffer.from(JSON.stringify(manifest)), 'manifest.json');
      zip.end();
      const chunks: Buffer[] = [];
      for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
      disk.poke('/hostile.zip', Buffer.concat(chunks));
      expect(await backups.restore('/hostile.zip', '/new')).toMatchObject({ error: { code: 'BAD_REQUEST' } });
      expect(disk.paths().some((path) => path.startsWith('/new') || path.startsWith('/outside'))).toBe(false);
      await store.close();
    },
  );
});

describe('thinning', () => {
  it('keeps all of 7 days, one a week for 2 months, one a month after', () => {
    const today = '2026-12-31';
    const all: BackupInfo[] = Array.from({ length: 365 }, (_, age) => {
      const day = addDays(today, -age);
      return { file: day, createdAt: `${day}T08:00:00+07:00`, bytes: 1, aggregates: 1, files: 0 };
    });
    const dropped = new Set(backupsToDrop(all, `${today}T09:00:00+07:00`).map((backup) => backup.file));
    const kept = all.map((backup) => backup.file).filter((file) => !dropped.has(file));
    expect(kept.slice(0, 8)).toEqual(Array.from({ length: 8 }, (_, age) => addDays(today, -age)));
    expect(kept.filter((file) => file < '2026-10-01')).toHaveLength(9);
    const weekly = kept.filter((file) => file > '2026-10-31' && file < '2026-12-21');
    expect(weekly.length).toBeGreaterThanOrEqual(6);
    expect(weekly.length).toBeLessThanOrEqual(8);
  });

  it('never drops the newest', () => {
    const old = { file: 'a', createdAt: '2020-01-01T08:00:00+07:00', bytes: 1, aggregates: 1, files: 0 };
    expect(backupsToDrop([old], AT)).toEqual([]);
  });
});

describe('purge', () => {
  it('removes content from data, history, snapshots, trash and backups, and the chain still verifies', async () => {
    const { store, sha, backups } = await filled();
    const secret = 'ĐOẠN KHÔNG ĐƯỢC CÓ';
    unwrap(
      await store.commit(REGISTER, meta('secret'), (draft) => {
        draft.put('entries', entry(50, { subject: secret }));
        draft.put('entries', entry(51));
        return ok({ subject: secret });
      }),
    );
    await number(store, 52);
    await store.close();
    const again = await open();
    const second = createBackups(again);
    const backup = unwrap(await second.create({ reason: '', at: AT }));
    const done = unwrap(
      await again.purge(
        REGISTER,
        { records: [{ table: 'entries', id: '50' }] },
        'Nội dung mật',
        meta('purge', { expectedRevision: 5, command: 'store.purge' }),
      ),
    );
    expect(done.removedFrom).toEqual([
      'Dữ liệu đang dùng',
      'Lịch sử thay đổi',
      'Bản sao lưu vpdu-2026-03-25-0800.zip',
    ]);
    const view = unwrap(await again.load(REGISTER))?.view;
    expect(view?.get('entries', '50')).toBeUndefined();
    expect(view?.get('entries', '51')).toBeDefined();
    const history = unwrap(await again.history(REGISTER));
    expect(history.map((line) => [line.revision, line.purged?.reason ?? null])).toEqual([
      [6, 'Nội dung mật'],
      [5, null],
      [4, 'Nội dung mật'],
      [3, null],
      [2, null],
      [1, null],
    ]);
    expect((await again.check()).filter((fault) => fault.severity === 'error')).toEqual([]);
    expect(await again.commit(REGISTER, meta('secret'), () => ok(null))).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    unwrap(await second.restore(backup.file, '/restored'));
    await again.close();
    for (const path of disk.paths()) expect(disk.peek(path)?.includes(secret), path).toBe(false);
    expect(unwrap(await backups.verify(backup.file)).valid).toBe(true);
    expect(sha).toHaveLength(64);
  });

  it('removes a kept file everywhere', async () => {
    const { store, sha, backups } = await filled();
    const info = unwrap(await backups.create({ reason: '', at: AT }));
    const { trashId } = unwrap(await store.trash(REGISTER, meta('t')));
    expect(trashId).toContain('register');
    unwrap(await store.purge(DOSSIER, { files: [sha] }, 'Tệp mật', meta('p')));
    expect(await store.getFile(DOSSIER, sha)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(unwrap(await backups.verify(info.file))).toMatchObject({ valid: true, info: { files: 0 } });
    await store.close();
    expect(disk.paths().filter((path) => path.includes(sha))).toEqual([]);
  });
});
