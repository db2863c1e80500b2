/** What this office owes its superiors. */
import { inOrder } from '../../domain/office/directory';
import type { UpwardReport } from '../../domain/report/obligation-model';
import { byLastDay } from '../../domain/report/own-plans';
import { proposeUpward } from '../../domain/report/propose-obligations';
import { upwardStatus } from '../../domain/report/upward';
import {
  confirmUpward,
  fileUpward,
  removeUpward,
  saveUpward,
  sendUpward,
} from '../../domain/report/upward-commands';
import { fail, ok, type Result } from '../../result';
import type { UpwardRow } from '../../rpc/contract/obligation';
import { changeDossier, loadDossier, nowOf, revisionOf, type App } from '../application';
import { createNumberReader } from '../dispatch/number-reader';
import type { Handler } from '../handlers';
import { loadReporting } from '../report/reporting';
import { dossiersHolding, fileNameIn } from './dossiers';
import { storeTicket } from './keep';

/** domain.md §5: cut-off, ward and city default to 14, 15 and 20. */
const USUAL_DAY_TO_CITY = 20;

export function proposeUpwardReports(app: App): Handler<'upward.propose'> {
  return async ({ dossierId }) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const { office, dossier, plan } = reporting.value;
    return ok(
      proposeUpward({
        items: dossier.view.list('items'),
        text: plan.text,
        planTitle: plan.title,
        periods: dossier.view.list('periods'),
        standing: dossier.view.list('upwardReports'),
        holidays: office.loaded.view.list('holidays'),
        dueDayToCity: office.loaded.view.get('defaults', 'report')?.dueDayToCity ?? USUAL_DAY_TO_CITY,
        superiors: inOrder(office.entries)
          .filter(({ kind }) => kind === 'superior')
          .map(({ name }) => name),
      }),
    );
  };
}

export function saveUpwardReport(app: App): Handler<'upward.save'> {
  return async ({ dossierId, ...input }, context) => {
    const newId = app.ports.ids.next();
    const done = await changeDossier(app, context, dossierId, 'upward.save', (draft): Result<UpwardReport> =>
      saveUpward(draft, { ...input, newId }, nowOf(app).now),
    );
    return done.ok ? ok({ revision: done.value.revision, id: done.value.reply.id }) : done;
  };
}

export function sendUpwardReport(app: App): Handler<'upward.send'> {
  return async ({ dossierId, id, documentId, ...input }, context) => {
    const { now, today } = nowOf(app);
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    const document = documentId === null ? undefined : loaded.value.view.get('documents', documentId);
    if (documentId !== null && !document) return fail('NOT_FOUND', 'Không tìm thấy văn bản này trong hồ sơ.');
    const numbers = createNumberReader(app);
    const file = await storeTicket(app, dossierId, input.ticket, 'signed');
    if (!file.ok) return file;
    const numberText = document ? await numbers.textOf(document) : null;
    const date = document ? await numbers.dateOf(document) : null;
    if (document && numberText === null)
      return fail('CONFLICT', `“${document.title}” chưa có số. Lấy số cho văn bản trước khi ghi là đã gửi.`);
    return revisionOf(
      await changeDossier(app, context, dossierId, 'upward.send', (draft): Result<null> => {
        file.value?.note(draft);
        const sent = sendUpward(
          draft,
          {
            id,
            mark: { numberText: numberText ?? input.numberText, date: date ?? input.date },
            on: input.on ?? today,
            time: input.time,
            channel: input.channel,
            documentId,
            file: file.value?.sha256 ?? document?.signedFile ?? null,
          },
          now,
        );
        return sent.ok ? ok(null) : sent;
      }),
    );
  };
}

export function confirmUpwardReport(app: App): Handler<'upward.receipt'> {
  return async ({ dossierId, id, on, note, ticket }, context) => {
    const { now, today } = nowOf(app);
    const file = await storeTicket(app, dossierId, ticket, 'attachment');
    if (!file.ok) return file;
    return revisionOf(
      await changeDossier(app, context, dossierId, 'upward.receipt', (draft): Result<null> => {
        file.value?.note(draft);
        const confirmed = confirmUpward(
          draft,
          { id, on: on ?? today, note, file: file.value?.sha256 ?? null },
          now,
        );
        return confirmed.ok ? ok(null) : confirmed;
      }),
    );
  };
}

export function fileUpwardReport(app: App): Handler<'upward.file'> {
  return async ({ dossierId, id, on }, context) => {
    const { now, today } = nowOf(app);
    return revisionOf(
      await changeDossier(app, context, dossierId, 'upward.file', (draft): Result<null> => {
        const filed = fileUpward(draft, { id, on: on ?? today }, now);
        return filed.ok ? ok(null) : filed;
      }),
    );
  };
}

export function removeUpwardReport(app: App): Handler<'upward.remove'> {
  return async ({ dossierId, id }, context) =>
    revisionOf(
      await changeDossier(app, context, dossierId, 'upward.remove', (draft) => removeUpward(draft, id)),
    );
}

export function listUpwardReports(app: App): Handler<'upward.list'> {
  return async ({ dossierId }) => {
    const dossiers = await dossiersHolding(app, dossierId, ({ upward }) => upward.length > 0);
    if (!dossiers.ok) return dossiers;
    const { now } = nowOf(app);
    return ok(
      byLastDay(
        dossiers.value.flatMap(({ dossierId: id, plan, view }) =>
          view.list('upwardReports').map((report): UpwardRow => ({
            ...report,
            dossierId: id,
            plan,
            ...upwardStatus(report, now),
            fileName: fileNameIn(view, report.sent?.file ?? null),
          })),
        ),
      ),
    );
  };
}
