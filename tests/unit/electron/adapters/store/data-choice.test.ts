/** What is remembered about the data folder, and what may be chosen. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createDataChoice } from '../../../../../electron/adapters/store/data-choice';
import { fail, ok, unwrap } from '../../../../../shared/result';
import { faultyFileSystem } from '../../../../faults/faulty-file-system';
import { createSimulatedDisk } from '../../../../faults/simulated-disk';
import type { SimulatedDisk } from '../../../../faults/simulated-disk';
import { number, openTestStore } from '../../../../support/store-fixtures';

const FILE = '/app/chosen-data.json';
const RESTORED = '/app/data-2026-03-17-0800';
let disk: SimulatedDisk;
beforeEach(async () => {
  disk = createSimulatedDisk();
  for (const folder of ['/app/data', RESTORED]) {
    const store = await openTestStore({ folder, fs: disk.fs });
    await number(store, 1);
    await store.close();
  }
});
const choiceFrom = (openFolder: string, rest: Partial<Parameters<typeof createDataChoice>[0]> = {}) =>
  createDataChoice({ fs: disk.fs, file: FILE, openFolder, tryToOpen: async () => ok(null), ...rest });

describe('choosing a data folder', () => {
  it('remembers it for the next start, with the one that was open; a power cut loses neither', async () => {
    const choice = choiceFrom('/app/data');
    expect(await choice.state()).toEqual({ previous: null, next: null, fixedBecause: null });
    expect(unwrap(await choice.use('data-2026-03-17-0800'))).toEqual({
      folder: RESTORED,
      previous: '/app/data',
    });
    expect(await choice.state()).toEqual({ previous: null, next: RESTORED, fixedBecause: null });
    disk.cutPower('lost');
    expect(await choiceFrom(RESTORED).state()).toEqual({
      previous: '/app/data',
      next: null,
      fixedBecause: null,
    });
  });

  it('is taken back by going to the previous one, and forth again', async () => {
    unwrap(await choiceFrom('/app/data').use(RESTORED));
    unwrap(await choiceFrom(RESTORED).use('/app/data'));
    expect(await choiceFrom('/app/data').state()).toMatchObject({ previous: RESTORED, next: null });
  });

  it('is dropped by choosing the open one, whatever was before', async () => {
    const first = choiceFrom('/app/data');
    unwrap(await first.use(RESTORED));
    unwrap(await first.use('/app/data'));
    unwrap(await first.use('/app/data'));
    expect(await first.state()).toEqual({ previous: RESTORED, next: null, fixedBecause: null });
  });

  it('takes no folder without data, in OneDrive, or that does not open', async () => {
    await disk.fs.makeFolder('/app/empty');
    for (const [folder, code] of [
      ['/app/empty', 'NOT_FOUND'],
      ['/nowhere', 'NOT_FOUND'],
      ['/home/an/OneDrive/data', 'FORBIDDEN'],
    ] as const)
      expect(await choiceFrom('/app/data').use(folder)).toMatchObject({ ok: false, error: { code } });
    const closed = choiceFrom('/app/data', { tryToOpen: async () => fail('UNAVAILABLE', 'Hỏng.') });
    expect(await closed.use(RESTORED)).toMatchObject({ error: { message: 'Hỏng.' } });
    expect(disk.peek(FILE)).toBeUndefined();
  });

  it('keeps the old choice when the new one cannot be written', async () => {
    unwrap(await choiceFrom('/app/data').use(RESTORED));
    const before = disk.peek(FILE)?.toString();
    const full = faultyFileSystem(disk.fs, (call) =>
      call.name === 'write' ? { kind: 'error', code: 'ENOSPC' } : null,
    );
    const failed = await choiceFrom(RESTORED, { fs: full.fs }).use('/app/data');
    expect(failed).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
    expect(disk.peek(FILE)?.toString()).toBe(before);
  });

  it('is not possible where the start names the folder', async () => {
    const fixed = choiceFrom('/app/data', { file: null });
    expect((await fixed.state()).fixedBecause).toContain('--data');
    expect(await fixed.use(RESTORED)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(unwrap(await fixed.use('/app/data'))).toEqual({ folder: '/app/data', previous: null });
    expect(disk.peek(FILE)).toBeUndefined();
  });
});
