/** Damage of every kind, on a simulated disk: what verifies is kept, and the user is told. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createBackups } from '../../../../../electron/adapters/store/backups';
import { openStore } from '../../../../../electron/adapters/store/open-store';
import { ok, unwrap } from '../../../../../shared/result';
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
  storeOptions,
} from '../../../../support/store-fixtures';
import { plan as anyPlan } from '../../../../golden/documents/an-binh';

const FOLDER = '/data';
const HISTORY = '/data/r/DU-KH-2025/history.ndjson';
const MAIN = '/data/r/DU-KH-2025/register.json';
const SEGMENT = '/data/r/DU-KH-2025/s/entries-2026.json';

let disk: SimulatedDisk;
const open = () => openTestStore({ folder: FOLDER, fs: disk.fs });

async function numbers(): Promise<number[]> {
  const store = await open();
  const loaded = unwrap(await store.load(REGISTER));
  await store.close();
  return (loaded?.view.list('entries') ?? []).map((one) => one.number);
}

async function notices(): Promise<string[]> {
  const store = await open();
  await store.load(REGISTER);
  const told = store.state().notices.map((notice) => `${notice.severity} ${notice.message}`);
  await store.close();
  return told;
}

async function fill(count: number): Promise<void> {
  const store = await open();
  for (let value = 1; value <= count; value += 1) await number(store, value);
  await store.close();
}

function content(path: string): Buffer {
  const bytes = disk.peek(path);
  if (!bytes) throw new Error(`no ${path}`);
  return bytes;
}

const damages: Record<string, (old: Buffer) => Buffer> = {
  empty: () => Buffer.alloc(0),
  'all NUL': (old) => Buffer.alloc(old.length),
  'cut in half': (old) => old.subarray(0, old.length / 2),
  'one byte changed': (old) => {
    const next = Buffer.from(old);
    const at = Math.floor(old.length / 2);
    next[at] = (next[at] ?? 0) ^ 1;
    return next;
  },
  'other text': () => Buffer.from('{"hello": "world"}'),
};

beforeEach(() => {
  disk = createSimulatedDisk();
});

describe('a damaged snapshot', () => {
  for (const file of [MAIN, SEGMENT])
    it.each(Object.entries(damages))(`${file}: %s → rebuilt from the history`, async (_, damage) => {
      await fill(5);
      disk.poke(file, damage(content(file)));
      const told = await (async () => {
        const store = await open();
        const loaded = unwrap(await store.load(REGISTER));
        expect(loaded?.view.list('entries')).toHaveLength(5);
        const out = store.state().notices;
        await store.close();
        return out;
      })();
      expect(told).toHaveLength(1);
      expect(told[0]).toMatchObject({ severity: 'warning', repaired: true });
      expect(told[0]?.message).toContain('đến lần ghi 5');
      expect(disk.paths().some((path) => path.startsWith('/data/quarantine/register_DU-KH-2025_'))).toBe(
        true,
      );
      expect(await notices()).toEqual([]);
    });

  it('that is gone is written again without a word', async () => {
    await fill(5);
    disk.poke(MAIN, null);
    expect(await notices()).toEqual([]);
    expect(await numbers()).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('a snapshot that a crash left half replaced', () => {
  const OLDER = '/data/r/DU-KH-2025/s/entries-2025.json';
  const dated = async (value: number, date: string): Promise<void> => {
    const store = await open();
    unwrap(
      await store.commit(REGISTER, meta(`d-${value}-${date}`), (draft) => {
        draft.put('entries', entry(value, { date }));
        return ok(null);
      }),
    );
    await store.close();
  };

  it.each([
    ['the first segment is new', [MAIN, SEGMENT]],
    ['the second segment is new', [MAIN, OLDER]],
    ['both segments are new', [MAIN]],
  ])('%s: order and content are kept', async (_, stale) => {
    await dated(1, '2026-02-01');
    await dated(2, '2025-02-01');
    const old = stale.map((path) => [path, Buffer.from(content(path))] as const);
    await dated(3, '2025-03-01');
    await dated(4, '2026-03-01');
    await dated(5, '2025-04-01');
    await dated(6, '2026-04-01');
    for (const [path, bytes] of old) disk.poke(path, bytes);
    expect(await numbers()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await notices()).toEqual([]);
  });

  it.each([
    ['left', [MAIN, SEGMENT]],
    ['entered', [MAIN, OLDER]],
  ])(
    'a record that moved keeps its place, though only the segment it did not %s is new',
    async (_, stale) => {
      await dated(1, '2026-02-01');
      await dated(2, '2025-02-01');
      await dated(3, '2026-02-01');
      const old = stale.map((path) => [path, Buffer.from(content(path))] as const);
      await dated(1, '2025-06-01');
      for (const [path, bytes] of old) disk.poke(path, bytes);
      expect(await numbers()).toEqual([1, 2, 3]);
    },
  );
});

describe('a damaged history', () => {
  const visible = Object.entries(damages).filter(([name]) => name !== 'one byte changed');
  it.each(visible)('%s → the snapshot is kept, the chain goes on', async (_, damage) => {
    await fill(5);
    disk.poke(HISTORY, damage(content(HISTORY)));
    const [told] = await notices();
    expect(told).toContain('đã khôi phục đầy đủ đến lần ghi 5');
    expect(await numbers()).toEqual([1, 2, 3, 4, 5]);
    const store = await open();
    expect(await number(store, 6)).toBe(6);
    expect(await store.check()).toEqual([]);
    await store.close();
  });

  it('that is gone comes back from the snapshot', async () => {
    await fill(3);
    disk.poke(HISTORY, null);
    expect(await numbers()).toEqual([1, 2, 3]);
  });

  it('damaged together with the snapshot keeps the lines that verify and says what is lost', async () => {
    await fill(5);
    const old = content(HISTORY);
    const third = old.indexOf('"revision":3');
    const next = Buffer.from(old);
    next[third + 40] = 0;
    disk.poke(HISTORY, next);
    disk.poke(MAIN, Buffer.alloc(10));
    const [told] = await notices();
    expect(told).toMatch(/^error .*đã khôi phục đến lần ghi 2.*đến lần 5/);
    expect(await numbers()).toEqual([1, 2]);
    expect(disk.paths().filter((path) => path.includes('quarantine'))).toHaveLength(2);
  });

  it('takes the lost lines from a backup', async () => {
    const store = await open();
    for (let value = 1; value <= 4; value += 1) await number(store, value);
    unwrap(await createBackups(store).create({ reason: 'hằng ngày', at: AT }));
    await number(store, 5);
    await store.close();
    const next = Buffer.from(content(HISTORY));
    next[next.indexOf('"revision":3') + 40] = 0;
    disk.poke(HISTORY, next);
    disk.poke(MAIN, Buffer.alloc(10));
    const [told] = await notices();
    expect(told).toContain('đã khôi phục đầy đủ đến lần ghi 5');
    expect(told).toContain('có dùng bản sao lưu');
    expect(await numbers()).toEqual([1, 2, 3, 4, 5]);
  });

  it('brings a dossier whose folder is gone back from a backup, with its files', async () => {
    const store = await open();
    const bytes = Buffer.from('bản ký');
    const sha = unwrap(await store.putFile(DOSSIER, bytes, 'pdf'));
    await store.commit(DOSSIER, meta('r'), (draft) => {
      draft.put('reports', report('2026-Q1', 'chi-bo-1'));
      return ok(null);
    });
    unwrap(await createBackups(store).create({ reason: '', at: AT }));
    await store.close();
    await disk.fs.removeFolder(`/data/d/${DOSSIER.id}`);
    const again = await open();
    expect(again.state().notices).toMatchObject([{ severity: 'warning', repaired: true }]);
    expect(unwrap(await again.load(DOSSIER))?.view.list('reports')).toHaveLength(1);
    expect(Buffer.from(unwrap(await again.getFile(DOSSIER, sha)))).toEqual(bytes);
    await again.close();
  });

  it('never starts empty over what cannot be read', async () => {
    await fill(3);
    disk.poke(HISTORY, Buffer.alloc(900));
    disk.poke(MAIN, Buffer.alloc(10));
    const store = await open();
    expect(await store.load(REGISTER)).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
    const done = await store.commit(REGISTER, meta('over'), () => ok(null));
    expect(done).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
    expect(store.state().notices[0]).toMatchObject({ severity: 'error', repaired: false });
    await store.close();
    expect(content(HISTORY)).toEqual(Buffer.alloc(900));
  });

  it('drops a torn last line, which was never acknowledged', async () => {
    await fill(3);
    const old = content(HISTORY);
    disk.poke(HISTORY, Buffer.concat([old, Buffer.from('{"revision":4,"at":"2026')]));
    expect(await notices()).toEqual([]);
    expect(await numbers()).toEqual([1, 2, 3]);
    expect(content(HISTORY)).toEqual(old);
  });
});

describe('derived and small files', () => {
  it.each(Object.entries(damages))('a catalogue: %s → made anew', async (_, damage) => {
    await fill(2);
    disk.poke('/data/catalog.json', damage(content('/data/catalog.json')));
    const store = await open();
    expect(await store.list('register')).toMatchObject([{ revision: 2, summary: { first: 2 } }]);
    await store.close();
  });

  it.each(['empty', 'all NUL', 'one byte changed', 'cut in half'])(
    'format.json: %s → data is kept',
    async (name) => {
      await fill(2);
      const damage = damages[name];
      disk.poke('/data/format.json', damage?.(content('/data/format.json')) ?? null);
      const opened = await openStore(storeOptions({ folder: FOLDER, fs: disk.fs }));
      if (opened.ok) {
        expect(unwrap(await opened.value.load(REGISTER))?.revision).toBe(2);
        await opened.value.close();
      } else expect(opened.error.code).toBe('UNAVAILABLE');
    },
  );

  it('removes what a crash left half written', async () => {
    await fill(2);
    disk.poke(`${MAIN}.abc.tmp`, Buffer.from('half'));
    await notices();
    const store = await open();
    await number(store, 3);
    await store.close();
    expect(await numbers()).toEqual([1, 2, 3]);
  });
});

describe('check', () => {
  it('finds and repairs a history damaged while in use', async () => {
    const store = await open();
    for (let value = 1; value <= 4; value += 1) await number(store, value);
    const next = Buffer.from(content(HISTORY));
    next[next.indexOf('"revision":2') + 40] = 0;
    disk.poke(HISTORY, next);
    const faults = await store.check();
    expect(faults).toMatchObject([
      { severity: 'error', repaired: true, place: 'r/DU-KH-2025/history.ndjson' },
    ]);
    expect(await store.check()).toEqual([]);
    await store.close();
    expect(await numbers()).toEqual([1, 2, 3, 4]);
  });

  it('finds and rebuilds a snapshot that says something else than the history', async () => {
    await fill(3);
    disk.poke(SEGMENT, Buffer.alloc(3));
    const store = await open();
    expect(await store.check()).toMatchObject([{ severity: 'warning', repaired: true }]);
    expect(await store.check()).toEqual([]);
    await store.close();
  });

  it('names damaged, missing and left-over files, and numbers without a document', async () => {
    const store = await open();
    const sha = unwrap(await store.putFile(DOSSIER, Buffer.from('một'), 'pdf'));
    unwrap(await store.putFile(DOSSIER, Buffer.from('hai'), 'pdf'));
    await store.commit(DOSSIER, meta('files'), (draft) => {
      draft.put('plan', { ...anyPlan, title: 'Kế hoạch thử' });
      for (const id of [sha, 'e'.repeat(64)])
        draft.put('files', { id, name: 'a.pdf', extension: 'pdf', bytes: 1, role: 'signed', addedAt: AT });
      return ok(null);
    });
    disk.poke(`/data/d/${DOSSIER.id}/files/${sha}.pdf`, Buffer.from('khác'));
    await store.commit(REGISTER, meta('orphan'), (draft) => {
      draft.put('entries', {
        ...entry(9),
        dossierId: DOSSIER.id,
        documentId: 'vb-1',
      });
      return ok(null);
    });
    const faults = await store.check();
    expect(faults.map((fault) => fault.severity).sort()).toEqual(['error', 'error', 'warning', 'warning']);
    const orphan = faults.find((fault) => fault.message.startsWith('Số 9-KH/ĐU đã cấp'));
    expect(orphan?.message).toMatch(/ngày \d\d\/\d\d\/\d{4} nhưng văn bản trong hồ sơ “Kế hoạch thử” không/u);
    await store.close();
  });
});
