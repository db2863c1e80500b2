/** A filled form of another office, made by that office's own program: the command line on a data folder of its own. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../../support/cli';
import { temporaryFolder } from '../pages/window';
import { fillForms } from './returned-forms';

function must(words: readonly string[]): Record<string, unknown> {
  const done = runCli([...words, '--json']);
  if (done.status !== 0) throw new Error(`${words.join(' ')}: ${done.stderr}${done.stdout}`);
  return done.json();
}

/** One filled form of `period` for an office that has nothing to do with the one under test; its path. */
export async function foreignForm(period: string, lastDay: string): Promise<string> {
  const data = temporaryFolder('other-office');
  const out = join(temporaryFolder('other-forms'), 'forms');
  must(['sample', 'create', '--units', '16', '--plans', '0', '--data', data]);
  const plan = must(['plan', 'import', 'resources/sample/ke-hoach-an-binh.docx', '--data', data]);
  const dossierId = String(plan['dossierId']);
  must(['report', 'schedule', dossierId, '--period', period, '--due', lastDay, '--data', data]);
  must(['report', 'form', dossierId, '--period', period, '--out', out, '--data', data]);
  const [name = ''] = readdirSync(out);
  const filled = await fillForms([join(out, name)]);
  return filled.files[0] ?? '';
}
