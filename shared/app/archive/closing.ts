/** Kết thúc hồ sơ. */
import { closeDossier, reopenDossier } from '../../domain/archive/closing';
import { lackingOf, retentionFor } from '../../domain/archive/lacking';
import { conferencesAhead } from '../../domain/archive/open-work';
import { fail, ok, type Result } from '../../result';
import {
  changeDossier,
  loadDossier,
  loadOffice,
  nowOf,
  revisionOf,
  type App,
  type OfficeState,
} from '../application';
import type { Handler } from '../handlers';

const directoryOf = ({ entries, profile }: OfficeState) => ({ entries, place: profile.place });

export function checkArchive(app: App): Handler<'archive.check'> {
  return async ({ dossierId }) => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    const { view } = loaded.value;
    const { now, today } = nowOf(app);
    const { retention, source } = retentionFor(view, office.value.loaded.view.list('retention'));
    return ok({
      lacking: lackingOf(view, directoryOf(office.value), now),
      ahead: [...conferencesAhead(view, today)],
      retention: view.get('archive', 'archive')?.retention ?? retention,
      retentionSource: source,
    });
  };
}

export function closeArchive(app: App): Handler<'archive.close'> {
  return async ({ dossierId, retention, despite }, context) => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    if (retention !== null && !/^(vĩnh viễn|[1-9]\d{0,2} năm)$/iu.test(retention.trim()))
      return fail(
        'BAD_REQUEST',
        `Thời hạn bảo quản “${retention}” không hợp lệ; ghi “Vĩnh viễn” hoặc số năm, ví dụ “20 năm”.`,
        {
          fieldErrors: { retention: 'Ghi “Vĩnh viễn” hoặc số năm, ví dụ “20 năm”.' },
        },
      );
    const { now, today } = nowOf(app);
    return revisionOf(
      await changeDossier(
        app,
        context,
        dossierId,
        'archive.close',
        (draft): Result<null> =>
          closeDossier(draft, {
            retention:
              retention?.trim() ?? retentionFor(draft, office.value.loaded.view.list('retention')).retention,
            lacking: lackingOf(draft, directoryOf(office.value), now),
            despite,
            closedOn: today,
            closedBy: context.by,
          }),
        // The rule itself says that it was ended already.
        { evenClosed: true },
      ),
    );
  };
}

export function reopenArchive(app: App): Handler<'archive.reopen'> {
  return async ({ dossierId, reason }, context) =>
    revisionOf(
      await changeDossier(
        app,
        context,
        dossierId,
        'archive.reopen',
        (draft) => reopenDossier(draft, { at: nowOf(app).now, by: context.by, text: reason }),
        { evenClosed: true },
      ),
    );
}
