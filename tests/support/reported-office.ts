/** An office that asked for the reports of 2026-Q1, and what tests of reports do with it. */
import { officeWithSchedule } from './test-application';

export type Scheduled = Awaited<ReturnType<typeof officeWithSchedule>>;
export const PERIOD = '2026-Q1';

export async function forms(app: Scheduled): Promise<readonly Uint8Array[]> {
  const offered = await app.call('report.forms', { dossierId: app.dossierId, period: PERIOD });
  return app.ports.taken(offered.ticket).map(({ bytes }) => bytes);
}

export async function takeIn(
  app: Scheduled,
  files: Readonly<Record<string, Uint8Array>>,
  more: { dryRun?: boolean; receivedOn?: string } = {},
) {
  const ticket = app.ports.drop(...Object.entries(files).map(([name, bytes]) => ({ name, bytes })));
  return app.call('report.import', { tickets: [ticket], ...more });
}

export const FIGURES = { HN01: 2, HN02: 100, DV01: 50, DV02: 45 };

/** Two of three units have handed in. */
export async function filledOffice() {
  const app = await officeWithSchedule();
  const [a = '', b = '', c = ''] = app.units;
  const put = (unit: string, values: Record<string, number | string | null>, more: object = {}) =>
    app.call('report.put', { dossierId: app.dossierId, period: PERIOD, unit, values, ...more });
  await put(a, { HN01: 2, HN02: 60, DV01: 50, DV02: 50 }, { receivedOn: '2026-03-20' });
  await put(b, { HN01: 1, HN02: '1.030', DV01: 42, DV02: 40 });
  return { ...app, a, b, c, put };
}
