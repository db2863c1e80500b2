/** Random work on the memory store and on the durable one, with closings in between, gives equal stores. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { Ref, Store } from '../../shared/ports/store';
import { createSimulatedDisk } from '../faults/simulated-disk';
import { createMemoryStore } from '../support/memory-store';
import { DOSSIER, REGISTER, entry, meta, openTestStore, report } from '../support/store-fixtures';

type Change =
  | { readonly kind: 'entry'; readonly number: number; readonly year: number; readonly note: string }
  | { readonly kind: 'no-entry'; readonly number: number }
  | { readonly kind: 'report'; readonly period: string; readonly unit: string; readonly count: number }
  | { readonly kind: 'no-report'; readonly period: string; readonly unit: string };

type Step =
  | {
      readonly kind: 'commit';
      readonly request: number;
      readonly seen: number | null;
      readonly changes: readonly Change[];
      readonly dossier: boolean;
    }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'purge'; readonly number: number; readonly request: number };

const numbers = fc.integer({ min: 1, max: 8 });
const registerChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('entry' as const),
    number: numbers,
    year: fc.integer({ min: 2025, max: 2027 }),
    note: fc.string({ maxLength: 6, unit: 'grapheme' }),
  }),
  fc.record({ kind: fc.constant('no-entry' as const), number: numbers }),
);
const periods = fc.constantFrom('2026-01', '2026-02', '2026-Q1');
const units = fc.constantFrom('u1', 'u2', 'u3');
const dossierChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('report' as const), period: periods, unit: units, count: fc.nat(99) }),
  fc.record({ kind: fc.constant('no-report' as const), period: periods, unit: units }),
);
const commit = (changes: fc.Arbitrary<Change>, dossier: boolean): fc.Arbitrary<Step> =>
  fc.record({
    kind: fc.constant('commit' as const),
    request: fc.integer({ min: 1, max: 30 }),
    seen: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null, freq: 5 }),
    changes: fc.array(changes, { maxLength: 4 }),
    dossier: fc.constant(dossier),
  });
const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: commit(registerChange, false) },
    { weight: 4, arbitrary: commit(dossierChange, true) },
    { weight: 2, arbitrary: fc.constant<Step>({ kind: 'reopen' }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('purge' as const),
        number: numbers,
        request: fc.integer({ min: 1, max: 4 }),
      }),
    },
  ),
  { maxLength: 25 },
);

async function act(store: Store, step: Step & { kind: 'commit' }): Promise<Result<unknown>> {
  const about = meta(`q${step.request}`, { expectedRevision: step.seen });
  if (step.dossier)
    return store.commit(DOSSIER, about, (draft) => {
      for (const change of step.changes)
        if (change.kind === 'report')
          draft.put('reports', report(change.period, change.unit, { HN01: change.count }));
        else if (change.kind === 'no-report') draft.remove('reports', `${change.period}|${change.unit}`);
      return ok({ done: step.request });
    });
  return store.commit(REGISTER, about, (draft) => {
    for (const change of step.changes)
      if (change.kind === 'entry')
        draft.put('entries', entry(change.number, { date: `${change.year}-05-01`, note: change.note }));
      else if (change.kind === 'no-entry') draft.remove('entries', String(change.number));
    return ok({ done: step.request });
  });
}

async function seen(store: Store): Promise<unknown> {
  const out: unknown[] = [];
  for (const ref of [REGISTER, DOSSIER] as readonly Ref<'register' | 'dossier'>[]) {
    const loaded = await store.load(ref);
    if (!loaded.ok) throw new Error(loaded.error.message);
    const table = (ref.kind === 'register' ? 'entries' : 'reports') as never;
    const history = await store.history(ref, { limit: 100 });
    out.push([
      loaded.value?.revision ?? 0,
      loaded.value?.view.list(table) ?? [],
      // Where there is no aggregate the two differ only in words.
      loaded.value && history.ok ? history.value : [],
    ]);
  }
  return out;
}

it('the durable store and the memory store agree', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (work) => {
      const disk = createSimulatedDisk();
      const memory = createMemoryStore();
      let store = await openTestStore({ folder: '/data', fs: disk.fs });
      for (const step of work) {
        if (step.kind === 'reopen') {
          await store.close();
          store = await openTestStore({ folder: '/data', fs: disk.fs });
        } else if (step.kind === 'purge') {
          const what = { records: [{ table: 'entries', id: String(step.number) }] };
          // A requestId names one call: the same one again is a retry of the same purge.
          const about = meta(`p${step.number}-${step.request}`);
          const both = [
            await memory.purge(REGISTER, what, 'thử', about),
            await store.purge(REGISTER, what, 'thử', about),
          ];
          expect(both[1]?.ok).toBe(both[0]?.ok);
        } else {
          const expected = await act(memory, step);
          const actual = await act(store, step);
          expect(actual.ok ? actual.value : actual.error.code).toEqual(
            expected.ok ? expected.value : expected.error.code,
          );
        }
        expect(await seen(store)).toEqual(await seen(memory));
      }
      expect((await store.check()).filter((fault) => fault.severity === 'error')).toEqual([]);
      expect(store.state().notices).toEqual([]);
      await store.close();
    }),
    { numRuns: 150 },
  );
});
