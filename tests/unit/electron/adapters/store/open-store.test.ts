import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../../../electron/adapters/store/open-store';
import { ok, unwrap } from '../../../../../shared/result';
import type { CatalogRow } from '../../../../../shared/ports/store';
import {
  DOSSIER,
  REGISTER,
  entry,
  meta,
  number,
  openTestStore,
  report,
  storeOptions,
} from '../../../../support/store-fixtures';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vpdu-store-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('commit', () => {
  it('is there after closing and opening again, in order of insertion', async () => {
    const store = await openTestStore({ folder });
    await number(store, 3);
    await number(store, 1);
    unwrap(
      await store.commit(REGISTER, meta('older'), (draft) => {
        draft.put('entries', entry(2, { date: '2025-12-31' }));
        return ok(null);
      }),
    );
    await number(store, 4);
    await store.close();

    const again = await openTestStore({ folder });
    const loaded = unwrap(await again.load(REGISTER));
    expect(loaded?.revision).toBe(4);
    expect(loaded?.view.list('entries').map((one) => one.number)).toEqual([3, 1, 2, 4]);
    expect(again.state()).toEqual({ folder, readOnlyBecause: null, notices: [] });
    await again.close();
  });

  it('answers CONFLICT to another revision and changes nothing', async () => {
    const store = await openTestStore({ folder });
    await number(store, 1);
    const done = await store.commit(REGISTER, meta('late', { expectedRevision: 0 }), (draft) => {
      draft.put('entries', entry(2));
      return ok(null);
    });
    expect(done).toMatchObject({ ok: false, error: { code: 'CONFLICT', details: { actual: 1 } } });
    expect(unwrap(await store.load(REGISTER))?.view.get('entries', '2')).toBeUndefined();
    await store.close();
  });

  it('answers a repeated request with the first reply, also after opening again', async () => {
    const store = await openTestStore({ folder });
    const once = () =>
      store.commit(REGISTER, meta('same', { expectedRevision: 0 }), (draft) => {
        draft.put('entries', entry(7));
        return ok({ number: 7 });
      });
    expect(unwrap(await once())).toEqual({
      revision: 1,
      reply: { number: 7 },
      changed: true,
      replayed: false,
    });
    expect(unwrap(await once())).toEqual({
      revision: 1,
      reply: { number: 7 },
      changed: true,
      replayed: true,
    });
    for (let value = 100; value < 320; value += 1) await number(store, value);
    await store.close();
    const again = await openTestStore({ folder });
    const replayed = await again.commit(REGISTER, meta('n-120-'), () => ok({ number: 0 }));
    expect(unwrap(replayed)).toMatchObject({ reply: { number: 120 }, replayed: true });
    await again.close();
  });

  it('writes no line when nothing changed', async () => {
    const store = await openTestStore({ folder });
    await number(store, 1);
    const done = await store.commit(REGISTER, meta('idle'), (draft) => {
      draft.put('entries', entry(1));
      return ok('same');
    });
    expect(unwrap(done)).toEqual({ revision: 1, reply: 'same', changed: false, replayed: false });
    await store.close();
  });

  it('refuses a record that does not fit its schema, naming the field', async () => {
    const store = await openTestStore({ folder });
    const done = await store.commit(REGISTER, meta('bad'), (draft) => {
      draft.put('entries', entry(1, { date: '2026-02-30' }));
      return ok(null);
    });
    expect(done).toMatchObject({ ok: false, error: { code: 'BAD_REQUEST' } });
    expect(done.ok ? [] : Object.keys(done.error.fieldErrors ?? {})).toEqual(['date']);
    expect(unwrap(await store.load(REGISTER))).toBeUndefined();
    await store.close();
  });

  it('keeps commits to one aggregate in turn', async () => {
    const store = await openTestStore({ folder });
    const done = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        store.commit(REGISTER, meta(`turn-${index}`), (draft) => {
          const next = draft.list('entries').length + 1;
          draft.put('entries', entry(next));
          return ok(next);
        }),
      ),
    );
    expect(done.map((one) => unwrap(one).reply)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    await store.close();
  });

  it('tells listeners, newest history first', async () => {
    const store = await openTestStore({ folder });
    const told: string[] = [];
    const stop = store.onCommit((ref, revision) => told.push(`${ref.id}@${revision}`));
    await number(store, 1);
    await number(store, 2);
    stop();
    await number(store, 3);
    expect(told).toEqual(['DU-KH-2025@1', 'DU-KH-2025@2']);
    const history = unwrap(await store.history(REGISTER, { limit: 2, before: 3 }));
    expect(history.map((line) => line.revision)).toEqual([2, 1]);
    expect(history[0]?.changes).toMatchObject([{ table: 'entries', id: '2', before: null }]);
    await store.close();
  });
});

describe('segments', () => {
  it('moves a record to another segment file and keeps what stays', async () => {
    const store = await openTestStore({ folder });
    await number(store, 1);
    await number(store, 2);
    await store.close();
    const second = await openTestStore({ folder });
    unwrap(
      await second.commit(REGISTER, meta('move'), (draft) => {
        draft.put('entries', entry(1, { date: '2027-01-05' }));
        return ok(null);
      }),
    );
    await second.close();
    const third = await openTestStore({ folder });
    expect(
      unwrap(await third.load(REGISTER))
        ?.view.list('entries')
        .map((one) => one.date),
    ).toEqual(['2027-01-05', '2026-03-25']);
    expect(await third.check()).toEqual([]);
    await third.close();
  });
});

describe('list', () => {
  it('answers rows from the catalogue without reading the dossiers', async () => {
    const store = await openTestStore({ folder });
    await number(store, 1);
    await store.commit(DOSSIER, meta('r'), (draft) => {
      draft.put('reports', report('2026-Q1', 'chi-bo-1'));
      return ok(null);
    });
    await store.close();
    const asked: string[] = [];
    const again = await openTestStore({
      folder,
      summarize: (kind) => {
        asked.push(kind);
        return {};
      },
    });
    const rows: readonly CatalogRow[] = await again.list('register');
    expect(rows).toMatchObject([{ ref: REGISTER, revision: 1, summary: { kind: 'register', first: 1 } }]);
    expect(asked).toEqual([]);
    await number(again, 2);
    await again.list('register');
    expect(asked).toEqual(['register']);
    await again.close();
  });
});

describe('files', () => {
  it('keeps bytes once and answers them', async () => {
    const store = await openTestStore({ folder });
    const bytes = Buffer.from('bản ký số 7');
    const first = unwrap(await store.putFile(DOSSIER, bytes, '.PDF'));
    expect(unwrap(await store.putFile(DOSSIER, bytes, 'pdf'))).toBe(first);
    expect(Buffer.from(unwrap(await store.getFile(DOSSIER, first)))).toEqual(bytes);
    const missing = await store.getFile(DOSSIER, 'f'.repeat(64));
    expect(missing).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(missing.ok ? '' : missing.error.message).not.toContain('ffff');
    expect(await store.getFile(DOSSIER, '../../x')).toMatchObject({ error: { code: 'BAD_REQUEST' } });
    await store.close();
  });
});

describe('names', () => {
  it.each(['../office', 'a/b', 'con', 'x.', '', 'Sổ', 'a'.repeat(90)])('refuses the id "%s"', async (id) => {
    const store = await openTestStore({ folder });
    const done = await store.commit({ kind: 'dossier', id }, meta('x'), () => ok(null));
    expect(done).toMatchObject({ ok: false, error: { code: 'BAD_REQUEST' } });
    await store.close();
  });
});

describe('trash', () => {
  it('takes the aggregate away and gives it back', async () => {
    const store = await openTestStore({ folder });
    await number(store, 1);
    const { trashId } = unwrap(await store.trash(REGISTER, meta('away')));
    expect(unwrap(await store.trash(REGISTER, meta('away')))).toEqual({ trashId });
    expect(unwrap(await store.load(REGISTER))).toBeUndefined();
    expect(await store.list('register')).toEqual([]);
    await store.close();
    const again = await openTestStore({ folder });
    expect(again.state().notices).toEqual([]);
    const [row, ...others] = await again.listTrash();
    expect(others).toEqual([]);
    expect(row).toMatchObject({ trashId, ref: REGISTER, by: meta('away').by, at: meta('away').at });
    expect(unwrap(await again.restoreFromTrash(trashId))).toEqual(REGISTER);
    expect(unwrap(await again.load(REGISTER))?.view.list('entries')).toHaveLength(1);
    expect(await again.listTrash()).toEqual([]);
    expect(await again.restoreFromTrash(trashId)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    await again.close();
  });
});

describe('folders', () => {
  it('refuses live data in OneDrive', async () => {
    const opened = await openStore(storeOptions({ folder: join(folder, 'OneDrive - An Bình', 'vpdu') }));
    expect(opened).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });

  it('says in Vietnamese that a folder cannot be used', async () => {
    await writeFile(join(folder, 'tệp'), '');
    const opened = await openStore(storeOptions({ folder: join(folder, 'tệp', 'vpdu') }));
    expect(opened).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
    if (!opened.ok) expect(opened.error.message).toContain('Không mở được thư mục dữ liệu');
  });
});
