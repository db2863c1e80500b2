/** Chờ số: documents without a number, numbers kept and not used, gaps without a reason; in one place. */
import { dateOfInstant } from '../../date/plain-date';
import { gapsWithReasons } from '../../domain/dispatch/numbering';
import { runsOf } from '../../domain/number-runs';
import { PLAN_ID } from '../../domain/plan/model';
import { ok, type Result } from '../../result';
import type { OutputOf } from '../../rpc/contract';
import { readDossierSummary } from '../../schema/summarize';
import { loadDossier, nowOf, type App } from '../application';
import type { Handler } from '../handlers';

type Waiting = OutputOf<'register.waiting'>;

/** So many runs of gaps are listed. */
const GAPS_LISTED = 200;

/** Only dossiers that the catalogue says have such a document are opened. */
async function waitingDocuments(app: App): Promise<Result<Waiting['documents']>> {
  const rows: Waiting['documents'] = [];
  for (const { ref, summary: raw } of await app.ports.store.list('dossier')) {
    const summary = readDossierSummary(raw);
    if (!summary || summary.archived || summary.status === 'review') continue;
    if (summary.documents.every(({ registered }) => registered)) continue;
    const dossier = await loadDossier(app, ref.id);
    if (!dossier.ok) return dossier;
    const { view } = dossier.value;
    const plan = view.get('plan', PLAN_ID);
    for (const document of view.list('documents')) {
      if (document.registration !== null || document.status === 'recalled' || document.status === 'replaced')
        continue;
      rows.push({
        dossierId: ref.id,
        documentId: document.id,
        plan: plan?.title ?? '',
        title: document.title,
        kindName: document.kindName,
        since: dateOfInstant(document.createdAt),
        signed: document.signedFile !== null,
        printed: document.id === ref.id ? (plan?.parsed.header.numberText ?? null) : null,
      });
    }
  }
  return ok(rows.sort((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1)));
}

export function listWaitingNumbers(app: App): Handler<'register.waiting'> {
  return async () => {
    const documents = await waitingDocuments(app);
    if (!documents.ok) return documents;
    const { today } = nowOf(app);
    const reserved: Waiting['reserved'] = [];
    const gaps: Waiting['gaps'] = [];
    for (const { ref } of await app.ports.store.list('register')) {
      const loaded = await app.ports.store.load({ kind: 'register', id: ref.id });
      if (!loaded.ok) return loaded;
      const view = loaded.value?.view;
      if (!view) continue;
      const book = view.get('series', 'series')?.title ?? ref.id;
      const entries = view.list('entries');
      for (const { kind, number, numberText, date, note, reserved: kept } of entries)
        if (kind === 'reserved')
          reserved.push({
            seriesId: ref.id,
            book,
            number,
            numberText,
            holder: kept?.holder ?? '',
            reason: kept?.reason ?? note,
            date,
            until: kept?.until ?? null,
            late: kept !== undefined && kept.until !== null && kept.until < today,
          });
      for (const { first, last, reason } of runsOf(gapsWithReasons(view)))
        if (reason === null) gaps.push({ seriesId: ref.id, book, number: first, to: last });
    }
    reserved.sort((a, b) => ((a.until ?? '9') < (b.until ?? '9') ? -1 : (a.until ?? '9') > (b.until ?? '9') ? 1 : a.number - b.number)); // prettier-ignore
    return ok({ documents: documents.value, reserved, gaps: gaps.slice(0, GAPS_LISTED) });
  };
}
