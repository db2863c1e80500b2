/**
 * The program that is killed: commits without end and says what was acknowledged, a line a commit. Revision R of
 * the register adds entry R and marks entry R−1, so a commit that was done by half would show.
 */
import { writeSync } from 'node:fs';
import { openStore } from '../../electron/adapters/store/open-store';
import { ok, unwrap } from '../../shared/result';
import type { Store } from '../../shared/ports/store';
import { DOSSIER, REGISTER, entry, meta, report, storeOptions } from '../support/store-fixtures';

const folder = process.argv[2] ?? '';
const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

async function commitNext(store: Store): Promise<void> {
  const revision = unwrap(await store.load(REGISTER))?.revision ?? 0;
  const next = revision + 1;
  // Two years, so that two segments are written.
  const date = next % 2 === 0 ? '2026-03-25' : '2027-01-04';
  const done = await store.commit(REGISTER, meta(`entry-${next}`), (draft) => {
    draft.put('entries', entry(next, { date }));
    const before = draft.get('entries', String(revision));
    if (before) draft.put('entries', { ...before, note: 'sau có nữa' });
    return ok(next);
  });
  say(`register ${unwrap(done).revision}`);
  if (next % 5 !== 0) return;
  const bytes = Buffer.from(`tệp ${next}`.repeat(200));
  say(`file ${unwrap(await store.putFile(DOSSIER, bytes, 'pdf'))}`);
  const filed = await store.commit(DOSSIER, meta(`report-${next}`), (draft) => {
    draft.put('reports', report('2026-Q1', `u${next}`, { HN01: next }));
    draft.put('reports', report('2026-Q2', `u${next}`, { HN01: next }));
    return ok(null);
  });
  say(`dossier ${unwrap(filed).revision} u${next}`);
}

async function run(): Promise<void> {
  for (let session = 0; ; session += 1) {
    const store = unwrap(await openStore(storeOptions({ folder })));
    const { readOnlyBecause } = store.state();
    if (readOnlyBecause !== null) throw new Error(readOnlyBecause);
    say('ready');
    const commits = 10 + ((session * 7) % 30);
    for (let count = 0; count < commits; count += 1) await commitNext(store);
    // Closing writes snapshots, the catalogue, and gives the lock back: all of it gets killed, too.
    await store.close();
  }
}

void run().catch((error: unknown) => {
  say(`failed ${String(error)}`);
  process.exitCode = 1;
});
