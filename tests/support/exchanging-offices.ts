/** Two PCs of an office between which a period goes as a package. */
import type { PackageManifest, PackageRecords } from '../../shared/domain/report/exchange-model';
import type { Report } from '../../shared/domain/report/model';
import type { officeWithSchedule } from './test-application';
import { createTestApplication, SETUP, type TestApplication } from './test-application';
import { fillForm } from './forms-as-models';

export const PERIOD = '2026-Q1';
export type Scheduled = Awaited<ReturnType<typeof officeWithSchedule>>;
export type Entries = [string, string][];

export const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
export const encode = (value: string): Uint8Array => new Uint8Array(Buffer.from(value, 'utf8'));

export async function packageOf(
  app: TestApplication,
  dossierId: string,
  restricted = false,
): Promise<Uint8Array> {
  const offered = await app.call('report.exportPackage', { dossierId, period: PERIOD, restricted });
  const [file] = app.ports.taken(offered.ticket);
  if (!file) throw new Error('no package was offered');
  return file.bytes;
}

export const dropped = (app: TestApplication, bytes: Uint8Array): string =>
  app.ports.drop({ name: 'Gói quý I.zip', bytes });

export const put = (app: TestApplication, dossierId: string, unit: string, values: Record<string, number>) =>
  app.call('report.put', { dossierId, period: PERIOD, unit, values });

export async function reportOf(
  app: TestApplication,
  dossierId: string,
  unit: string,
): Promise<Report | null> {
  return (await app.call('report.get', { dossierId, period: PERIOD, unit })).report;
}

/** `apart`: with ids of its own, as a PC that was set up by itself has. */
export async function otherPc({ apart = false, wardName = SETUP.wardName } = {}): Promise<TestApplication> {
  const app = createTestApplication();
  if (apart) for (let used = 0; used < 5_000; used += 1) app.ports.ids.next();
  await app.call('office.setup', { ...SETUP, wardName });
  return app;
}

/** The form of one unit, filled in. */
export async function formFor(app: TestApplication, dossierId: string, unit: string): Promise<Uint8Array> {
  const offered = await app.call('report.forms', { dossierId, period: PERIOD, units: [unit] });
  const [form] = app.ports.taken(offered.ticket);
  return fillForm(form?.bytes ?? new Uint8Array(), { HN01: 6, HN02: 60 });
}
/** What a PC answers to a filled form. */
export const takeFormIn = (app: TestApplication, bytes: Uint8Array) =>
  app.call('report.import', { tickets: [app.ports.drop({ name: 'biểu.xlsx', bytes })] });

/** Asks a standard unit too: each PC that is set up has it, under an id of its own. */
export async function askOffice(app: Scheduled): Promise<string> {
  const office = 'Văn phòng Đảng ủy';
  await app.call('report.schedule', {
    dossierId: app.dossierId,
    period: PERIOD,
    lastDay: '2026-03-25',
    indicators: ['HN01', 'HN02'],
    units: [...app.units, office],
  });
  return office;
}

export const unitsOf = (app: Scheduled): readonly [string, string, string] => {
  const [a = '', b = '', c = ''] = app.units;
  return [a, b, c];
};

/** A package with files as a stranger's hand left them; test packages are lists of names and contents. */
export const changed = (bytes: Uint8Array, change: (files: Map<string, string>) => void): Uint8Array => {
  const files = new Map(
    (JSON.parse(text(bytes)) as Entries).map(([name, content]) => [
      name,
      Buffer.from(content, 'base64').toString('utf8'),
    ]),
  );
  change(files);
  return encode(
    JSON.stringify(
      [...files].map(([name, content]) => [name, Buffer.from(content, 'utf8').toString('base64')]),
    ),
  );
};
/** Its records edited, and the manifest made to agree with them. */
export const sealed = (
  app: TestApplication,
  files: Map<string, string>,
  edit: (records: PackageRecords) => void,
): void => {
  const records = JSON.parse(files.get('so-lieu.json') ?? '') as PackageRecords;
  edit(records);
  const body = JSON.stringify(records);
  files.set('so-lieu.json', body);
  const manifest = JSON.parse(files.get('goi-ky.json') ?? '') as PackageManifest;
  const bytes = encode(body);
  files.set(
    'goi-ky.json',
    JSON.stringify({
      ...manifest,
      files: manifest.files.map((file) =>
        file.path === 'so-lieu.json'
          ? { ...file, sha256: app.ports.hash.sha256(bytes), bytes: bytes.length }
          : file,
      ),
    }),
  );
};
