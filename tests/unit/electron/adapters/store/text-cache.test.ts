/** Words of kept files on the disk: derived, never backed up, gone with a purge, no fault where the disk refuses. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createBackups } from '../../../../../electron/adapters/store/backups';
import { createTextCache } from '../../../../../electron/adapters/store/text-cache';
import { ok, unwrap } from '../../../../../shared/result';
import { faultyFileSystem } from '../../../../faults/faulty-file-system';
import { createSimulatedDisk, type SimulatedDisk } from '../../../../faults/simulated-disk';
import { AT, DOSSIER, meta, openTestStore, report } from '../../../../support/store-fixtures';

let disk: SimulatedDisk;
beforeEach(() => {
  disk = createSimulatedDisk();
});

async function withText() {
  const store = await openTestStore({ folder: '/data', fs: disk.fs });
  const sha = unwrap(await store.putFile(DOSSIER, Buffer.from('bản ký'), 'pdf'));
  unwrap(
    await store.commit(DOSSIER, meta('r'), (draft) => {
      draft.put('reports', report('2026-Q1', 'chi-bo-1'));
      return ok(null);
    }),
  );
  const cache = createTextCache(store);
  await cache.put(sha, 'chữ của bản ký');
  return { store, sha, cache };
}
const onDisk = () => disk.paths().filter((path) => path.startsWith('/data/text/'));

describe('the cache of words', () => {
  it('gives back what was read, also to the next program', async () => {
    const { store, sha, cache } = await withText();
    expect(await cache.get(sha)).toBe('chữ của bản ký');
    expect(await cache.get('0'.repeat(64))).toBeNull();
    expect(await cache.get('../../office/office')).toBeNull();
    expect(await createTextCache(store).get(sha)).toBe('chữ của bản ký');
    await store.close();
  });

  it('is not in a backup, and leaves the data folder sound', async () => {
    const { store, sha } = await withText();
    const backups = createBackups(store);
    const info = unwrap(await backups.create({ reason: '', at: AT }));
    unwrap(await backups.restore(info.file, '/restored'));
    expect(disk.paths().filter((path) => path.startsWith('/restored/text'))).toEqual([]);
    expect((await store.check()).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(sha).toHaveLength(64);
    await store.close();
  });

  it('goes with a purge of its file', async () => {
    const { store, sha, cache } = await withText();
    unwrap(await store.purge(DOSSIER, { files: [sha] }, 'Tệp nhầm', meta('p')));
    expect(await cache.get(sha)).toBeNull();
    expect(onDisk()).toEqual([]);
    await store.close();
  });

  it('forgets what is no longer wanted, and whatever else lies there', async () => {
    const { store, sha, cache } = await withText();
    await cache.put('a'.repeat(64), 'thừa');
    await cache.keepOnly(new Set([sha]));
    expect(onDisk()).toEqual([`/data/text/${sha}.json`]);
    await store.close();
  });

  it('is read again where it is damaged', async () => {
    const { store, sha, cache } = await withText();
    const file = await disk.fs.open(`/data/text/${sha}.json`, 'write');
    await file.write(0, Buffer.from('{"version":9'));
    await file.close();
    expect(await cache.get(sha)).toBeNull();
    await store.close();
  });

  it('stays in memory where the disk refuses', async () => {
    const { store, sha } = await withText();
    await store.close();
    const failing = faultyFileSystem(disk.fs, (call) =>
      call.path.includes('/text/') && call.path.endsWith('.tmp') ? { kind: 'error', code: 'ENOSPC' } : null,
    );
    const again = await openTestStore({ folder: '/data', fs: failing.fs });
    const cache = createTextCache(again);
    await cache.put('b'.repeat(64), 'mới đọc');
    expect(await cache.get('b'.repeat(64))).toBe('mới đọc');
    expect(onDisk()).toEqual([`/data/text/${sha}.json`]);
    await again.close();
  });

  it('writes nothing into a folder that can only be looked at', async () => {
    const { store, sha } = await withText();
    await store.close();
    const again = await openTestStore({ folder: '/data', fs: disk.fs, readOnly: true });
    const cache = createTextCache(again);
    await cache.put('c'.repeat(64), 'mới đọc');
    await cache.keepOnly(new Set(['c'.repeat(64)]));
    expect(await cache.get('c'.repeat(64))).toBe('mới đọc');
    expect(onDisk()).toEqual([`/data/text/${sha}.json`]);
    await again.close();
  });
});
