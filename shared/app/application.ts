/** What every use case works with, and the few steps that all of them share. */
import { dateOfInstant, type Instant, type PlainDate } from '../date/plain-date';
import { INCOMING_ID } from '../domain/incoming/model';
import {
  OFFICE_ID,
  type DirectoryEntry,
  type OfficeProfile,
  type OfficeTables,
} from '../domain/office/model';
import { PLAN_ID } from '../domain/plan/model';
import type { OutputFile } from '../ports/files';
import type { Ports } from '../ports/ports';
import type { Committed, CommitMeta, Loaded } from '../ports/store';
import type { Draft } from '../records';
import { fail, ok, type Result } from '../result';
import type { OfferedFiles } from '../rpc/contract/common';
import type { DossierTables } from '../schema/aggregates';
import type { CallContext } from './handlers';
import type { Jobs } from './jobs';
import type { SearchIndex } from './search/search-index';

export interface App {
  readonly ports: Ports;
  readonly jobs: Jobs;
  readonly search: SearchIndex;
}

export const OFFICE_REF = { kind: 'office', id: OFFICE_ID } as const;
export const INCOMING_REF = { kind: 'incoming', id: INCOMING_ID } as const;

export function nowOf(app: App): { readonly now: Instant; readonly today: PlainDate } {
  const now = app.ports.clock.now();
  return { now, today: dateOfInstant(now) };
}

/** The history line's words. `part` tells apart several commits of one call into one aggregate. */
export function metaOf(
  app: App,
  context: CallContext,
  command: string,
  options: { readonly part?: string; readonly expectedRevision?: number | null } = {},
): CommitMeta {
  return {
    expectedRevision:
      options.expectedRevision === undefined ? context.expectedRevision : options.expectedRevision,
    requestId: options.part === undefined ? context.requestId : `${context.requestId}#${options.part}`,
    at: app.ports.clock.now(),
    by: context.by,
    command,
  };
}

const NO_OFFICE = 'Chưa khai báo cơ quan. Mở ứng dụng và trả lời phần “Cơ quan của bạn”, rồi làm lại.';

export interface OfficeState {
  readonly loaded: Loaded<'office'>;
  readonly profile: OfficeProfile;
  readonly entries: readonly DirectoryEntry[];
}

/** The office that first run described; CONFLICT before that. */
export async function loadOffice(app: App): Promise<Result<OfficeState>> {
  const loaded = await app.ports.store.load(OFFICE_REF);
  if (!loaded.ok) return loaded;
  const profile = loaded.value?.view.get('profile', 'profile');
  if (!loaded.value || !profile) return fail('CONFLICT', NO_OFFICE);
  return ok({ loaded: loaded.value, profile, entries: loaded.value.view.list('entries') });
}

/** Entries of the directory; empty before first run. */
export async function loadEntries(app: App): Promise<Result<readonly DirectoryEntry[]>> {
  const loaded = await app.ports.store.load(OFFICE_REF);
  if (!loaded.ok) return loaded;
  return ok(loaded.value?.view.list('entries') ?? []);
}

const NO_DOSSIER =
  'Không tìm thấy hồ sơ này. Có thể hồ sơ đã được bỏ vào thùng rác; hãy mở lại danh sách kế hoạch.';

export function dossierRef(id: string) {
  return { kind: 'dossier', id } as const;
}

export async function loadDossier(app: App, id: string): Promise<Result<Loaded<'dossier'>>> {
  if (!/^[0-9A-Za-z-]{1,64}$/.test(id)) return fail('NOT_FOUND', NO_DOSSIER);
  const loaded = await app.ports.store.load(dossierRef(id));
  if (!loaded.ok) return loaded;
  if (!loaded.value?.view.get('plan', PLAN_ID)) return fail('NOT_FOUND', NO_DOSSIER);
  return ok(loaded.value);
}

export interface ChangeOptions {
  /** Also where the dossier was ended (reopen, its own bookkeeping). */
  readonly evenClosed?: boolean;
  readonly part?: string;
  readonly expectedRevision?: number | null;
}

export const CLOSED =
  'Hồ sơ đã kết thúc nên không sửa được nữa. Nếu cần sửa, hãy mở lại hồ sơ (Lưu trữ → Mở lại) và ghi lý do.';

/**
 * CONFLICT when the caller saw another revision. The commit compares again; this is for a command that writes elsewhere
 * (the office, a book) before it, which would stay written when the commit is refused.
 */
export function checkSeen({ expectedRevision }: CallContext, revision: number): Result<null> {
  return expectedRevision === null || expectedRevision === revision
    ? ok(null)
    : fail(
        'CONFLICT',
        'Dữ liệu này đã thay đổi từ lúc được mở. Hãy tải lại rồi làm lại; chưa có gì được ghi.',
        {
          details: { expected: expectedRevision, actual: revision },
        },
      );
}

/** One commit into an existing dossier that is not ended. */
export async function changeDossier<R>(
  app: App,
  context: CallContext,
  dossierId: string,
  command: string,
  work: (draft: Draft<DossierTables>) => Result<R> | Promise<Result<R>>,
  options: ChangeOptions = {},
): Promise<Result<Committed<R>>> {
  // Loaded first: a commit would create the aggregate where there is none.
  const known = await loadDossier(app, dossierId);
  if (!known.ok) return known;
  return app.ports.store.commit(dossierRef(dossierId), metaOf(app, context, command, options), (draft) => {
    if (options.evenClosed !== true && draft.list('archive').length > 0) return fail('FORBIDDEN', CLOSED);
    return work(draft);
  });
}

/** One commit into the office. Before first run everything but the setup itself is refused. */
export function changeOffice<R>(
  app: App,
  context: CallContext,
  command: string,
  work: (draft: Draft<OfficeTables>) => Result<R> | Promise<Result<R>>,
): Promise<Result<Committed<R>>> {
  return app.ports.store.commit(OFFICE_REF, metaOf(app, context, command), (draft) => {
    if (!draft.get('profile', 'profile')) return fail('CONFLICT', NO_OFFICE);
    return work(draft);
  });
}

/** Offers files to the host and describes them. */
export async function offer(
  app: App,
  files: readonly OutputFile[],
  suggestedName: string,
): Promise<OfferedFiles> {
  const ticket = await app.ports.outputs.offer(files, suggestedName);
  return {
    ticket,
    suggestedName,
    files: files.map((file) => ({
      name: file.name,
      bytes: file.bytes.length,
      sha256: app.ports.hash.sha256(file.bytes),
    })),
  };
}

export const CANCELLED = 'Đã dừng theo yêu cầu; chưa có gì thay đổi.';

/** `{revision}` of a commit, the reply of most commands. */
export function revisionOf(committed: Result<Committed<unknown>>): Result<{ revision: number }> {
  return committed.ok ? ok({ revision: committed.value.revision }) : committed;
}
