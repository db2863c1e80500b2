/** Records, metas and open stores for tests of the store. All invented. */
import { createHash } from 'node:crypto';
import type { FileSystem } from '../../electron/adapters/store/file-system';
import { openStore } from '../../electron/adapters/store/open-store';
import type { DurableStore, OpenStoreOptions } from '../../electron/adapters/store/open-store';
import { nodeHash } from '../../electron/adapters/system/hash';
import type { RegisterEntry } from '../../shared/domain/dispatch/model';
import type { Report } from '../../shared/domain/report/model';
import { unwrap } from '../../shared/result';
import type { CommitMeta, Ref, Store } from '../../shared/ports/store';

export const AT = '2026-03-25T08:00:00+07:00';
export const REGISTER: Ref<'register'> = { kind: 'register', id: 'DU-KH-2025' };
export const DOSSIER: Ref<'dossier'> = { kind: 'dossier', id: '5f0e3c52-8c1b-4d7e-9d5a-0b6f6a3f1c11' };

export function meta(requestId: string, rest: Partial<CommitMeta> = {}): CommitMeta {
  return { expectedRevision: null, requestId, at: AT, by: 'Thử nghiệm', command: 'test.change', ...rest };
}

export function entry(number: number, rest: Partial<RegisterEntry> = {}): RegisterEntry {
  return {
    id: String(number),
    number,
    numberText: `${number}-KH/ĐU`,
    kind: 'issued',
    date: '2026-03-25',
    documentId: null,
    dossierId: null,
    requestId: `number-${number}`,
    subject: `Kế hoạch thử số ${number}`,
    signer: 'Nguyễn Văn Bình',
    recipients: '',
    keeper: '',
    copies: null,
    sentOn: null,
    note: '',
    registeredAt: AT,
    ...rest,
  };
}

export function report(
  period: string,
  unitId: string,
  values: Readonly<Record<string, number>> = { HN01: 3 },
): Report {
  return {
    id: `${period}|${unitId}`,
    period,
    unitId,
    state: 'received',
    nil: false,
    nilSaidBy: '',
    nilHow: '',
    receivedOn: '2026-03-20',
    receivedTime: null,
    enteredAt: AT,
    values: { ...values },
    narrative: {},
    models: [],
    source: { kind: 'typed', by: 'Thử nghiệm', evidence: [] },
    version: 1,
    returnedReason: null,
  };
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Commits one entry of the register; answers its revision. */
export async function number(store: Store, value: number, note = ''): Promise<number> {
  const done = await store.commit(REGISTER, meta(`n-${value}-${note}`), (draft) => {
    draft.put('entries', entry(value, { note }));
    return { ok: true, value: { number: value } };
  });
  return unwrap(done).revision;
}

export type TestStoreOptions = Partial<OpenStoreOptions> & {
  readonly folder: string;
  readonly fs?: FileSystem;
};

export function storeOptions(options: TestStoreOptions): OpenStoreOptions {
  return {
    clock: { now: () => AT },
    hash: nodeHash,
    by: 'Chương trình',
    appVersion: '0.1.0',
    hostKind: 'test',
    summarize: (kind, view) => ({ kind, first: kind === 'register' ? view.list('entries').length : 0 }),
    ...options,
  };
}

export async function openTestStore(options: TestStoreOptions): Promise<DurableStore> {
  return unwrap(await openStore(storeOptions(options)));
}
