/** The browser's UI thread stays free while the application works: no work of its own runs there (ADR 0011). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchElectron, type ElectronRun } from '../../support/launch-electron';

const UNITS = 110;
const INDICATORS = 60;
const FORMS = 60;
/** What of the product's whole work may fall to the UI thread, which only carries messages. */
const SHARE = 0.25;
const PERIOD = '2026-Q1';
const PLAN = resolve('resources/sample/ke-hoach-an-binh.docx');

let run: ElectronRun;
let folder = '';
let requests = 0;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vpdu-responsive-'));
  run = await launchElectron({ dataFolder: join(folder, 'data') });
});
test.afterAll(async () => {
  await run.app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function call<T>(method: string, input: unknown): Promise<T> {
  requests += 1;
  const request = { method, input, requestId: `responsive-${requests}` };
  const reply = await run.page.evaluate((one) => window.vpdu?.call(one), request);
  if (!reply?.ok) throw new Error(`${method}: ${JSON.stringify(reply)}`);
  return reply.value as T;
}

/** Milliseconds. */
interface Load {
  /** The most that the UI thread computed between two turns of a timer: another program's load is not in it. */
  stall: number;
  /** All that it computed. */
  own: number;
  /** All that the process computed, the application's thread with it. */
  all: number;
}

/** Measured on the main thread itself, which is the browser's UI thread. */
async function loadDuring(work: () => Promise<unknown>): Promise<Load> {
  await run.app.evaluate(() => {
    const clocks = process as unknown as Record<
      'threadCpuUsage' | 'cpuUsage',
      () => { user: number; system: number }
    >;
    const read = (clock: 'threadCpuUsage' | 'cpuUsage'): number => {
      const { user, system } = clocks[clock]();
      return (user + system) / 1000;
    };
    const begun = { own: read('threadCpuUsage'), all: read('cpuUsage') };
    let stall = 0;
    let last = begun.own;
    const timer = setInterval(() => {
      const now = read('threadCpuUsage');
      stall = Math.max(stall, now - last);
      last = now;
    }, 5);
    const end = (): Load => {
      clearInterval(timer);
      return { stall, own: read('threadCpuUsage') - begun.own, all: read('cpuUsage') - begun.all };
    };
    Object.assign(globalThis, { endOfLoad: end });
  });
  await work();
  return run.app.evaluate(() => (globalThis as unknown as { endOfLoad(): Load }).endOfLoad());
}

test('a summary of 110 units × 60 indicators, and 60 forms, leave the main thread free', async () => {
  test.setTimeout(180_000);
  await call('sample.create', { units: UNITS, plans: 0, years: 1 });
  await run.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, PLAN);
  const handed = await run.page.evaluate(() =>
    window.vpdu?.pickFiles({ title: 'Chọn', extensions: [], multiple: false }),
  );
  const { dossierId } = await call<{ dossierId: string }>('plan.import', { ticket: handed?.[0]?.ticket });
  const office = await call<{
    indicators: { id: string; kind: string }[];
    entries: { id: string; kind: string }[];
  }>('office.get', {});
  const asked = office.indicators.filter(({ kind }) => kind !== 'T').slice(0, INDICATORS);
  const indicators = asked.map(({ id }) => id);
  const units = office.entries.filter(({ kind }) => kind === 'unit').map(({ id }) => id);
  expect([units.length, indicators.length]).toEqual([UNITS, INDICATORS]);
  const at = { dossierId, period: PERIOD };
  await call('report.schedule', { ...at, lastDay: '2026-03-25', indicators, units });
  // Percentages and rates are worked out by the program.
  const values = Object.fromEntries(
    asked.filter(({ kind }) => kind !== 'P' && kind !== 'R').map(({ id }) => [id, 1]),
  );
  for (const unit of units) await call('report.put', { ...at, unit, values });

  const works: Readonly<Record<string, () => Promise<unknown>>> = {
    'summary as workbook': () => call('export.summary', { ...at, format: 'xlsx' }),
    'summary as PDF': () => call('export.summary', { ...at, format: 'pdf' }),
    totals: () => call('report.totals', { ...at, cumulative: true }),
    'sixty forms': () => call('report.forms', { ...at, units: units.slice(0, FORMS) }),
    closing: () => call('report.close', { ...at, reason: 'Thử' }),
    consolidation: () => call('report.consolidation', { ...at, version: 1 }),
  };
  const loads: Record<string, Load> = {};
  for (const [name, work] of Object.entries(works)) loads[name] = await loadDuring(work);
  // Read by the bench: how long the thread stood still at the most.
  const stalls = Object.entries(loads).map(([name, { stall }]) => `${name} ${Math.round(stall)} ms`);
  test.info().annotations.push({ type: 'longest task, UI thread', description: stalls.join(', ') });
  test.info().annotations.push({ type: 'load', description: JSON.stringify(loads) });
  const sum = (of: 'own' | 'all'): number =>
    Object.values(loads).reduce((total, load) => total + load[of], 0);
  expect(sum('own') / sum('all')).toBeLessThan(SHARE);
});
