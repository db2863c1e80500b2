/** One judged file taken in as one commit of its dossier, or kept back with every fault named. */
import { FORM_VERSION } from '../../documents/form-identity';
import { looksSorted } from '../../domain/report/form-rows';
import type { IntakeFault } from '../../domain/report/intake-model';
import type { FilledForm } from '../../domain/report/judge-form';
import { dueOf } from '../../domain/report/lateness';
import { acceptReport, type AcceptCommand, type Accepted } from '../../domain/report/report-commands';
import { toldChanges } from '../../domain/report/told-changes';
import { draftOver } from '../../records';
import type { Result } from '../../result';
import type { IdentityProposal } from '../../rpc/contract/intake';
import { changeDossier, dossierRef, nowOf } from '../application';
import { askAbout, askSource } from './ask';
import { faultOfError } from './intake-faults';
import type { AcceptedRow, FileOutcome, ReadFile, Run, Whose } from './intake-run';
import { judgeFile, type AcceptableFile } from './judge-file';

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

  const judged = await judgeFile(run, file, sha256, raw);
  if (!judged.ok) return back(judged.faults, { ...judged, keep: bytes });
  const { reporting, address, unitName, filled, codes } = judged;
  const { view, revision } = reporting.dossier;
  const whose: Whose = {
    dossierId: address.dossierId,
    unitId: address.unitId,
    unitName,
    period: address.period,
  };
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

  if (!stands) return { file, sha256, kind: 'set-aside', whose, stands: run.rivals.standingPlace(whose) };
  const command = commandOf(run, judged, file.name, sha256);
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

function commandOf(
  run: Run,
  { address, filled, unitName }: AcceptableFile,
  fileName: string,
  sha256: string,
): AcceptCommand {
  return {
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
      fileName,
      sheet: filled.sheet,
      cells: { ...filled.cells },
      formVersion: FORM_VERSION,
    },
  };
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
