/** Drops every hostile file on the whole application, workers and all, and writes down what it answered. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '../../../shared/result';
import { createClient } from '../../../shared/rpc/client';
import { openApplication } from '../built-application';
import { HOSTILE_FILES, type HostileFile } from './files';

export interface Verdict {
  readonly file: HostileFile;
  /** Code of the refusal; "accepted" when it was taken in, which it must never be. */
  readonly code: string;
  readonly message: string;
  readonly seconds: number;
}

/** One by one, in a data folder of its own that is gone afterwards. Needs the build. */
export async function hostileVerdicts(
  files: readonly HostileFile[] = HOSTILE_FILES,
): Promise<readonly Verdict[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vpdu-hostile-'));
  const application = await openApplication(join(folder, 'data'), { now: '2026-06-01T08:00:00+07:00' });
  try {
    const client = createClient(
      { send: (request) => application.dispatch(request), onEvent: () => () => undefined },
      randomUUID,
    );
    unwrap(await client.command('sample.create', { units: 16, plans: 0 }));
    const plan = application.ports.resources.samplePlan();
    const source = unwrap(
      application.inputs.fromBytes([{ name: plan.name, place: plan.name, bytes: plan.bytes }]),
    );
    const { dossierId } = unwrap(await client.command('plan.import', { ticket: source }));
    unwrap(await client.command('report.schedule', { dossierId, period: '2026-Q1', lastDay: '2026-06-30' }));
    const offered = unwrap(await client.command('report.forms', { dossierId, period: '2026-Q1' }));
    const [form] = unwrap(application.outputs.take(offered.ticket)).files;
    if (!form) throw new Error('no form was made');

    const verdicts: Verdict[] = [];
    for (const file of files) {
      const bytes = await file.bytes(form.bytes);
      const ticket = unwrap(application.inputs.fromBytes([{ name: file.name, place: file.name, bytes }]));
      const start = performance.now();
      const reply = unwrap(await client.command('report.import', { tickets: [ticket] }));
      const seconds = (performance.now() - start) / 1000;
      const [fault] = reply.rejected[0]?.errors ?? [];
      verdicts.push({
        file,
        code: reply.accepted.length > 0 || !fault ? 'accepted' : fault.code,
        message: fault?.message ?? '',
        seconds,
      });
    }
    return verdicts;
  } finally {
    await application.close();
    await rm(folder, { recursive: true, force: true });
  }
}
