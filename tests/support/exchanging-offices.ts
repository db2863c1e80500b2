/** Two PCs of an office between which a period goes as a package. */
import type { Report } from '../../shared/domain/report/model';
import type { officeWithSchedule } from './test-application';
import { createTestApplication, SETUP, type TestApplication } from './test-application';
import { fillForm } from './test-ports';

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
