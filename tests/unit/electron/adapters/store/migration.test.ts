/** What is finished or brought into shape when a store opens, at whatever call the power went. */
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
