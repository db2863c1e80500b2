/** Forms that go out, are filled in and dropped on the application of a test. */
import type { InputOf } from '../../shared/rpc/contract';
import { fillForm } from './forms-as-models';
import type { officeWithSchedule } from './test-application';

/** An office with a period that its units owe. */
export type Scheduled = Awaited<ReturnType<typeof officeWithSchedule>>;

export const PERIOD = '2026-Q1';

/** What a unit fills in. */
export const FIGURES = { HN01: 2, HN02: 100, DV01: 50, DV02: 45 };

/** The same with a word in a cell of numbers. */
export const WRONG = { ...FIGURES, HN01: 'ba mươi' };

/** The forms of the period, as bytes, by unit. */
export async function forms(app: Scheduled): Promise<readonly Uint8Array[]> {
  const offered = await app.call('report.forms', { dossierId: app.dossierId, period: PERIOD });
  return app.ports.taken(offered.ticket).map(({ bytes }) => bytes);
}

/** The form of one unit, filled in. */
export async function formOf(
  app: Scheduled,
  index: number,
  figures: Readonly<Record<string, number | string>>,
) {
  return fillForm((await forms(app))[index] ?? new Uint8Array(), figures);
}

/** Takes files in as if they had been dropped. */
export async function take(
  app: Scheduled,
  files: Readonly<Record<string, Uint8Array>>,
  more: Partial<InputOf<'report.import'>> = {},
) {
  const ticket = app.ports.drop(...Object.entries(files).map(([name, bytes]) => ({ name, bytes })));
  return app.call('report.import', { tickets: [ticket], ...more });
}

export const tray = (app: Scheduled) => app.call('intake.tray', {});
