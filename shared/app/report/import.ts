/** Taking returned forms in: every file is one commit or nothing, and one file's faults never stop the others. */
import { FORM_APP, FORM_VERSION } from '../../documents/form-identity';
import { sourceFromText } from '../../domain/plan/reading/source-from-text';
import { securityMark } from '../../domain/plan/reading/security-mark';
import { periodFor } from '../../domain/report/asks';
import { entryMap } from '../../domain/report/expected-units';
import { identifyForm, judgeForm, type FilledForm, type FormAddress } from '../../domain/report/judge-form';
import type { FigureFault } from '../../domain/report/judge-figures';
import { toldChanges } from '../../domain/report/told-changes';
import { acceptReport, type AcceptCommand, type Accepted } from '../../domain/report/report-commands';
import type { PlainDate } from '../../date/plain-date';
import { formatDate, isPlainDate } from '../../date/plain-date';
import type { RawForm } from '../../ports/documents';
import { draftOver } from '../../records';
import { fail, ok, type AppError, type Result } from '../../result';
import type { ImportReply } from '../../rpc/contract/report';
import { changeDossier, dossierRef, nowOf, type App } from '../application';
import type { CallContext, Handler } from '../handlers';
import { askAbout } from './ask';
import { openIntake, type IntakeFile } from './intake-files';
import { formFingerprint, loadReporting, type Reporting } from './reporting';

const MAX_FORM = 20 * 1024 * 1024;

type Outcome =
  | { readonly kind: 'accepted'; readonly row: ImportReply['accepted'][number] }
  | { readonly kind: 'unchanged'; readonly row: ImportReply['unchanged'][number] }
  | { readonly kind: 'rejected'; readonly row: ImportReply['rejected'][number] };

type CellFaults = ImportReply['rejected'][number]['errors'];

function rejected(file: string, errors: CellFaults, unit: string | null = null): Outcome {
  return { kind: 'rejected', row: { file, unit, errors } };
}

function rejectedFor(file: string, code: string, message: string, unit: string | null = null): Outcome {
  return rejected(file, [{ sheet: null, cell: null, code, message }], unit);
}

function fromError(file: string, error: AppError, unit: string | null = null): Outcome {
  const reason = error.details?.['reason'];
  const code = typeof reason === 'string' ? reason : error.code.toLowerCase().replaceAll('_', '-');
  return rejectedFor(file, code, error.message, unit);
}

const faultsOf = (faults: readonly FigureFault[]): CellFaults =>
  faults.map(({ sheet, cell, code, message }) => ({ sheet, cell, code, message }));

/** A state-secret mark on a line of its own in any cell that the form reader saw. */
function markIn(raw: RawForm): string | null {
  for (const cell of Object.values(raw.cells)) {
    if (cell.type !== 'text') continue;
    const mark = securityMark(sourceFromText(cell.text));
    if (mark !== null) return mark;
  }
  return null;
}

async function readForm(app: App, file: IntakeFile): Promise<Result<{ bytes: Uint8Array; raw: RawForm }>> {
  if (!/\.xlsx$/iu.test(file.name))
    return fail(
      'BAD_REQUEST',
      `Tệp “${file.place}” không phải là biểu Excel (.xlsx) nên chưa nhận. Hãy thả biểu .xlsx, hoặc nhập số liệu bằng tay và đính tệp này làm bằng chứng.`,
      { details: { reason: 'not-xlsx' } },
    );
  if (file.size > MAX_FORM)
    return fail(
      'BAD_REQUEST',
      `Tệp “${file.place}” lớn quá 20 MB nên không mở; biểu báo cáo nhỏ hơn nhiều. Hãy kiểm tra lại tệp.`,
      {
        details: { reason: 'too-large' },
      },
    );
  const bytes = await file.bytes();
  const raw = await app.ports.formReader.read(bytes, file.place);
  if (!raw.ok) return raw;
  const mark = markIn(raw.value);
  if (mark !== null)
    return fail(
      'FORBIDDEN',
      `Tệp “${file.place}” có dấu ${mark}. Văn bản bí mật nhà nước không được lưu trên máy tính này, nên ứng dụng không giữ lại gì.`,
      { details: { reason: 'secret' } },
    );
  return ok({ bytes, raw: raw.value });
}

interface Judged {
  readonly reporting: Reporting;
  readonly address: FormAddress;
  readonly unitName: string;
  readonly filled: FilledForm;
}

/** Who the form is of, and whether its figures may be taken. */
async function judge(app: App, file: IntakeFile, raw: RawForm, officeId: string): Promise<Judged | Outcome> {
  const fileName = file.place;
  const identified = identifyForm(raw, { fileName, app: FORM_APP, formVersion: FORM_VERSION, officeId });
  if (!identified.ok) return rejected(fileName, faultsOf(identified.faults));
  const address = identified.value;
  const reporting = await loadReporting(app, address.dossierId);
  if (!reporting.ok && reporting.error.code !== 'NOT_FOUND') return fromError(fileName, reporting.error);
  const known = reporting.ok ? reporting.value : null;
  const unit = known?.office.entries.find(({ id }) => id === address.unitId) ?? null;
  const asked = known?.dossier.view.get('periods', address.period) ?? null;
  const period = known && asked ? periodFor(asked, address.unitId, entryMap(known.office.entries)) : null;
  const judged = judgeForm(raw, address, {
    fileName,
    dossierKnown: known !== null,
    unit,
    period,
    catalogue: known?.catalogue ?? [],
    fingerprint: known && period ? formFingerprint(app, known, address.unitId, period) : '',
  });
  if (!judged.ok) return rejected(fileName, faultsOf(judged.faults), unit?.name ?? null);
  if (!known)
    return rejectedFor(fileName, 'unknown-dossier', `Tệp “${fileName}” thuộc một kế hoạch không có ở đây.`);
  return { reporting: known, address, unitName: unit?.name ?? address.unitId, filled: judged.value };
}

interface Call {
  readonly app: App;
  readonly context: CallContext;
  readonly dryRun: boolean;
  readonly receivedOn: PlainDate | null;
  readonly officeId: string;
}

async function takeIn(call: Call, file: IntakeFile): Promise<Outcome> {
  const { app } = call;
  const read = await readForm(app, file);
  if (!read.ok) return fromError(file.place, read.error);
  const judged = await judge(app, file, read.value.raw, call.officeId);
  if ('kind' in judged) return judged;
  const { reporting, address, unitName, filled } = judged;
  const { view, revision } = reporting.dossier;
  const sha256 = app.ports.hash.sha256(read.value.bytes);
  const unchanged: Outcome = {
    kind: 'unchanged',
    row: { file: file.place, unit: address.unitId, unitName, period: address.period },
  };
  // This very file was taken in before: dropping a folder twice must not bring back figures corrected since.
  if (view.get('files', sha256)?.role === 'form') return unchanged;

  const command: AcceptCommand = {
    period: address.period,
    unitId: address.unitId,
    values: filled.values,
    narrative: filled.narrative,
    ...(filled.models === undefined ? {} : { models: filled.models }),
    nil: filled.nil,
    nilSaidBy: filled.nil ? unitName : '',
    nilHow: filled.nil ? 'biểu' : '',
    receivedOn: call.receivedOn,
    receivedTime: null,
    source: {
      kind: 'form',
      sha256,
      fileName: file.name,
      sheet: filled.sheet,
      cells: { ...filled.cells },
      formVersion: FORM_VERSION,
    },
  };
  const { now } = nowOf(app);
  const { entries } = reporting.office;
  const preview = acceptReport(draftOver(view), command, { now, entries });
  if (!preview.ok) return fromError(file.place, preview.error, unitName);
  if (preview.value.outcome === 'unchanged') return unchanged;
  const row = (accepted: Accepted, at: number): Outcome => ({
    kind: 'accepted',
    row: {
      file: file.place,
      dossierId: address.dossierId,
      unit: address.unitId,
      unitName,
      period: address.period,
      revision: at,
      first: accepted.outcome === 'first',
      changes: toldChanges(accepted.changes, reporting.catalogue),
      questions: askAbout(reporting, { ...address, ...filled }),
    },
  });
  if (call.dryRun) return row(preview.value, revision);

  const ref = dossierRef(address.dossierId);
  const kept = await app.ports.store.putFile(ref, read.value.bytes, 'xlsx');
  if (!kept.ok) return fromError(file.place, kept.error, unitName);
  const questions = row(preview.value, revision);
  const done = await changeDossier(
    app,
    call.context,
    address.dossierId,
    'report.import',
    (draft): Result<Accepted> => {
      const accepted = acceptReport(draft, command, { now, entries });
      if (!accepted.ok || accepted.value.outcome === 'unchanged') return accepted;
      draft.put('files', {
        id: sha256,
        name: file.name,
        extension: 'xlsx',
        bytes: read.value.bytes.length,
        role: 'form',
        addedAt: now,
      });
      return accepted;
    },
    { part: sha256.slice(0, 24), expectedRevision: null },
  );
  if (!done.ok) return fromError(file.place, done.error, unitName);
  if (questions.kind !== 'accepted') return questions;
  return {
    kind: 'accepted',
    row: {
      ...questions.row,
      revision: done.value.revision,
      first: done.value.reply.outcome === 'first',
      changes: toldChanges(done.value.reply.changes, reporting.catalogue),
    },
  };
}

export function importReports(app: App): Handler<'report.import'> {
  return async ({ tickets, dryRun, receivedOn }, context) => {
    const { today } = nowOf(app);
    if (receivedOn !== null && !isPlainDate(receivedOn))
      return fail('BAD_REQUEST', `Ngày nhận “${receivedOn}” không có thật.`, {
        fieldErrors: { receivedOn: 'Ngày không có thật.' },
      });
    if (receivedOn !== null && receivedOn > today)
      return fail(
        'BAD_REQUEST',
        `Ngày nhận ${formatDate(receivedOn)} còn ở phía trước; hôm nay là ${formatDate(today)}.`,
        {
          fieldErrors: { receivedOn: 'Không thể sau hôm nay.' },
        },
      );
    const office = await app.ports.store.load({ kind: 'office', id: 'office' });
    if (!office.ok) return office;
    const profile = office.value?.view.get('profile', 'profile');
    if (!profile) return fail('CONFLICT', 'Chưa khai báo cơ quan nên chưa nhận biểu được.');
    const intake = await openIntake(app, tickets);
    if (!intake.ok) return intake;

    const reply: ImportReply = { accepted: [], unchanged: [], rejected: [], cancelled: false };
    for (const { file, code, message } of intake.value.refused)
      reply.rejected.push({ file, unit: null, errors: [{ sheet: null, cell: null, code, message }] });
    const { files } = intake.value;
    const call: Call = { app, context, dryRun, receivedOn, officeId: profile.officeId };
    const inThisRun = new Map<string, string>();
    for (const [index, file] of files.entries()) {
      if (context.progress.cancelled()) {
        reply.cancelled = true;
        break;
      }
      context.progress.report(index, files.length, file.place);
      const outcome = await takeIn(call, file);
      if (outcome.kind === 'accepted') {
        const key = `${outcome.row.dossierId}|${outcome.row.period}|${outcome.row.unit}`;
        const other = inThisRun.get(key);
        if (other !== undefined)
          outcome.row.questions.push({
            code: 'two-files',
            indicator: null,
            message: `“${outcome.row.unitName}” có hai tệp khác nhau cho kỳ ${outcome.row.period}: “${other}” và “${file.place}”. Số liệu của tệp sau đang đứng; hãy kiểm tra.`,
          });
        inThisRun.set(key, file.place);
        reply.accepted.push(outcome.row);
      } else if (outcome.kind === 'unchanged') reply.unchanged.push(outcome.row);
      else reply.rejected.push(outcome.row);
    }
    if (!reply.cancelled) context.progress.report(files.length, files.length, 'Đã nhận xong');
    return ok(reply);
  };
}
