/** A snapshot that is written while commits go on is made whole by the lines after it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ok, unwrap } from '../../shared/result';
import { createSimulatedDisk } from '../faults/simulated-disk';
import { REGISTER, entry, meta, openTestStore } from '../support/store-fixtures';

it('whatever moment the copy was taken at', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          number: fc.integer({ min: 1, max: 900 }),
          year: fc.integer({ min: 2025, max: 2027 }),
          gone: fc.boolean(),
        }),
        {
          minLength: 1,
          maxLength: 40,
        },
      ),
      fc.nat(40),
      async (work, when) => {
        const disk = createSimulatedDisk();
        const store = await openTestStore({ folder: '/data', fs: disk.fs });
        unwrap(
          await store.commit(REGISTER, meta('begin'), (draft) => {
            for (let value = 1; value <= 850; value += 1) draft.put('entries', entry(value));
            return ok(null);
          }),
        );
        // 200 lines start a snapshot in the background; commits go on while its slices are written.
        for (let line = 0; line < 200; line += 1)
          await store.commit(REGISTER, meta(`line-${line}`), (draft) => {
            draft.put('entries', entry(1, { note: String(line) }));
            return ok(null);
          });
        for (const [place, { number, year, gone }] of work.entries()) {
          await store.commit(REGISTER, meta(`work-${place}`), (draft) => {
            if (gone) draft.remove('entries', String(number));
            else draft.put('entries', entry(number, { date: `${year}-02-03`, note: `w${place}` }));
            return ok(null);
          });
          if (place === when) await new Promise((resolve) => setImmediate(resolve));
        }
        const expected = unwrap(await store.load(REGISTER))?.view.list('entries');
        // The power goes; nothing was closed.
        disk.cutPower('lost');
        const again = await openTestStore({
          folder: '/data',
          fs: disk.fs,
          process: { pid: 2, host: 'h', hostKind: 'test', bootTime: 0, patience: 0, isAlive: () => false },
        });
        expect(unwrap(await again.load(REGISTER))?.view.list('entries')).toEqual(expected);
        await again.close();
        await store.close();
      },
    ),
    { numRuns: 25 },
  );
});
