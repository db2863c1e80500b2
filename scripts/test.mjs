// `npm test`: everything, from static checks to journeys in the real window, with one line of true totals at the end.
//   node scripts/test.mjs [--only NAME,…]   names: see STEPS
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareEnvironment, root } from './test-environment.mjs';

/** Tests in tests/golden/office-suite, to be counted where they can't run. */
const OFFICE_TESTS = 18;
/** Tests in tests/e2e/real-plans, likewise. */
const REAL_PLAN_TESTS = 8;
const results = join(root, 'test-results');
const totals = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
/** What failed, with where and why: said again at the end, for whoever sees only the end of a long log. */
const details = [];

const only = process.argv.includes('--only')
  ? new Set((process.argv[process.argv.indexOf('--only') + 1] ?? '').split(','))
  : null;

function count(name, passed, failed, skipped) {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
  if (failed > 0) failures.push(name);
  process.stdout.write(`-- ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped\n`);
}

function run(command, args, env = {}) {
  const started = process.hrtime.bigint();
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  process.stdout.write(`   (${Number((process.hrtime.bigint() - started) / 1_000_000_000n)} s)\n`);
  return done.status ?? 1;
}

/** One command, one test. */
function single(name, command, args, env) {
  process.stdout.write(`\n== ${name}\n`);
  const status = run(command, args, env);
  count(name, status === 0 ? 1 : 0, status === 0 ? 0 : 1, 0);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** The lines of an error that say what was wrong, without colours. */
function brief(text) {
  const plain = String(text ?? '').replace(/\u001b\[[0-9;]*m/g, '');
  return plain
    .split('\n')
    .slice(0, 30)
    .map((line) => `      ${line}`)
    .join('\n');
}

function tell(project, title, text) {
  details.push(`   [${project}] ${title}\n${brief(text)}`);
}

function tellVitest(project, report) {
  for (const file of report.testResults ?? []) {
    const failed = (file.assertionResults ?? []).filter((each) => each.status === 'failed');
    for (const each of failed) tell(project, `${file.name} › ${each.fullName}`, each.failureMessages?.[0]);
    if (file.status === 'failed' && failed.length === 0) tell(project, file.name, file.message);
  }
}

function tellPlaywright(project, suites) {
  for (const suite of suites ?? []) {
    for (const spec of suite.specs ?? []) {
      if (spec.ok) continue;
      const errors = spec.tests.flatMap((test) => test.results.flatMap((result) => result.errors ?? []));
      tell(
        project,
        `${spec.file}:${spec.line} › ${spec.title}`,
        errors.map((each) => each.message).join('\n'),
      );
    }
    tellPlaywright(project, suite.suites);
  }
}

function vitest(project, env, where = ['--project', project]) {
  process.stdout.write(`\n== ${project}\n`);
  const file = join(results, `vitest-${project}.json`);
  const args = [
    'vitest',
    'run',
    ...where,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const status = run('npx', args, env);
  const report = readJson(file);
  if (!report) return count(project, 0, 1, 0);
  tellVitest(project, report);
  // A run can fail without a failed test (an unhandled error, a suite that does not load): that is a failure too.
  const failed = report.numFailedTests || (status === 0 ? 0 : 1);
  count(project, report.numPassedTests, failed, report.numPendingTests + report.numTodoTests);
}

function playwright(project, environment, env, wrap) {
  process.stdout.write(`\n== end-to-end: ${project}\n`);
  const file = join(results, `playwright-${project}.json`);
  const args = ['playwright', 'test', '--project', project, '--reporter=list,json'];
  const [command, ...rest] = [...wrap, 'npx', ...args];
  const status = run(command, rest, { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  const report = readJson(file);
  if (!report) return count(project, 0, 1, 0);
  tellPlaywright(project, report.suites);
  const { expected, unexpected, flaky, skipped } = report.stats;
  count(project, expected, unexpected + flaky || (status === 0 ? 0 : 1), skipped);
}

function wrapDisplay(environment) {
  const needed = process.platform === 'linux' && !process.env.DISPLAY;
  return needed ? ['xvfb-run', '-a', '-s', '-screen 0 1366x768x24'] : [];
}

/** Loopback alone: the product needs no network, so its journeys run without one wherever that can be arranged. */
function wrapIsolation(environment) {
  return environment.isolate ? ['unshare', '-n', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'] : [];
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const environment = prepareEnvironment();
const env = {
  CHROMIUM_PATH: environment.browser,
  ...(environment.electron ? { ELECTRON_OVERRIDE_DIST_PATH: environment.electron } : {}),
  ...(environment.pdftotext ? { PDFTOTEXT: environment.pdftotext } : {}),
  ...(environment.office ? { SOFFICE: environment.office } : {}),
};

const STEPS = {
  types: () => single('types in three projects', 'npx', ['tsc', '-b']),
  lint: () => single('lint', 'npx', ['eslint', '.', '--max-warnings', '0']),
  format: () => single('format', 'npx', ['prettier', '--check', '--log-level', 'warn', '.']),
  imports: () => single('import rules', 'npm', ['run', '-s', 'check:imports']),
  deadcode: () => single('dead code', 'npm', ['run', '-s', 'check:dead-code']),
  build: () => single('build', 'node', ['scripts/build.mjs']),
  unit: () => vitest('unit', env),
  property: () => vitest('property', env),
  contract: () => vitest('contract', env),
  golden: () => vitest('golden', env),
  faults: () => vitest('faults', env),
  cli: () => vitest('cli', env),
  electron: () =>
    playwright('electron', environment, env, [...wrapIsolation(environment), ...wrapDisplay(environment)]),
  browser: () => playwright('browser', environment, env, wrapIsolation(environment)),
  realPlans: () => {
    // Plans of real offices lie outside the repository; where they are not, their journeys count as skipped.
    const folder = join(root, '..', 'shared', 'seeds');
    if (!existsSync(folder)) return count('journeys of real plans', 0, 0, REAL_PLAN_TESTS);
    playwright('real-plans', environment, { ...env, REAL_PLANS: folder }, wrapIsolation(environment));
  },
  office: () => {
    process.stdout.write('\n== files in another office suite\n');
    // LibreOffice opens, saves and recalculates what we wrote; without it these count as skipped.
    if (!environment.office || !environment.pdftotext) return count('office suite', 0, 0, OFFICE_TESTS);
    vitest('office-suite', env, ['--config', 'tests/golden/office-suite/vitest.config.ts']);
  },
  falseFindings: () => single('findings on clean plans', 'npx', ['tsx', 'scripts/count-lint.ts']),
  mutations: () => single('plans changed just so', 'node', ['scripts/score-plans.mjs', 'mutations']),
  scores: () => {
    // The scorer and the real plans lie outside the repository; where they are not, these count as skipped.
    const beside = existsSync(join(root, '..', 'shared', 'tools', 'score-plan-import.py'));
    if (!beside) return count('reading scores', 0, 0, 2);
    single('reading: our own plans', 'node', ['scripts/score-plans.mjs', 'own']);
    single('reading: real plans', 'node', ['scripts/score-plans.mjs', 'seeds']);
  },
};

for (const [name, step] of Object.entries(STEPS)) if (!only || only.has(name)) step();

if (failures.length > 0) process.stdout.write(`\nFailed: ${failures.join(', ')}\n${details.join('\n')}\n`);
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
process.exit(totals.failed === 0 ? 0 : 1);
