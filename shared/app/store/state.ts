/** The store itself: where it is, whether it is sound, what happened in it. */
import { checksumHolds } from '../../domain/report/report-commands';
import { restrictedCodes, toldHistory } from '../../domain/report/told-changes';
import type { Ref, StoreFault } from '../../ports/store';
import { fail, ok } from '../../result';
import { loadDossier, OFFICE_REF, type App } from '../application';
import type { Handler } from '../handlers';
import { labelOf } from './labels';

export function storeState(app: App): Handler<'store.state'> {
  return async () => {
    const { folder, readOnlyBecause, notices } = app.ports.store.state();
    const backups = await app.ports.backups.list();
    const choice = await app.ports.dataChoice.state();
    const lastBackup =
      backups
        .map(({ createdAt }) => createdAt)
        .sort()
        .at(-1) ?? null;
    return ok({
      folder,
      readOnlyBecause,
      notices: [...notices],
      lastBackup,
      previousFolder: choice.previous,
      nextFolder: choice.next,
      folderFixedBecause: choice.fixedBecause,
      host: app.ports.host,
      version: app.ports.version,
    });
  };
}

/** Numbers whose register line and document do not point at each other. */
async function orphans(app: App): Promise<StoreFault[]> {
  const faults: StoreFault[] = [];
  const warn = (place: string, message: string): void => {
    faults.push({ severity: 'warning', place, message, repaired: false });
  };
  const pointed = new Map<string, string>();
  for (const { ref } of await app.ports.store.list('dossier')) {
    const loaded = await loadDossier(app, ref.id);
    if (!loaded.ok) continue;
    const { view } = loaded.value;
    for (const document of view.list('documents'))
      if (document.registration)
        pointed.set(
          `${document.registration.seriesId}|${document.registration.number}|${document.id}`,
          document.title,
        );
    for (const record of view.list('consolidations'))
      if (!checksumHolds(record, (text) => app.ports.hash.sha256(text)))
        faults.push({
          severity: 'error',
          place: `Hồ sơ ${ref.id}, bản tổng hợp ${record.id}`,
          message: `Bản tổng hợp kỳ ${record.period} lần ${record.version} không còn đúng như lúc chốt. Hãy lấy lại từ bản sao lưu.`,
          repaired: false,
        });
  }
  for (const { ref } of await app.ports.store.list('register')) {
    const loaded = await app.ports.store.load({ kind: 'register', id: ref.id });
    if (!loaded.ok || !loaded.value) continue;
    const { view } = loaded.value;
    const title = view.get('series', 'series')?.title ?? ref.id;
    for (const entry of view.list('entries')) {
      const key = `${ref.id}|${entry.number}|${entry.documentId ?? ''}`;
      // A line that was written by hand has no document here.
      if (entry.kind === 'issued' && entry.documentId !== null && !pointed.delete(key))
        warn(
          `Sổ ${title}`,
          `Số ${entry.numberText} (“${entry.subject}”) có trong sổ nhưng văn bản chưa ghi nhận số này. Mở văn bản và đăng ký lại: đúng số này sẽ được dùng.`,
        );
    }
  }
  for (const [key, title] of pointed)
    warn(
      `Văn bản “${title}”`,
      `Văn bản trỏ đến số ${key.split('|')[1] ?? ''} nhưng sổ không có dòng này hoặc dòng đã hủy. Hãy hoàn tác việc đăng ký rồi đăng ký lại.`,
    );
  return faults;
}

export function checkStore(app: App): Handler<'store.check'> {
  return async (_input, { progress }) => {
    const faults = await app.ports.store.check((done, total) =>
      progress.report(done, total, 'Kiểm tra kho dữ liệu'),
    );
    return ok([...faults, ...(await orphans(app))]);
  };
}

export function storeHistory(app: App): Handler<'store.history'> {
  return async ({ kind, id, limit, before }) => {
    const ref: Ref = { kind, id };
    const loaded = await app.ports.store.load(ref);
    if (!loaded.ok) return loaded;
    if (!loaded.value) return fail('NOT_FOUND', 'Không có dữ liệu này nên không có lịch sử.');
    const entries = await app.ports.store.history(ref, { limit, ...(before === null ? {} : { before }) });
    if (!entries.ok) return entries;
    const office = await app.ports.store.load(OFFICE_REF);
    if (!office.ok) return office;
    const restricted = restrictedCodes(office.value?.view.list('indicators') ?? []);
    return ok(
      entries.value.map(({ revision, at, by, command, changes, purged }) => ({
        revision,
        at,
        by,
        command,
        label: labelOf(command),
        changes: toldHistory(changes, restricted).map(withoutReading),
        purged: purged !== undefined,
        purgedBecause: purged?.reason ?? null,
      })),
    );
  };
}

/** A plan's reading is derived from its text, which is told: as long again, it is left out. */
function withoutReading<
  C extends { readonly table: string; readonly before?: unknown; readonly after?: unknown },
>(change: C): C {
  if (change.table !== 'plan') return change;
  const bare = (record: unknown): unknown => {
    if (record === null || typeof record !== 'object') return record;
    return Object.fromEntries(Object.entries(record).filter(([field]) => field !== 'parsed'));
  };
  return { ...change, before: bare(change.before), after: bare(change.after) };
}
