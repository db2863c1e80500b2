// Scores the plan reader: our own plans in tests/, and the seeds beside the project where they are there.
// usage: node scripts/score-plans.mjs
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const shared = resolve(root, '../shared');
const scorer = resolve(shared, 'tools/score-plan-import.py');
const own = { docs: 'tests/fixtures/plans', truth: 'tests/golden/plans', goal: 0.97 };
const seeds = { docs: resolve(shared, 'seeds'), truth: resolve(shared, 'seeds/expected'), goal: 0.98 };

let failed = 0;

function run(command, args) {
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  process.stdout.write(result.stdout ?? '');
  if (result.error) process.stdout.write(`${command}: ${result.error.message}\n`);
  return { status: result.status ?? 1, out: result.stdout ?? '' };
}

function score({ docs, truth, goal }) {
  process.stdout.write(`\n${docs}\n`);
  const { out } = run('python3', [
    scorer,
    '--docs',
    docs,
    '--truth',
    truth,
    '--cmd',
    'npx tsx scripts/parse-plan.ts {file}',
  ]);
  const mean = Number(/plan-import mean ([\d.]+)/.exec(out)?.[1] ?? 0);
  if (mean < goal) {
    failed++;
    process.stdout.write(`below the goal of ${goal}\n`);
  }
}

if (existsSync(scorer)) {
  score(own);
  score(seeds);
} else process.stdout.write('the scorer is not beside this project: skipped\n');

const folders = [own.docs, seeds.docs].filter((folder) => existsSync(resolve(root, folder)));
if (run('npx', ['tsx', 'scripts/check-plan-mutations.ts', ...folders]).status !== 0) failed++;
process.exitCode = failed === 0 ? 0 : 1;
