/** A day's work on a store, written so that after any fault it is known what must be there and what may be. */
import type { FileSystem } from '../../electron/adapters/store/file-system';
import { openStore } from '../../electron/adapters/store/open-store';
import type { DurableStore } from '../../electron/adapters/store/open-store';
import { ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { Ref, Store } from '../../shared/ports/store';
import { INTAKE_ID, intakeItemSchema } from '../../shared/domain/report/intake-model';
import { AT, DOSSIER, REGISTER, entry, meta, report, sha256, storeOptions } from '../support/store-fixtures';

/** Table rows as text, by aggregate: what two stores are compared by. */
export type Contents = Readonly<Record<string, string>>;

interface KeptFile {
  readonly ref: Ref<'dossier'> | Ref<'intake'>;
  readonly sha256: string;
}

export interface Outcome {
  /** What every acknowledged commit adds up to. */
  readonly acknowledged: Contents;
  /** …and what it would be with the commit that was under way when the power went. */
  readonly underWay: Contents | null;
  /** Files whose keeping was acknowledged: the aggregate and the sha256. */
  readonly files: readonly KeptFile[];
}

const INTAKE: Ref<'intake'> = { kind: 'intake', id: INTAKE_ID };

/** The table of each aggregate that the day writes. */
const TABLE = { register: 'entries', dossier: 'reports', intake: 'items' } as const;

interface Step {
  readonly ref: Ref<'register'> | Ref<'dossier'> | Ref<'intake'>;
  readonly requestId: string;
  /** Table → records that are put; null removes. */
  readonly puts: readonly { id: string; record: object | null }[];
}

const put = (value: number, note = '', date = '2026-03-25') => ({
  id: String(value),
  record: entry(value, { note, date }),
});
const reported = (period: string, unit: string, count: number) => {
  const record = report(period, unit, { HN01: count });
  return { id: record.id, record };
};

/** A file of the tray: first it waits, then it is kept back with its fault. */
const came = (place: number, judged: boolean) => {
  const record = intakeItemSchema.parse({
    id: `dot-1|${place}`,
    batchId: 'dot-1',
    at: AT,
    place: `Gửi về/${place}.xlsx`,
    name: `${place}.xlsx`,
    size: 3,
    outcome: judged ? 'quarantined' : 'waiting',
    faults: judged ? [{ sheet: 'Số liệu', cell: 'E10', code: 'negative', message: '“-3” là số âm.' }] : [],
  });
  return { id: record.id, record };
};

/** Several records a commit, so that a half-done one would show; changes, removals and moves between segments. */
const DAY: readonly (readonly Step[])[] = [
  [
    { ref: REGISTER, requestId: 'a1', puts: [put(1), put(2, '', '2027-01-04')] },
    { ref: DOSSIER, requestId: 'd1', puts: [reported('2026-01', 'u1', 1), reported('2026-01', 'u2', 2)] },
    { ref: REGISTER, requestId: 'a2', puts: [put(3), put(1, 'sửa')] },
    { ref: INTAKE, requestId: 'i1', puts: [came(1, false), came(2, false)] },
  ],
  [
    { ref: REGISTER, requestId: 'a3', puts: [put(2, 'về năm nay'), put(4, '', '2027-02-01'), put(6)] },
    {
      ref: DOSSIER,
      requestId: 'd2',
      puts: [{ id: '2026-01|u1', record: null }, reported('2026-02', 'u1', 5)],
    },
    { ref: INTAKE, requestId: 'i2', puts: [came(1, true), came(2, true), came(3, false)] },
    {
      ref: REGISTER,
      requestId: 'a4',
      puts: [{ id: '3', record: null }, put(5, '', '2027-03-01'), put(7)],
    },
  ],
];

export const KEPT = Buffer.from('bản ký, từng byte');
const KEPT_BACK = Buffer.from('biểu bị giữ lại, từng byte');

const commitStep = (store: Store, step: Step): Promise<Result<unknown>> => {
  if (step.ref.kind === 'register')
    return store.commit(step.ref, meta(step.requestId), (draft) => {
      for (const { id, record } of step.puts)
        if (record) draft.put('entries', record as ReturnType<typeof entry>);
        else draft.remove('entries', id);
      return ok(step.requestId);
    });
  if (step.ref.kind === 'intake')
    return store.commit(step.ref, meta(step.requestId), (draft) => {
      for (const { id, record } of step.puts)
        if (record) draft.put('items', record as ReturnType<typeof came>['record']);
        else draft.remove('items', id);
      return ok(step.requestId);
    });
  return store.commit(step.ref, meta(step.requestId), (draft) => {
    for (const { id, record } of step.puts)
      if (record) draft.put('reports', record as ReturnType<typeof report>);
      else draft.remove('reports', id);
    return ok(step.requestId);
  });
};

/** What the store holds, read through its views. Throws with the store's sentence where it can't be read. */
export async function contentsOf(store: Store): Promise<Contents> {
  const out: Record<string, string> = {};
  for (const ref of [REGISTER, DOSSIER, INTAKE]) {
    const loaded = await store.load<'register' | 'dossier' | 'intake'>(ref);
    if (!loaded.ok) throw new Error(loaded.error.message);
    const view = loaded.value?.view;
    const rows = view?.list(TABLE[ref.kind] as never) ?? [];
    if (loaded.value) out[ref.id] = JSON.stringify(rows);
  }
  return out;
}

/** As `contentsOf` would see it after these steps, kept without any store. */
function model() {
  const tables = new Map<string, Map<string, object>>();
  return {
    apply(step: Step): void {
      const rows = tables.get(step.ref.id) ?? new Map<string, object>();
      tables.set(step.ref.id, rows);
      for (const { id, record } of step.puts)
        if (record) rows.set(id, record);
        else rows.delete(id);
    },
    contents: (): Contents =>
      Object.fromEntries([...tables].map(([id, rows]) => [id, JSON.stringify([...rows.values()])])),
  };
}

let opened = 0;

/** Opens as a program of its own, so that the lock of one that lost power counts as left behind. */
export async function openAs(fs: FileSystem): Promise<Result<DurableStore>> {
  opened += 1;
  const process = {
    pid: 1_000_000 + opened,
    host: 'may-thu',
    hostKind: 'test',
    bootTime: 0,
    patience: 0,
    isAlive: () => false,
  };
  return openStore(storeOptions({ folder: '/data', fs, process, clock: { now: () => AT } }));
}

/** Runs the day over `fs`. A step that answers an error must have changed nothing; `crashed` ends the day. */
export async function runDay(fs: FileSystem, crashed: () => boolean): Promise<Outcome> {
  const expected = model();
  const files: KeptFile[] = [];
  const end = (underWay: Contents | null): Outcome => ({
    acknowledged: expected.contents(),
    underWay,
    files,
  });

  for (const steps of DAY) {
    let store = await openAs(fs);
    if (!store.ok && !crashed()) store = await openAs(fs);
    if (crashed()) return end(null);
    if (!store.ok) throw new Error(`could not be opened again: ${store.error.message}`);
    const { value } = store;
    for (const step of steps) {
      const done = await commitStep(value, step);
      if (done.ok) expected.apply(step);
      else if (!crashed()) {
        if (value.state().readOnlyBecause === null) {
          const seen = await contentsOf(value);
          if (JSON.stringify(seen) !== JSON.stringify(expected.contents()))
            throw new Error(`an error was answered, but memory changed: ${done.error.message}`);
        }
        // The fault is over: the same request goes through, unless the store may only be read.
        if ((await commitStep(value, step)).ok) expected.apply(step);
      }
      if (crashed()) {
        // Ends the timers of a program that is no more.
        await value.close();
        if (done.ok) return end(null);
        const before = expected.contents();
        const later = model();
        for (const one of DAY.flat()) {
          later.apply(one);
          if (one === step) break;
        }
        return { acknowledged: before, underWay: later.contents(), files };
      }
    }
    const kept = await value.putFile(DOSSIER, KEPT, 'pdf');
    if (kept.ok) files.push({ ref: DOSSIER, sha256: kept.value });
    const keptBack = await value.putFile(INTAKE, KEPT_BACK, 'xlsx');
    if (keptBack.ok) files.push({ ref: INTAKE, sha256: keptBack.value });
    await value.close();
    if (crashed()) return end(null);
  }
  return end(null);
}

/**
 * What is wrong with the disk after the day, opened without faults; empty when every acknowledged commit and file is
 * there, nothing is there by half, and work can go on.
 */
export async function judge(fs: FileSystem, outcome: Outcome): Promise<string[]> {
  const wrong: string[] = [];
  const opened = await openAs(fs);
  if (!opened.ok) return [`not opened: ${opened.error.message}`];
  const store = opened.value;
  const state = store.state();
  if (state.readOnlyBecause !== null) wrong.push(`read-only: ${state.readOnlyBecause}`);
  const seen = await contentsOf(store).catch((error: unknown) => ({ error: String(error) }));
  const allowed = [outcome.acknowledged, ...(outcome.underWay ? [outcome.underWay] : [])];
  if (!allowed.some((one) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(seen))))
    wrong.push(`holds ${JSON.stringify(seen)}, acknowledged ${JSON.stringify(outcome.acknowledged)}`);
  for (const file of outcome.files) {
    const bytes = await store.getFile(file.ref, file.sha256);
    if (!bytes.ok || sha256(bytes.value) !== file.sha256)
      wrong.push(`file ${file.sha256} of ${file.ref.id} is lost`);
  }
  for (const fault of [...state.notices, ...(await store.check())])
    if (fault.severity === 'error') wrong.push(`fault: ${fault.message}`);
  const more = await commitStep(store, { ref: REGISTER, requestId: 'after', puts: [put(99)] });
  if (!more.ok) wrong.push(`no further commit: ${more.error.message}`);
  await store.close();
  const again = await openAs(fs);
  if (!again.ok) return [...wrong, `not opened again: ${again.error.message}`];
  const nothing: Contents = {};
  const rows = (await contentsOf(again.value).catch(() => nothing))[REGISTER.id] ?? '';
  if (!rows.includes('"id":"99"')) wrong.push('the further commit is lost');
  if (again.value.state().notices.length > 0)
    wrong.push(`told twice: ${again.value.state().notices[0]?.message ?? ''}`);
  await again.value.close();
  return wrong;
}

function sorted(contents: Contents | { error: string }): [string, string][] {
  return Object.entries(contents).sort(([a], [b]) => (a < b ? -1 : 1));
}
