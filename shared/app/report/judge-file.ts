/** Whose report a parsed form is, and whether its figures may be taken: nothing is changed by it. */
import { FORM_APP, FORM_VERSION } from '../../documents/form-identity';
import { periodFor } from '../../domain/report/asks';
import { entryMap } from '../../domain/report/expected-units';
import { formCodes } from '../../domain/report/indicators';
import type { IntakeFault } from '../../domain/report/intake-model';
import { identifyForm, judgeForm, type FilledForm, type FormAddress } from '../../domain/report/judge-form';
import type { ReportPeriod } from '../../domain/report/model';
import type { RawForm } from '../../ports/documents';
import type { IdentityProposal } from '../../rpc/contract/intake';
import { faultOf, faultOfError } from './intake-faults';
import type { IntakeFile } from './intake-files';
import type { Run, Whose } from './intake-run';
import { readIdentity } from './read-identity';
import { formFingerprint, loadReporting, type Reporting } from './reporting';

/** A form whose figures may be taken. */
export interface AcceptableFile {
  readonly ok: true;
  readonly reporting: Reporting;
  readonly address: FormAddress;
  readonly unitName: string;
  readonly owed: ReportPeriod;
  readonly filled: FilledForm;
  /** Asked codes in the order of the form. */
  readonly codes: readonly string[];
}

type JudgedFile =
  | AcceptableFile
  | {
      readonly ok: false;
      readonly faults: readonly IntakeFault[];
      readonly whose?: Partial<Whose>;
      readonly proposals?: readonly IdentityProposal[];
    };

/** By the hidden identity, by what a person confirmed, or else (`ok` false) with what its printed words propose. */
export async function judgeFile(
  run: Run,
  file: IntakeFile,
  sha256: string,
  raw: RawForm,
): Promise<JudgedFile> {
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
