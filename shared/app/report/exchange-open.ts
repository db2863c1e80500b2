/** Opening a "gói kỳ" that may be damaged, altered, hostile, or another office's: nothing is kept before it is judged. */
import {
  PACKAGE_FILES,
  PACKAGE_MANIFEST,
  PACKAGE_RECORDS,
  packageManifestSchema,
  packageRecordsSchema,
  type PackageManifest,
  type PackageOffice,
  type PackageRecords,
} from '../../domain/report/exchange-model';
import { filesOfReport } from '../../domain/report/report-files';
import { periodsBeneath, withBeneath } from '../../domain/report/exchange-earlier';
import { containsPeriod, periodNameInText } from '../../domain/report/periods';
import { checksumHolds } from '../../domain/report/report-commands';
import type { OutputFile } from '../../ports/files';
import { fail, ok, type Result } from '../../result';
import { matchKey } from '../../text/normalize';
import { decodeUtf8, encodeUtf8 } from '../../text/utf8';
import type { App, OfficeState } from '../application';
import { refuseSecretFile } from '../security-mark';
import { packageOffice } from './exchange-export';

const MAX_PACKAGE = 500 * 1024 * 1024;

export interface OpenedPackage {
  readonly manifest: PackageManifest;
  /** With what its figures rest on among them (`withBeneath`). */
  readonly records: PackageRecords;
  /** Bytes by sha256. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

function refused(name: string, reason: string): Result<never> {
  return fail('BAD_REQUEST', `Không nhận tệp “${name}”: ${reason}`, { details: { file: name } });
}

/** BAD_REQUEST with the reason: no package, damaged, altered. FORBIDDEN: another office's, a mark of secrecy. */
export async function openPackage(
  app: App,
  ticket: string,
  office: OfficeState,
): Promise<Result<OpenedPackage>> {
  const opened = await app.ports.inputs.open(ticket);
  if (!opened.ok) return opened;
  const [zip, second] = opened.value;
  if (!zip || second || !/\.zip$/iu.test(zip.name))
    return refused(zip?.name ?? '', 'hãy chọn đúng một tệp .zip do chức năng “Lập gói kỳ” tạo ra.');
  if (zip.size > MAX_PACKAGE) return refused(zip.name, 'tệp lớn quá 500 MB.');
  const unpacked = await app.ports.zipReader.unzip(await zip.bytes(), zip.name);
  if (!unpacked.ok) return unpacked;
  const entries = new Map(unpacked.value.map((file) => [file.name, file]));
  const manifest = parsed(entries.get(PACKAGE_MANIFEST), packageManifestSchema);
  if (!manifest) return refused(zip.name, `tệp không phải là gói kỳ báo cáo hoặc do phiên bản khác tạo ra.`);
  const paired = office.loaded.view.get('pairedPcs', manifest.office.officeId) !== undefined;
  if (!paired && !sameOffice(manifest.office, packageOffice(office.profile)))
    return fail(
      'FORBIDDEN',
      `Gói này của ${manifest.office.issuingBody}, không phải của ${office.profile.issuingBody}; số liệu của hai cơ quan không nhập vào nhau.`,
      { details: { file: zip.name } },
    );
  const fault = contentFault(app, manifest, entries);
  if (fault !== null) return refused(zip.name, fault);
  const records = parsed(entries.get(PACKAGE_RECORDS), packageRecordsSchema);
  if (!records) return refused(zip.name, 'phần số liệu trong gói không đúng cấu trúc.');
  const inconsistent =
    recordsFault(manifest, records) ??
    closingsFault(manifest, records, (text) => app.ports.hash.sha256(text));
  if (inconsistent !== null) return refused(zip.name, inconsistent);

  const open = await refuseSecretFile(app.ports, encodeUtf8(records.plan.text), `${records.plan.title}.txt`);
  if (!open.ok) return open;
  const files = new Map<string, Uint8Array>();
  for (const kept of records.files) {
    const bytes = entries.get(`${PACKAGE_FILES}${kept.id}.${kept.extension}`)?.bytes;
    if (!bytes) return refused(zip.name, `thiếu tệp “${kept.name}”.`);
    if (app.ports.hash.sha256(bytes) !== kept.id)
      return refused(zip.name, `tệp “${kept.name}” không đúng với mã kiểm tra.`);
    const mayBeKept = await refuseSecretFile(app.ports, bytes, kept.name);
    if (!mayBeKept.ok) return mayBeKept;
    files.set(kept.id, bytes);
  }
  return ok({ manifest, records: withBeneath(records), files });
}

function parsed<T>(
  file: OutputFile | undefined,
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
): T | null {
  const text = file ? decodeUtf8(file.bytes) : null;
  if (text === null) return null;
  try {
    const read = schema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The same id; or, where two PCs were set up apart, the same body under the same superior. */
function sameOffice(theirs: PackageOffice, ours: PackageOffice): boolean {
  if (theirs.officeId === ours.officeId) return true;
  const named = ({ system, parentBody, issuingBody }: PackageOffice): string =>
    [system, matchKey(parentBody), matchKey(issuingBody)].join('|');
  return named(theirs) === named(ours);
}

/** Every file of the manifest is there as it was, and no other is. */
function contentFault(
  app: App,
  manifest: PackageManifest,
  entries: ReadonlyMap<string, OutputFile>,
): string | null {
  const listed = new Set([PACKAGE_MANIFEST, ...manifest.files.map(({ path }) => path)]);
  const stranger = [...entries.keys()].find((name) => !listed.has(name));
  if (stranger !== undefined) return `trong gói có tệp lạ “${stranger}”.`;
  for (const { path, sha256, bytes } of manifest.files) {
    const entry = entries.get(path);
    if (!entry) return `trong gói thiếu “${path}”.`;
    if (entry.bytes.length !== bytes || app.ports.hash.sha256(entry.bytes) !== sha256)
      return `“${path}” đã bị sửa hoặc hỏng sau khi lập gói (mã kiểm tra không khớp). Hãy xin lại gói.`;
  }
  return null;
}

/** A closing must be of the package's period, once, and say what it said when it was closed. */
function closingsFault(
  manifest: PackageManifest,
  { consolidations }: PackageRecords,
  sha256: (text: string) => string,
): string | null {
  const seen = new Set<string>();
  for (const closing of consolidations) {
    const name = `bản chốt lần ${closing.version} của ${periodNameInText(closing.period)}`;
    if (!containsPeriod(manifest.period, closing.period)) return `${name} nằm ngoài kỳ của gói.`;
    if (closing.id !== `${closing.period}|${closing.version}` || seen.has(closing.id))
      return `${name} không đúng với tên của nó.`;
    if (!checksumHolds(closing, sha256))
      return `${name} không còn đúng như lúc chốt (mã kiểm tra không khớp).`;
    seen.add(closing.id);
  }
  return null;
}

/** What each record says of itself must agree with what it is called and with what the package is about. */
function recordsFault(manifest: PackageManifest, records: PackageRecords): string | null {
  const units = new Set(records.entries.filter(({ kind }) => kind === 'unit').map(({ id }) => id));
  if (records.periods.some(({ id }) => !containsPeriod(manifest.period, id)))
    return 'trong gói có kỳ báo cáo nằm ngoài kỳ của gói.';
  const beneath = records.beneath?.periods ?? [];
  if (periodsBeneath(manifest.period, beneath).length < beneath.length)
    return 'trong gói có kỳ báo cáo mà số liệu của kỳ này không cần đến.';
  const secret = new Set(records.indicators.filter(({ restricted }) => restricted).map(({ id }) => id));
  if (
    records.beneath?.reports.some(({ narrative }) => Object.keys(narrative).some((code) => secret.has(code)))
  )
    return 'trong gói có phần lời về tư tưởng, dư luận của kỳ khác.';
  return (
    reportsFault(records.periods, records.reports, units, records.entries) ??
    reportsFault(beneath, records.beneath?.reports ?? [], units, records.entries) ??
    filesFault(records)
  );
}

function reportsFault(
  owed: PackageRecords['periods'],
  reports: PackageRecords['reports'],
  units: ReadonlySet<string>,
  entries: PackageRecords['entries'],
): string | null {
  const periods = new Set(owed.map(({ id }) => id));
  const seen = new Set<string>();
  for (const report of reports) {
    const name = entries.find(({ id }) => id === report.unitId)?.name ?? 'một đơn vị không có trong gói';
    const called = `báo cáo ${periodNameInText(report.period)} của ${name}`;
    if (report.id !== `${report.period}|${report.unitId}` || seen.has(report.id))
      return `${called} không đúng với đơn vị và kỳ của nó.`;
    if (!periods.has(report.period) || !units.has(report.unitId))
      return `${called} thuộc kỳ hoặc đơn vị không có trong gói.`;
    seen.add(report.id);
  }
  return null;
}

function filesFault(records: PackageRecords): string | null {
  const used = new Set([...records.reports.flatMap(filesOfReport), records.plan.sourceFile ?? '']);
  const unused = records.files.find(({ id }) => !used.has(id));
  return unused ? `tệp “${unused.name}” trong gói không thuộc báo cáo nào.` : null;
}
