/** Giấy mời: made to be looked at, or made and kept as a document of the dossier; the attendance sheet. */
import { momentParts } from '../../date/moment';
import { attendancePage, attendanceWorkbook } from '../../documents/attendance-sheet';
import type { PrintedSigner } from '../../documents/signature-block';
import { ownSymbol } from '../../documents/chase-report-page';
import { invitationPage } from '../../documents/invitation-page';
import { invitationTitle, momentWords } from '../../documents/invitation-words';
import { noteInvitation } from '../../domain/conference/commands';
import type { Invitation } from '../../domain/conference/model';
import { isOutdated } from '../../domain/conference/state';
import { PLAN_ID } from '../../domain/plan/model';
import { KIND_OF_TYPE } from '../../domain/plan/plan-record';
import { fail, ok, type Result } from '../../result';
import { safeFileName } from '../../text/file-name';
import { changeDossier, dossierRef, nowOf, offer, type App } from '../application';
import { createNumberReader } from '../dispatch/number-reader';
import type { Handler } from '../handlers';
import { chosenSigner } from '../report/printed-signer';
import { ruleProfile } from '../rule-profiles';
import { attendanceRows, loadConference, type OneConference } from './sources';

interface Wanted extends Pick<Invitation, 'type' | 'issuer' | 'layout'> {
  readonly format: 'docx' | 'pdf';
  /** Of this document, with its number and day. */
  readonly documentId: string | null;
  /** Key of who signs; null: who usually does. */
  readonly signer: string | null;
}

interface Made {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly title: string;
  readonly signer: PrintedSigner;
}

async function makeInvitation(app: App, one: OneConference, wanted: Wanted): Promise<Result<Made>> {
  const { office, dossier, item, record, invited } = one;
  if (record.halted)
    return fail('CONFLICT', 'Hội nghị đang hoãn hoặc đã hủy nên chưa làm giấy mời; định lại ngày trước.');
  if (momentParts(item.start).day === null)
    return fail('CONFLICT', 'Hội nghị chưa có ngày, nên chưa làm giấy mời được. Định ngày trước.');
  if (invited.length === 0)
    return fail('CONFLICT', 'Chưa ghi mời ai. Ghi ở phần Thành phần trước, rồi làm giấy mời.');
  const kept = record.invitations.find(({ documentId }) => documentId === wanted.documentId);
  const document = wanted.documentId === null ? undefined : dossier.view.get('documents', wanted.documentId);
  if (wanted.documentId !== null && (!kept || !document))
    return fail('NOT_FOUND', 'Không tìm thấy giấy mời này trong hồ sơ.');
  const numbers = createNumberReader(app);
  const numberText = document ? await numbers.textOf(document) : null;
  if (kept && numberText !== null && isOutdated(kept, item))
    return fail(
      'CONFLICT',
      `Giấy mời số ${numberText} ghi ${momentWords(kept.madeFor, null)}, nay hội nghị đã đổi sang ${momentWords(item.start, null)}. Giấy mời đã lấy số thì giữ nguyên; hãy làm giấy mời mới để báo lại nơi được mời.`,
    );
  const { type, issuer, layout } = kept ?? wanted;
  const profile = await ruleProfile(app, office.profile.ruleProfileId);
  if (!profile.ok) return profile;
  const plan = dossier.view.get('plan', PLAN_ID);
  if (!plan) return fail('NOT_FOUND', 'Không tìm thấy hồ sơ này.');
  // A paper that was kept is printed again as it was signed then, whoever signs by now.
  const signer = kept?.signer ? ok(kept.signer) : chosenSigner(office, plan, issuer, wanted.signer);
  if (!signer.ok) return signer;
  const planDocument = dossier.view.get('documents', dossier.ref.id);
  const page = invitationPage({
    type,
    issuer,
    layout,
    office: office.profile,
    profile: profile.value,
    item,
    conference: record,
    bodies: invited,
    plan: {
      title: plan.title,
      numberText: planDocument ? await numbers.textOf(planDocument) : null,
      date: plan.date,
    },
    numberText,
    date: document ? await numbers.dateOf(document) : null,
    signer: signer.value,
    createdAt: nowOf(app).now,
  });
  const written = await (wanted.format === 'pdf' ? app.ports.pdfWriter : app.ports.wordWriter).write(page);
  if (!written.ok) return written;
  const title = invitationTitle({ type, item });
  return ok({
    bytes: written.value,
    name: safeFileName(`${title}.${wanted.format}`),
    title,
    signer: signer.value,
  });
}

export function showInvitation(app: App): Handler<'conference.invitation'> {
  return async ({ dossierId, id, ...wanted }) => {
    const one = await loadConference(app, dossierId, id);
    if (!one.ok) return one;
    const made = await makeInvitation(app, one.value, wanted);
    if (!made.ok) return made;
    return ok(await offer(app, [{ name: made.value.name, bytes: made.value.bytes }], made.value.name));
  };
}

/** The file is kept byte for byte as it was made; the document waits for its number like any other. */
export function inviteToConference(app: App): Handler<'conference.invite'> {
  return async ({ dossierId, id, format, signer, ...choice }, context) => {
    const one = await loadConference(app, dossierId, id);
    if (!one.ok) return one;
    if (one.value.dossier.view.list('archive').length > 0)
      return fail('FORBIDDEN', 'Hồ sơ đã kết thúc nên không thêm giấy mời. Nếu cần, hãy mở lại hồ sơ.');
    const made = await makeInvitation(app, one.value, { ...choice, format, signer, documentId: null });
    if (!made.ok) return made;
    const { bytes, name, title } = made.value;
    const kept = await app.ports.store.putFile(dossierRef(dossierId), bytes, format);
    if (!kept.ok) return kept;
    const { now } = nowOf(app);
    const done = await changeDossier(
      app,
      context,
      dossierId,
      'conference.invite',
      (draft): Result<string> => {
        const documentId = app.ports.ids.next();
        if (!draft.get('files', kept.value))
          draft.put('files', {
            id: kept.value,
            name,
            extension: format,
            bytes: bytes.length,
            role: 'attachment',
            addedAt: now,
          });
        draft.put('documents', {
          id: documentId,
          type: choice.type,
          kindName: KIND_OF_TYPE[choice.type] ?? choice.type,
          // The register's line names the type itself.
          title: title.replace(/^(?:Giấy mời|Công văn)\s+/u, ''),
          status: 'draft',
          registration: null,
          signedFile: null,
          files: [kept.value],
          createdAt: now,
          ...(choice.issuer === 'office' ? { issuerSymbol: ownSymbol(one.value.office.profile) } : {}),
        });
        const noted = noteInvitation(draft, id, {
          ...choice,
          documentId,
          signer: made.value.signer,
          madeAt: now,
          madeFor: one.value.item.start,
        });
        return noted.ok ? ok(documentId) : noted;
      },
    );
    if (!done.ok) return done;
    return ok({
      ...(await offer(app, [{ name, bytes }], name)),
      revision: done.value.revision,
      documentId: done.value.reply,
    });
  };
}

export function attendanceSheet(app: App): Handler<'conference.attendanceSheet'> {
  return async ({ dossierId, id, format }) => {
    const one = await loadConference(app, dossierId, id);
    if (!one.ok) return one;
    const { office, item, record, invited } = one.value;
    const rows = attendanceRows(record, invited);
    if (rows.length === 0)
      return fail('CONFLICT', 'Chưa ghi thành phần nào nên chưa có danh sách điểm danh.');
    const input = {
      office: office.profile,
      name: item.name,
      moment: capital(
        [momentWords(item.start, record.endTime), record.place].filter((part) => part !== '').join(', '),
      ),
      rows,
      points: record.points,
      createdAt: nowOf(app).now,
    };
    const profile = await ruleProfile(app, office.profile.ruleProfileId);
    if (!profile.ok) return profile;
    const written = await (format === 'xlsx'
      ? app.ports.spreadsheetWriter.write(attendanceWorkbook(input))
      : app.ports.pdfWriter.write(attendancePage(profile.value, input)));
    if (!written.ok) return written;
    const name = safeFileName(`Điểm danh ${item.name.slice(0, 80)}.${format}`);
    return ok(await offer(app, [{ name, bytes: written.value }], name));
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
