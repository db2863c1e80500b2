/** One returned file: read, judged, and taken in as one commit of its dossier, or kept back with every fault named. */
import { FORM_APP, FORM_VERSION } from '../../documents/form-identity';
import { sourceFromText } from '../../domain/plan/reading/source-from-text';
import { securityMark } from '../../domain/plan/reading/security-mark';
import { periodFor } from '../../domain/report/asks';
import { entryMap } from '../../domain/report/expected-units';
import { formCodes } from '../../domain/report/indicators';
import type { IntakeFault } from '../../domain/report/intake-model';
import { dueOf } from '../../domain/report/lateness';
import type { ReportPeriod } from '../../domain/report/model';
import { identifyForm, judgeForm, type FilledForm, type FormAddress } from '../../domain/report/judge-form';
import type { FigureFault } from '../../domain/report/judge-figures';
import { looksSorted } from '../../domain/report/form-rows';
import { toldChanges } from '../../domain/report/told-changes';
import { acceptReport, type AcceptCommand, type Accepted } from '../../domain/report/report-commands';
import type { PlainDate } from '../../date/plain-date';
import type { RawForm } from '../../ports/documents';
import { draftOver } from '../../records';
import { fail, ok, type AppError, type Result } from '../../result';
import type { IdentityProposal } from '../../rpc/contract/intake';
import type { ImportReply } from '../../rpc/contract/report';
import { changeDossier, dossierRef, nowOf, type App, type OfficeState } from '../application';
import type { CallContext } from '../handlers';
import { askAbout, askSource } from './ask';
import type { IntakeFile } from './intake-files';
import { readIdentity, type AskedPeriod } from './read-identity';
import type { Rivals } from './rivals';
import { formFingerprint, loadReporting, type Reporting } from './reporting';

const MAX_FORM = 20 * 1024 * 1024;

export type AcceptedRow = ImportReply['accepted'][number];

/** Whose report a file is. */
export interface Whose {
  readonly dossierId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly period: string;
}

/** What became of one file. */
export type FileOutcome = { readonly file: IntakeFile; readonly sha256: string | null } & (
  | {
      readonly kind: 'accepted' | 'changed';
      readonly whose: Whose;
      readonly row: AcceptedRow;
      readonly version: number;
    }
  | { readonly kind: 'unchanged'; readonly whose: Whose }
  /** Another form of the unit stands. */
  | { readonly kind: 'set-aside'; readonly whose: Whose; readonly stands: string | null }
  | {
      readonly kind: 'quarantined';
      readonly whose: Partial<Whose>;
      readonly faults: readonly IntakeFault[];
      readonly proposals: readonly IdentityProposal[];
      /** The bytes for the tray; null where they may or need not be kept. */
      readonly keep: Uint8Array | null;
    }
);

/** A file after the slow part: opened, parsed, its sha256 known. Reading may run ahead of taking in. */
export interface ReadFile {
  readonly file: IntakeFile;
  readonly sha256: string | null;
  readonly read: Result<{ readonly bytes: Uint8Array; readonly raw: RawForm }>;
}

/** What all files of one run share. */
export interface Run {
  readonly app: App;
  readonly context: CallContext;
  readonly dryRun: boolean;
  readonly receivedOn: PlainDate | null;
  /** As in `AcceptCommand`. */
  readonly receivedTime: string | null | undefined;
  readonly office: OfficeState;
  /** Every period that any plan asked for; loaded when a form without identity turns up. */
  readonly asked: () => Promise<readonly AskedPeriod[]>;
  /** Several forms of one unit: which of them is taken. */
  readonly rivals: Rivals;
  /** sha256 → whose a person said it is. */
  readonly confirmed: ReadonlyMap<string, { dossierId: string; unit: string; period: string }>;
}

/** Opens and parses one file, in a worker that can be killed. Nothing is judged. */
export async function readIntakeFile(app: App, file: IntakeFile): Promise<ReadFile> {
  const refused = (sha256: string | null, message: string, reason: string): ReadFile => ({
    file,
    sha256,
    read: fail('BAD_REQUEST', message, { details: { reason } }),
  });
  if (file.size > MAX_FORM)
    return refused(
      null,
      `Tệp “${file.place}” lớn quá 20 MB nên không mở; biểu báo cáo nhỏ hơn nhiều. Hãy kiểm tra lại tệp.`,
      'too-large',
    );
  const bytes = await file.bytes();
  const sha256 = app.ports.hash.sha256(bytes);
  if (!/\.xlsx$/iu.test(file.name))
    return refused(
      sha256,
      `Tệp “${file.place}” không phải là biểu Excel (.xlsx) nên chưa nhận. Hãy thả biểu .xlsx, hoặc nhập số liệu bằng tay và đính tệp này làm bằng chứng.`,
      'not-xlsx',
    );
  const raw = await app.ports.formReader.read(bytes, file.place);
  if (!raw.ok) return { file, sha256, read: raw };
  const mark = markIn(raw.value);
  if (mark !== null)
    return {
      file,
      sha256: null,
      read: fail(
        'FORBIDDEN',
        `Tệp “${file.place}” có dấu ${mark}. Văn bản bí mật nhà nước không được lưu trên máy tính này, nên ứng dụng không giữ lại gì.`,
        { details: { reason: 'secret' } },
      ),
    };
  return { file, sha256, read: ok({ bytes, raw: raw.value }) };
}

/** A state-secret mark on a line of its own in any input or above the inputs. */
function markIn(raw: RawForm): string | null {
  const texts = Object.values(raw.cells).flatMap(({ type, text }) => (type === 'text' ? [text] : []));
  for (const text of [...raw.heads, ...texts]) {
    const mark = securityMark(sourceFromText(text));
    if (mark !== null) return mark;
  }
  return null;
}

/** Judges a file that was read and, unless the run is dry, takes it in: one commit or nothing. */
export async function takeIn(run: Run, { file, sha256, read }: ReadFile): Promise<FileOutcome> {
  const { app } = run;
  const back = (
    faults: readonly IntakeFault[],
    more: { whose?: Partial<Whose>; proposals?: readonly IdentityProposal[]; keep?: Uint8Array } = {},
  ): FileOutcome => ({
    file,
    sha256,
    kind: 'quarantined',
    faults,
    whose: more.whose ?? {},
    proposals: more.proposals ?? [],
    keep: more.keep ?? null,
  });
  if (!read.ok || sha256 === null) return back(read.ok ? [] : [faultOfError(read.error)]);
  const { bytes, raw } = read.value;

  const judged = await judge(run, file, sha256, raw);
  if (!judged.ok) return back(judged.faults, { ...judged, keep: bytes });
  const { reporting, address, unitName, filled, codes } = judged;
  const { view, revision } = reporting.dossier;
  const whose: Whose = {
    dossierId: address.dossierId,
    unitId: address.unitId,
    unitName,
    period: address.period,
  };
  const aside = (): FileOutcome => ({
    file,
    sha256,
    kind: 'set-aside',
    whose,
    stands: run.rivals.standingPlace(whose),
  });
  // This very file was taken in before: dropping a folder twice must not bring back figures corrected since.
  const known = view.get('files', sha256)?.role === 'form';
  const stands = run.rivals.stands({
    file,
    sha256,
    whose,
    values: filled.values,
    nil: filled.nil,
    taken: known,
    savedAt: raw.savedAt ?? null,
  });
  if (known) return { file, sha256, kind: 'unchanged', whose };

  const command: AcceptCommand = {
    period: address.period,
    unitId: address.unitId,
    values: filled.values,
    narrative: filled.narrative,
    ...(filled.models === undefined ? {} : { models: filled.models }),
    nil: filled.nil,
    nilSaidBy: filled.nil ? unitName : '',
    nilHow: filled.nil ? 'biểu' : '',
    receivedOn: run.receivedOn,
    receivedTime: run.receivedTime,
    source: {
      kind: 'form',
      sha256,
      fileName: file.name,
      sheet: filled.sheet,
      cells: { ...filled.cells },
      formVersion: FORM_VERSION,
    },
  };
  if (!stands) return aside();
  const { now } = nowOf(app);
  const { entries } = reporting.office;
  const preview = acceptReport(draftOver(view), command, { now, entries });
  if (!preview.ok) return back([faultOfError(preview.error)], { whose, keep: bytes });
  if (preview.value.outcome === 'unchanged') return { file, sha256, kind: 'unchanged', whose };
  const questions = [
    ...askAbout(askSource(reporting), { ...address, ...filled }),
    ...askAboutOrder(filled, codes),
  ];
  const due = dueOf(judged.owed, address.unitId);
  const taken = (accepted: Accepted, at: number): FileOutcome => ({
    file,
    sha256,
    kind: accepted.outcome === 'first' ? 'accepted' : 'changed',
    whose,
    version: accepted.report.version,
    row: {
      file: file.place,
      dossierId: address.dossierId,
      unit: address.unitId,
      unitName,
      period: address.period,
      revision: at,
      first: accepted.outcome === 'first',
      changes: toldChanges(accepted.changes, reporting.catalogue),
      questions: [...questions],
      due: { lastDay: due.lastDay, time: due.time },
    },
  });
  if (run.dryRun) return taken(preview.value, revision);

  const kept = await app.ports.store.putFile(dossierRef(address.dossierId), bytes, 'xlsx');
  if (!kept.ok) return back([faultOfError(kept.error)], { whose });
  const done = await changeDossier(
    app,
    run.context,
    address.dossierId,
    'report.import',
    (draft): Result<Accepted> => {
      const accepted = acceptReport(draft, command, { now, entries });
      if (!accepted.ok || accepted.value.outcome === 'unchanged') return accepted;
      draft.put('files', {
        id: sha256,
        name: file.name,
        extension: 'xlsx',
        bytes: bytes.length,
        role: 'form',
        addedAt: now,
      });
      return accepted;
    },
    { part: sha256.slice(0, 24), expectedRevision: null },
  );
  if (!done.ok) return back([faultOfError(done.error)], { whose, keep: bytes });
  return taken(done.value.reply, done.value.revision);
}

type JudgedFile =
  | {
      readonly ok: true;
      readonly reporting: Reporting;
      readonly address: FormAddress;
      readonly unitName: string;
      readonly owed: ReportPeriod;
      readonly filled: FilledForm;
      /** Asked codes in the order of the form. */
      readonly codes: readonly string[];
    }
  | {
      readonly ok: false;
      readonly faults: readonly IntakeFault[];
      readonly whose?: Partial<Whose>;
      readonly proposals?: readonly IdentityProposal[];
    };

/** Who the form is of, and whether its figures may be taken. */
async function judge(run: Run, file: IntakeFile, sha256: string, raw: RawForm): Promise<JudgedFile> {
  const { app, office } = run;
  const fileName = file.place;
  const said = raw.identity === null ? run.confirmed.get(sha256) : undefined;
  const pairedPcs = office.loaded.view.list('pairedPcs');
  const expected = {
    fileName,
    app: FORM_APP,
    formVersion: FORM_VERSION,
    officeIds: [office.profile.officeId, ...pairedPcs.map(({ id }) => id)],
  };
  const identified = said ? null : identifyForm(raw, expected);
  if (identified && !identified.ok) {
    const faults = identified.faults.map(faultOf);
    if (raw.identity !== null || Object.keys(raw.cells).length === 0) return { ok: false, faults };
    const proposals = readIdentity(raw.heads, file.name, { office, asked: await run.asked() });
    return { ok: false, faults, proposals, whose: proposals.length === 1 ? whoseOf(proposals[0]) : {} };
  }
  const claimed = said ?? identified?.value;
  if (!claimed) throw new Error('unreachable: a form is either confirmed or identified');
  const dossierId = claimed.dossierId;
  const printed = 'unit' in claimed ? claimed.unit : claimed.unitId;
  const issuer = 'officeId' in claimed ? claimed.officeId : null;
  // Another PC of the office may know the unit by another id; its print is made with what stands on the form.
  const unitId = pairedPcs.find(({ id }) => id === issuer)?.entries[printed] ?? printed;
  const reporting = await loadReporting(app, dossierId);
  if (!reporting.ok && reporting.error.code !== 'NOT_FOUND')
    return { ok: false, faults: [faultOfError(reporting.error)] };
  const known = reporting.ok ? reporting.value : null;
  const unit = known?.office.entries.find(({ id }) => id === unitId) ?? null;
  const owed = known?.dossier.view.get('periods', claimed.period) ?? null;
  const period = known && owed ? periodFor(owed, unitId, entryMap(known.office.entries)) : null;
  const fingerprint =
    known && period
      ? formFingerprint(app, known, unitId, period, {
          officeId: issuer ?? office.profile.officeId,
          unitId: printed,
        })
      : '';
  const address: FormAddress = {
    officeId: issuer,
    dossierId,
    unitId,
    period: claimed.period,
    // What a person confirmed has no print of its own: the names of the cells must do.
    fingerprint: 'fingerprint' in claimed ? claimed.fingerprint : fingerprint,
  };
  const whose = {
    ...(known ? { dossierId } : {}),
    ...(unit ? { unitId, unitName: unit.name } : {}),
    ...(period ? { period: claimed.period } : {}),
  };
  const judged = judgeForm(raw, address, {
    fileName,
    dossierKnown: known !== null,
    unit,
    period,
    catalogue: known?.catalogue ?? [],
    fingerprint,
  });
  if (!judged.ok) return { ok: false, faults: judged.faults.map(faultOf), whose };
  if (!known || !period) throw new Error('unreachable: judgeForm refuses an unknown dossier or period');
  return {
    ok: true,
    reporting: known,
    address,
    unitName: unit?.name ?? unitId,
    owed: period,
    filled: judged.value,
    codes: formCodes(period.indicators, known.catalogue),
  };
}

function whoseOf(proposal: IdentityProposal | undefined): Partial<Whose> {
  if (!proposal) return {};
  const { dossierId, unit: unitId, unitName, period } = proposal;
  return { dossierId, unitId, unitName, period };
}

function faultOf({ sheet, cell, code, message, parts }: FigureFault): IntakeFault {
  return { sheet, cell, code, message, ...(parts ?? { written: '', why: message, expected: '' }) };
}

/** A refusal of the whole file; its sentence is parted into why and what to do. */
export function faultOfError(error: AppError): IntakeFault {
  const reason = error.details?.['reason'];
  return wholeFileFault(
    typeof reason === 'string' ? reason : error.code.toLowerCase().replaceAll('_', '-'),
    error.message,
  );
}

export function wholeFileFault(code: string, message: string): IntakeFault {
  const at = message.search(/(?<=\. )Hãy /u);
  const [why, expected] = at < 0 ? [message, ''] : [message.slice(0, at).trim(), message.slice(at)];
  return { sheet: null, cell: null, code, message, written: '', why, expected };
}

function askAboutOrder(filled: FilledForm, codes: readonly string[]): AcceptedRow['questions'] {
  const column = codes
    .filter((code) => !(filled.cells[code] ?? "'").startsWith("'"))
    .map((code) => filled.values[code] ?? null);
  if (!looksSorted(column)) return [];
  return [
    {
      code: 'sorted-column',
      indicator: null,
      message:
        'Các số trong cột “Kỳ này” đứng đúng thứ tự tăng (hoặc giảm) dần từ trên xuống: cột có thể đã bị sắp xếp. Hãy hỏi lại đơn vị trước khi dùng số liệu.',
    },
  ];
}
