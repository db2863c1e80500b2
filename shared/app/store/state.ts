/** The store itself: where it is, whether it is sound, what happened in it. */
import { PLAN_ID } from '../../domain/plan/model';
import { periodNameInText } from '../../domain/report/periods';
import { checksumHolds } from '../../domain/report/report-commands';
import type { StoreFault } from '../../ports/store';
import { ok } from '../../result';
import { loadDossier, type App } from '../application';
import type { Handler } from '../handlers';

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
          place: `Hồ sơ “${view.get('plan', PLAN_ID)?.title ?? ref.id}”, bản tổng hợp ${periodNameInText(record.period)}`,
          message: `Bản tổng hợp ${periodNameInText(record.period)} lần ${record.version} không còn đúng như lúc chốt. Hãy lấy lại từ bản sao lưu.`,
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
