/** Offices made beforehand by the command line, so that a journey can begin in the middle of the job. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../../support/cli';
import { temporaryFolder } from '../pages/window';
import { fillForms } from './returned-forms';

export function must(words: readonly string[]): Record<string, unknown> {
  const done = runCli([...words, '--json']);
  if (done.status !== 0) throw new Error(`${words.join(' ')}: ${done.stderr}${done.stdout}`);
  return done.json();
}

export interface PreparedOffice {
  readonly data: string;
  readonly dossierId: string;
  /** Paths of the forms of 2026-Q1, one a unit. */
  readonly forms: readonly string[];
}

/** The sample office's units with the sample plan, asked to report 2026-Q1 until 16/03/2026; nothing has come in. */
export function prepareOffice(units: number, seed = 1): PreparedOffice {
  const data = join(temporaryFolder('office'), 'data');
  must([
    'sample',
    'create',
    '--units',
    String(units),
    '--plans',
    '0',
    '--seed',
    String(seed),
    '--data',
    data,
  ]);
  const plan = must(['plan', 'import', 'resources/sample/ke-hoach-an-binh.docx', '--data', data]);
  const dossierId = String(plan['dossierId']);
  return { data, dossierId, forms: askFor(data, dossierId, '2026-Q1', '2026-03-16') };
}

/** Asks for one more period; answers its forms. */
export function askFor(data: string, dossierId: string, period: string, lastDay: string): readonly string[] {
  const out = join(temporaryFolder('forms'), 'forms');
  must(['report', 'schedule', dossierId, '--period', period, '--due', lastDay, '--data', data]);
  must(['report', 'form', dossierId, '--period', period, '--out', out, '--data', data]);
  return readdirSync(out)
    .sort((a, b) => a.localeCompare(b, 'vi', { numeric: true }))
    .map((name) => join(out, name));
}

/** One filled form of 2026-Q1 of an office that has nothing to do with the one under test; its path. */
export async function foreignForm(): Promise<string> {
  const { forms } = prepareOffice(16, 2);
  const filled = await fillForms(forms.slice(0, 1));
  return filled.files[0] ?? '';
}
