/** Taking in 500 returned forms, whole: read, judge, keep the original, one durable commit each. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import { figuresFor, fillForm } from '../../electron/cli/demo/fill-form';
import { createClient, type Client } from '../../shared/rpc/client';
import type { Application } from '../../electron/compose';
import { unwrap } from '../../shared/result';
import { openApplication } from '../support/built-application';
import { row, type BenchRow } from './bench-row';

const UNITS = 100;
const PERIODS = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'];
/** ExcelJS opens a sample of the same forms; its time is scaled to all of them. */
const SAMPLE = 50;

interface FilledForm {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function run(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vpdu-bench-'));
  const application = await openApplication(join(folder, 'data'), { now: '2026-06-01T08:00:00+07:00' });
  try {
    const client = createClient(
      { send: (request) => application.dispatch(request), onEvent: () => () => undefined },
      randomUUID,
    );
    const forms = await filledForms(application, client);
    const baseline = (await excelLoading(forms.slice(0, SAMPLE))) * (forms.length / SAMPLE);
    const ticket = unwrap(application.inputs.fromBytes(forms.map((form) => ({ ...form, place: form.name }))));
    const start = performance.now();
    const reply = unwrap(await client.command('report.import', { tickets: [ticket] }));
    const taken = performance.now() - start;
    if (reply.accepted.length !== forms.length) throw new Error('the bench took in fewer forms than it made');
    return [
      row(
        `importing ${forms.length} forms, each a durable commit`,
        `ExcelJS loading the same (${SAMPLE}, scaled)`,
        baseline,
        taken,
        2,
      ),
    ];
  } finally {
    await application.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function filledForms(application: Application, client: Client): Promise<readonly FilledForm[]> {
  unwrap(await client.command('sample.create', { units: UNITS, plans: 0 }));
  const plan = application.ports.resources.samplePlan();
  const source = unwrap(
    application.inputs.fromBytes([{ name: plan.name, place: plan.name, bytes: plan.bytes }]),
  );
  const { dossierId } = unwrap(await client.command('plan.import', { ticket: source }));
  const { indicators } = unwrap(await client.query('office.get', {}));
  const forms: FilledForm[] = [];
  for (const period of PERIODS) {
    const asked = unwrap(
      await client.command('report.schedule', { dossierId, period, lastDay: '2026-06-30' }),
    );
    const offered = unwrap(await client.command('report.forms', { dossierId, period }));
    const { files } = unwrap(application.outputs.take(offered.ticket));
    const wanted = indicators.filter((indicator) => asked.indicators.includes(indicator.id));
    for (const [index, file] of files.entries())
      forms.push({ name: file.name, bytes: await fillForm(file.bytes, figuresFor(index, wanted)) });
  }
  return forms;
}

async function excelLoading(forms: readonly FilledForm[]): Promise<number> {
  const start = performance.now();
  for (const form of forms) await new ExcelJS.Workbook().xlsx.load(new Uint8Array(form.bytes).buffer);
  return performance.now() - start;
}
