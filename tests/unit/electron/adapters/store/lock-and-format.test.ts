/** Who may write: the lock, newer data, older data and its migration. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ProcessInfo } from '../../../../../electron/adapters/store/lock';
import { openStore } from '../../../../../electron/adapters/store/open-store';
import { ok, unwrap } from '../../../../../shared/result';
import { faultyFileSystem } from '../../../../faults/faulty-file-system';
import { createSimulatedDisk } from '../../../../faults/simulated-disk';
import type { SimulatedDisk } from '../../../../faults/simulated-disk';
import { REGISTER, meta, number, openTestStore, storeOptions } from '../../../../support/store-fixtures';

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
