/** Who may write: the lock, newer data, older data and its migration. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ProcessInfo } from '../../../../../electron/adapters/store/lock';
import { createBackups } from '../../../../../electron/adapters/store/backups';
import { openStore } from '../../../../../electron/adapters/store/open-store';
import type { OpenStoreOptions } from '../../../../../electron/adapters/store/open-store';
import { ok, unwrap } from '../../../../../shared/result';
import { AGGREGATES } from '../../../../../shared/schema/aggregates';
import type { Migration } from '../../../../../shared/schema/migrate';
import { faultyFileSystem } from '../../../../faults/faulty-file-system';
import { createSimulatedDisk } from '../../../../faults/simulated-disk';
import type { SimulatedDisk } from '../../../../faults/simulated-disk';
import {
  REGISTER,
  entry,
  meta,
  number,
  openTestStore,
  storeOptions,
} from '../../../../support/store-fixtures';

let disk: SimulatedDisk;
beforeEach(() => {
  disk = createSimulatedDisk();
});

function program(pid: number, alive: readonly number[], rest: Partial<ProcessInfo> = {}): ProcessInfo {
  return {
    pid,
    host: 'may-1',
    hostKind: 'electron',
    bootTime: 0,
    patience: 0,
    isAlive: (one) => alive.includes(one),
    ...rest,
  };
}
const open = (process: ProcessInfo) => openTestStore({ folder: '/data', fs: disk.fs, process });

describe('the lock', () => {
  it('lets a second program only read, and says who holds it', async () => {
    const first = await open(program(11, [11, 12]));
    await number(first, 1);
    const second = await open(program(12, [11, 12], { hostKind: 'cli' }));
    expect(second.state().readOnlyBecause).toContain('cửa sổ chương trình trên máy này (tiến trình 11');
    const refused = await second.commit(REGISTER, meta('x'), () => ok(null));
    expect(refused).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE', details: { readOnly: true } } });
    expect(await second.putFile(REGISTER, Buffer.from('x'), 'pdf')).toMatchObject({ ok: false });
    expect(unwrap(await second.load(REGISTER))?.revision).toBe(1);
    await number(first, 2);
    expect(unwrap(await second.load(REGISTER))?.revision).toBe(2);
    expect((await second.list('register'))[0]?.revision).toBe(2);
    await second.close();
    expect(disk.peek('/data/lock.json')).toBeDefined();
    await first.close();
    expect(disk.peek('/data/lock.json')).toBeUndefined();
  });

  it('is taken over from a program that is no more', async () => {
    const first = await open(program(11, [11]));
    await number(first, 1);
    const second = await open(program(12, [12]));
    expect(second.state().readOnlyBecause).toBeNull();
    await number(second, 2);
    await second.close();
    await first.close();
  });

  it('is not taken over from another PC, whatever its number', async () => {
    await open(program(11, [11]));
    const second = await open(program(12, [], { host: 'may-2' }));
    expect(second.state().readOnlyBecause).toContain('trên máy “may-1”');
  });

  it('left behind before the PC was started is taken over, though its number is in use again', async () => {
    await open(program(11, [11]));
    const later = await open(program(12, [11, 12], { bootTime: Date.now() + 60_000 }));
    expect(later.state().readOnlyBecause).toBeNull();
    await later.close();
  });

  it.each(['', '{"pid":', '\0\0\0'])('that is damaged (%j) is taken over', async (content) => {
    await disk.fs.makeFolder('/data');
    disk.poke('/data/lock.json', Buffer.from(content));
    const store = await open(program(11, [11]));
    expect(store.state().readOnlyBecause).toBeNull();
    await store.close();
  });

  it('goes to one of many that open at once', async () => {
    const all = await Promise.all(
      [21, 22, 23, 24, 25].map((pid) => open(program(pid, [21, 22, 23, 24, 25]))),
    );
    expect(all.filter((store) => store.state().readOnlyBecause === null)).toHaveLength(1);
  });
});

describe('the format', () => {
  it('of a newer program opens read-only and names the version needed', async () => {
    const store = await open(program(11, [11]));
    await number(store, 1);
    await store.close();
    const format = JSON.parse(disk.peek('/data/format.json')?.toString() ?? '') as object;
    disk.poke(
      '/data/format.json',
      Buffer.from(JSON.stringify({ ...format, version: 2, appVersion: '3.4.0' })),
    );
    const older = await open(program(12, [12]));
    expect(older.state().readOnlyBecause).toContain('phiên bản 3.4.0');
    expect(unwrap(await older.load(REGISTER))?.view.list('entries')).toHaveLength(1);
    expect(await older.commit(REGISTER, meta('x'), () => ok(null))).toMatchObject({
      error: { code: 'UNAVAILABLE' },
    });
    await older.close();
    expect(disk.peek('/data/format.json')?.toString()).toContain('3.4.0');
  });

  it('in a folder that cannot be written opens read-only', async () => {
    const store = await open(program(11, [11]));
    await number(store, 1);
    await store.close();
    const denied = faultyFileSystem(disk.fs, (call) =>
      ['create', 'write', 'rename', 'remove', 'truncate'].includes(call.name)
        ? { kind: 'error', code: 'EACCES' }
        : null,
    );
    const reader = await openTestStore({ folder: '/data', fs: denied.fs, process: program(12, [12]) });
    expect(reader.state().readOnlyBecause).toContain('không có quyền');
    expect(unwrap(await reader.load(REGISTER))?.revision).toBe(1);
    await reader.close();
  });

  it.each(['ENOSPC', 'EDQUOT'])(
    'on a full disk (%s) opens read-only, reads, checks, and leaves no lock',
    async (code) => {
      const store = await open(program(11, [11]));
      await number(store, 1);
      await store.close();
      // Names still fit, contents do not: so does a full disk behave.
      const full = faultyFileSystem(disk.fs, (call) =>
        call.name === 'write' ? { kind: 'error', code } : null,
      );
      const reader = await openTestStore({ folder: '/data', fs: full.fs, process: program(12, [12]) });
      expect(reader.state().readOnlyBecause).toContain('ổ đĩa đã đầy');
      expect(unwrap(await reader.load(REGISTER))?.revision).toBe(1);
      expect(await reader.list('register')).toHaveLength(1);
      expect(await reader.check()).toEqual([]);
      expect(await reader.commit(REGISTER, meta('x'), () => ok(null))).toMatchObject({
        error: { code: 'UNAVAILABLE' },
      });
      await reader.close();
      expect(disk.peek('/data/lock.json')).toBeUndefined();
    },
  );

  it('where only what follows the lock fails to be written opens read-only and lets the lock go', async () => {
    const store = await open(program(11, [11]));
    await number(store, 1);
    await store.close();
    disk.poke('/data/catalog.json.left.tmp', Buffer.from('x'));
    const full = faultyFileSystem(disk.fs, (call) =>
      call.name === 'remove' && !call.path.endsWith('lock.json') ? { kind: 'error', code: 'ENOSPC' } : null,
    );
    const reader = await openTestStore({ folder: '/data', fs: full.fs, process: program(12, [12]) });
    expect(reader.state().readOnlyBecause).toContain('ổ đĩa đã đầy');
    await reader.close();
    expect(disk.peek('/data/lock.json')).toBeUndefined();
  });

  it('a folder that does not exist yet is refused on a full disk', async () => {
    const full = faultyFileSystem(disk.fs, (call) =>
      call.name === 'write' ? { kind: 'error', code: 'ENOSPC' } : null,
    );
    const opened = await openStore(storeOptions({ folder: '/new', fs: full.fs }));
    expect(opened).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
  });

  it('of someone else is refused', async () => {
    await disk.fs.makeFolder('/data');
    disk.poke('/data/format.json', Buffer.from('{"format":"photo album"}'));
    const opened = await openStore(storeOptions({ folder: '/data', fs: disk.fs }));
    expect(opened).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
    expect(disk.peek('/data/format.json')?.toString()).toBe('{"format":"photo album"}');
  });
});

describe('migration', () => {
  const marks: Migration = {
    kind: 'register',
    from: 1,
    slug: 'entries-say-who-keeps-them',
    migrate: (tables) => ({
      ...tables,
      entries: (tables.entries ?? []).map((one) => ({ ...one, keeper: 'Văn thư' })),
    }),
  };
  const newer = {
    migrations: [marks],
    schemaVersions: {
      intake: 1,
      office: AGGREGATES.office.schemaVersion,
      register: 2,
      dossier: AGGREGATES.dossier.schemaVersion,
      incoming: 1,
    },
  };

  it('brings older records into shape as a commit of its own, once', async () => {
    const store = await open(program(11, [11]));
    await number(store, 1);
    await number(store, 2);
    await store.close();
    for (let time = 0; time < 2; time += 1) {
      const migrated = await openTestStore({ folder: '/data', fs: disk.fs, ...newer });
      const loaded = unwrap(await migrated.load(REGISTER));
      expect(loaded?.revision).toBe(3);
      expect(loaded?.view.list('entries').map((one) => one.keeper)).toEqual(['Văn thư', 'Văn thư']);
      expect(unwrap(await migrated.history(REGISTER))[0]?.command).toBe('store.migrate');
      expect(await migrated.check()).toEqual([]);
      await migrated.close();
    }
    const older = await open(program(12, [12]));
    expect(older.state().readOnlyBecause).toContain('mới hơn chương trình');
    await older.close();
  });

  describe('makes a backup of the whole folder first', () => {
    const zips = () => disk.paths().filter((path) => path.startsWith('/data/backups/'));
    const withData = async () => {
      const store = await open(program(11, [11]));
      await number(store, 1);
      unwrap(await store.putFile(REGISTER, Buffer.from('bản ký'), 'pdf'));
      await store.close();
      return disk.peek('/data/r/DU-KH-2025/history.ndjson')?.toString() ?? '';
    };
    const reopened = (rest: Partial<OpenStoreOptions>) =>
      openStore(storeOptions({ folder: '/data', fs: disk.fs, ...newer, ...rest }));

    it('which the program that wrote the data can restore', async () => {
      const history = await withData();
      // What a crash left of a line that was never acknowledged is no part of it.
      disk.poke('/data/r/DU-KH-2025/history.ndjson', Buffer.from(`${history}{"revision":2,"at`));
      let backedUp = -1;
      const watching: Migration = {
        ...marks,
        migrate: (tables) => {
          if (backedUp < 0) backedUp = zips().length;
          return marks.migrate(tables);
        },
      };
      const store = unwrap(await reopened({ migrations: [watching] }));
      expect(backedUp).toBe(1);
      expect(zips()).toEqual(['/data/backups/vpdu-2026-03-25-0800-truoc-khi-chuyen-doi-du-lieu.zip']);
      expect(unwrap(await store.load(REGISTER))?.revision).toBe(2);
      await store.close();

      const older = await openTestStore({ folder: '/elsewhere', fs: disk.fs });
      unwrap(await createBackups(older).restore(zips()[0] ?? '', '/back'));
      await older.close();
      expect(disk.peek('/back/r/DU-KH-2025/history.ndjson')?.toString()).toBe(history);
      const back = await openTestStore({ folder: '/back', fs: disk.fs });
      expect(back.state().readOnlyBecause).toBeNull();
      expect(unwrap(await back.load(REGISTER))?.view.list('entries')).toEqual([entry(1)]);
      await back.close();
    });

    it('also where the format file is lost, and none where there is nothing to migrate', async () => {
      await withData();
      await (await open(program(12, [12]))).close();
      expect(zips()).toEqual([]);
      await disk.fs.remove('/data/format.json');
      await unwrap(await reopened({})).close();
      expect(zips()).toHaveLength(1);
      await unwrap(await reopened({})).close();
      expect(zips()).toHaveLength(1);
      await unwrap(await reopened({ folder: '/fresh' })).close();
      expect(disk.paths().filter((path) => path.startsWith('/fresh/backups'))).toEqual([]);
    });

    it('and only reads where the backup cannot be made', async () => {
      const history = await withData();
      const full = faultyFileSystem(disk.fs, (call) =>
        call.name === 'create' && call.path.includes('backups') ? { kind: 'error', code: 'ENOSPC' } : null,
      );
      const store = unwrap(await reopened({ fs: full.fs }));
      expect(store.state().readOnlyBecause).toContain('chưa sao lưu trước được');
      expect(unwrap(await store.load(REGISTER))?.view.list('entries')).toEqual([
        entry(1, { keeper: 'Văn thư' }),
      ]);
      await store.close();
      expect(disk.peek('/data/r/DU-KH-2025/history.ndjson')?.toString()).toBe(history);
    });

    it.each<readonly [string, readonly Migration[]]>([
      ['throws', [{ ...marks, migrate: () => JSON.parse('{') as never }]],
      ['gives records of another shape', [{ ...marks, migrate: () => ({ entries: [{ id: '1' }] }) }]],
      ['is missing', []],
    ])('and leaves the old data as they were when a step %s', async (_how, migrations) => {
      const history = await withData();
      const format = disk.peek('/data/format.json')?.toString();
      for (let time = 0; time < 2; time += 1) {
        const failed = await reopened({ migrations });
        expect(failed).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
        if (failed.ok) throw new Error('opened');
        expect(failed.error.message).toContain('sổ đăng ký “DU-KH-2025”');
        expect(failed.error.message).toContain('phiên bản 0.1.0');
        expect(failed.error.message).toContain(zips()[0]);
      }
      // The same data are not backed up again by every attempt.
      expect(zips()).toHaveLength(1);
      expect(disk.peek('/data/r/DU-KH-2025/history.ndjson')?.toString()).toBe(history);
      expect(disk.peek('/data/format.json')?.toString()).toBe(format);
      const older = await open(program(12, [12]));
      expect(older.state()).toMatchObject({ readOnlyBecause: null, notices: [] });
      expect(unwrap(await older.load(REGISTER))?.view.list('entries')).toEqual([entry(1)]);
      await number(older, 2);
      await older.close();
    });
  });

  it('survives power cuts at every call', async () => {
    let calls = Infinity;
    for (let index = 0; index < calls; index += 1) {
      disk = createSimulatedDisk();
      const store = await open(program(11, [11]));
      await number(store, 1);
      await store.close();
      const faulty = faultyFileSystem(disk.fs, (call) =>
        call.index === index ? { kind: 'crash', when: 'middle' } : null,
      );
      const broken = await openStore(
        storeOptions({ folder: '/data', fs: faulty.fs, process: program(12, [12]), ...newer }),
      );
      if (broken.ok) {
        await broken.value.load(REGISTER);
        await broken.value.close();
      }
      if (!faulty.crashed()) calls = index;
      disk.cutPower('lost');
      const again = await openTestStore({
        folder: '/data',
        fs: disk.fs,
        process: program(13, [13]),
        ...newer,
      });
      const loaded = unwrap(await again.load(REGISTER));
      expect(loaded?.view.list('entries'), `call ${index}`).toEqual([entry(1, { keeper: 'Văn thư' })]);
      expect(loaded?.revision).toBe(2);
      await again.close();
    }
    expect(calls).toBeGreaterThan(10);
  });
});

describe('a purge that is interrupted', () => {
  it('is completed when the store opens, at whatever call the power went', async () => {
    const secret = 'KHÔNG ĐƯỢC CÓ';
    let calls = Infinity;
    let completed = 0;
    for (let index = 0; index < calls; index += 1) {
      disk = createSimulatedDisk();
      const store = await open(program(11, [11]));
      await store.commit(REGISTER, meta('first'), (draft) => {
        draft.put('entries', entry(1, { note: secret }));
        return ok({ secret });
      });
      await number(store, 2);
      await store.close();
      const faulty = faultyFileSystem(disk.fs, (call) =>
        call.index === index ? { kind: 'crash', when: 'before' } : null,
      );
      const broken = await openStore(
        storeOptions({ folder: '/data', fs: faulty.fs, process: program(12, [12]) }),
      );
      let acknowledged = false;
      if (broken.ok) {
        const what = { records: [{ table: 'entries', id: '1' }] };
        acknowledged = (await broken.value.purge(REGISTER, what, 'thử', meta('p'))).ok;
        await broken.value.close();
      }
      if (!faulty.crashed()) calls = index;
      disk.cutPower('kept');
      const begun = disk.peek('/data/purge.json') !== undefined;
      const again = await openTestStore({ folder: '/data', fs: disk.fs, process: program(13, [13]) });
      const entries = unwrap(await again.load(REGISTER))?.view.list('entries') ?? [];
      expect(
        (await again.check()).filter((fault) => fault.severity === 'error'),
        `call ${index}`,
      ).toEqual([]);
      await again.close();
      if (!begun && !acknowledged) {
        expect(entries).toHaveLength(entries.length === 1 ? 1 : 2);
        continue;
      }
      completed += 1;
      expect(
        entries.map((one) => one.number),
        `call ${index}`,
      ).toEqual([2]);
      for (const path of disk.paths())
        expect(disk.peek(path)?.includes(secret), `call ${index}: ${path}`).toBe(false);
    }
    expect(completed).toBeGreaterThan(10);
  });
});
