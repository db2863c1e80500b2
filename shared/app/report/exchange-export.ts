/** "Gói kỳ" out: one zip that another PC of this office takes in, adds up and sends back. */
import {
  PACKAGE_FILES,
  PACKAGE_FORMAT,
  PACKAGE_MANIFEST,
  PACKAGE_RECORDS,
  PACKAGE_VERSION,
  type PackageManifest,
  type PackageOffice,
} from '../../domain/report/exchange-model';
import { packageRecords } from '../../domain/report/exchange-records';
import { periodNameInText } from '../../domain/report/periods';
import { notScheduled } from '../../domain/report/schedule-commands';
import type { OfficeProfile } from '../../domain/office/model';
import type { OutputFile } from '../../ports/files';
import { fail, ok } from '../../result';
import { safeFileName } from '../../text/file-name';
import { encodeUtf8 } from '../../text/utf8';
import { CANCELLED, dossierRef, nowOf, offer, type App } from '../application';
import type { Handler } from '../handlers';
import { refuseSecretFile } from '../security-mark';
import { loadReporting } from './reporting';

export function packageOffice(profile: OfficeProfile): PackageOffice {
  const { officeId, code, system, parentBody, issuingBody } = profile;
  return { officeId, code, system, parentBody, issuingBody };
}

function json(value: unknown): Uint8Array {
  return encodeUtf8(`${JSON.stringify(value, null, 1)}\n`);
}

export function exportPackage(app: App): Handler<'report.exportPackage'> {
  return async ({ dossierId, period, restricted }, { by, progress }) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const { dossier, office, catalogue, plan } = reporting.value;
    const records = packageRecords({
      view: dossier.view,
      period,
      entries: office.entries,
      catalogue,
      restricted,
      pairedPcs: office.loaded.view.list('pairedPcs'),
    });
    if (records === null) return notScheduled(period);
    const open = await refuseSecretFile(app.ports, encodeUtf8(plan.text), `${plan.title}.txt`);
    if (!open.ok) return open;
    const files: OutputFile[] = [{ name: PACKAGE_RECORDS, bytes: json(records) }];
    for (const [index, file] of records.files.entries()) {
      if (progress.cancelled()) return fail('UNAVAILABLE', CANCELLED, { details: { cancelled: true } });
      progress.report(index, records.files.length, file.name);
      const bytes = await app.ports.store.getFile(dossierRef(dossierId), file.id);
      if (!bytes.ok) return bytes;
      if (app.ports.hash.sha256(bytes.value) !== file.id)
        return fail(
          'UNAVAILABLE',
          `Tệp “${file.name}” trong kho đã bị hỏng nên không lập gói. Hãy lấy lại tệp từ bản sao lưu rồi lập lại.`,
        );
      files.push({ name: `${PACKAGE_FILES}${file.id}.${file.extension}`, bytes: bytes.value });
    }
    const manifest: PackageManifest = {
      format: PACKAGE_FORMAT,
      version: PACKAGE_VERSION,
      office: packageOffice(office.profile),
      dossierId,
      planTitle: plan.title,
      period,
      restricted,
      madeAt: nowOf(app).now,
      madeBy: by,
      files: files.map(({ name, bytes }) => ({
        path: name,
        sha256: app.ports.hash.sha256(bytes),
        bytes: bytes.length,
      })),
    };
    const zip = await app.ports.zipWriter.zip([{ name: PACKAGE_MANIFEST, bytes: json(manifest) }, ...files]);
    const name = safeFileName(`Gói ${periodNameInText(period)} – ${office.profile.code}.zip`);
    const offered = await offer(app, [{ name, bytes: zip }], name);
    return ok({ ...offered, reports: records.reports.length, kept: records.files.length });
  };
}
