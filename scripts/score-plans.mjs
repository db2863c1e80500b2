// Scores the plan reader by the command line, as another program would.
//   node scripts/score-plans.mjs own | seeds | mutations | forms
// own and seeds need the scorer that lies beside the project; `mutations` moves dates, renames units and swaps
// sections in every plan that is there and looks whether the parse changes just so; `forms` prints every plan in other
// forms (wrapped, Markdown, other marks and numbers) and looks whether the parse stays the same.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const beside = join(root, '..', 'shared');
const scorer = join(beside, 'tools', 'score-plan-import.py');
const SETS = {
  own: { docs: 'tests/fixtures/plans', truth: 'tests/golden/plans', goal: 0.97 },
  seeds: { docs: join(beside, 'seeds'), truth: join(beside, 'seeds', 'expected'), goal: 0.98 },
};

function run(command, args) {
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  process.stdout.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
  return { status: done.status ?? 1, out: done.stdout ?? '' };
}

function score({ docs, truth, goal }) {
  const command = 'node scripts/vpdu.mjs plan parse {file} --json';
  const { out } = run('python3', [scorer, '--docs', docs, '--truth', truth, '--cmd', command]);
  const mean = Number(/plan-import mean ([\d.]+)/.exec(out)?.[1] ?? 0);
  if (mean < goal) process.stdout.write(`${mean} is below the goal of ${goal}\n`);
  return mean >= goal;
}

const [what = 'seeds'] = process.argv.slice(2);
const good =
  what === 'mutations' || what === 'forms'
    ? run('npx', [
        'tsx',
        `scripts/check-plan-${what}.ts`,
        ...[SETS.own.docs, SETS.seeds.docs].filter(
          (folder) => existsSync(join(root, folder)) || existsSync(folder),
        ),
      ]).status === 0
    : score(SETS[what]);
process.exitCode = good ? 0 : 1;
