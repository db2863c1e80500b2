// `npm test`: everything, from static checks to journeys in the real window, with one line of true totals at the end.
//   node scripts/test.mjs [--only NAME,…]   names: see BUILD, APART and WINDOWS
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { conclude, count, readReport, tellPlaywright, tellSingle, tellVitest } from './test-counting.mjs';
import { prepareEnvironment, root } from './test-environment.mjs';
import { inTurn, live, run, sideBySide } from './test-running.mjs';

/** Tests in tests/golden/office-suite, to be counted where they can't run. */
const OFFICE_TESTS = 28;
/** Tests in tests/e2e/real-plans, likewise. */
const REAL_PLAN_TESTS = 8;
const results = join(root, 'test-results');

const only = process.argv.includes('--only')
  ? new Set((process.argv[process.argv.indexOf('--only') + 1] ?? '').split(','))
  : null;

/** One command, one test. */
function single(name, command, args) {
  return async (sink) => {
    sink.write(`\n== ${name}\n`);
    const heard = [];
    const both = { write: (text) => (heard.push(text), sink.write(text)) };
    const status = await run(both, command, args);
    if (status !== 0) tellSingle(name, heard.join(''));
    count(sink, name, status === 0 ? 1 : 0, status === 0 ? 0 : 1, 0);
  };
}

function vitest(project, where = ['--project', project]) {
  return async (sink) => {
    sink.write(`\n== ${project}\n`);
    const file = join(results, `vitest-${project}.json`);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const status = await run(sink, 'npx', ['vitest', 'run', ...where, ...reporters], env);
    const report = readReport(file);
    if (!report) return count(sink, project, 0, 1, 0);
    tellVitest(project, report);
    // A run can fail without a failed test (an unhandled error, a suite that does not load): that is a failure too.
    const failed = report.numFailedTests || (status === 0 ? 0 : 1);
    count(sink, project, report.numPassedTests, failed, report.numPendingTests + report.numTodoTests);
  };
}

function playwright(project, wrap, more = {}) {
  return async (sink) => {
    sink.write(`\n== end-to-end: ${project}\n`);
    const file = join(results, `playwright-${project}.json`);
    const args = ['playwright', 'test', '--project', project, '--reporter=list,json'];
    const [command, ...rest] = [...wrap, 'npx', ...args];
    const status = await run(sink, command, rest, { ...env, ...more, PLAYWRIGHT_JSON_OUTPUT_NAME: file });
    const report = readReport(file);
    if (!report) return count(sink, project, 0, 1, 0);
    tellPlaywright(project, report);
    const { expected, unexpected, flaky, skipped } = report.stats;
    count(sink, project, expected, unexpected + flaky || (status === 0 ? 0 : 1), skipped);
  };
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
/** A display of its own where there is none. */
const display =
  process.platform === 'linux' && !process.env.DISPLAY
    ? ['xvfb-run', '-a', '-s', '-screen 0 1366x768x24']
    : [];
/** Loopback alone: the product needs no network, so its journeys run without one wherever that can be arranged. */
const isolation = environment.isolate
  ? ['unshare', '-n', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']
  : [];
// The scorer and the plans of real offices lie outside the repository; where they are not, what needs them is skipped.
const beside = (...path) => existsSync(join(root, '..', 'shared', ...path));
const scorer = beside('tools', 'score-plan-import.py');
const skipped = (name, tests) => (sink) => count(sink, name, 0, 0, tests);

/** What the others look at. */
const BUILD = { build: single('build', 'node', ['scripts/build.mjs']) };

/** None of these looks at another's work; the longest begin first. */
const APART = {
  cli: vitest('cli'),
  unit: vitest('unit'),
  property: vitest('property'),
  lint: single('lint', 'npx', ['eslint', '.', '--max-warnings', '0']),
  golden: vitest('golden'),
  // LibreOffice opens, saves and recalculates what we wrote.
  office:
    environment.office && environment.pdftotext
      ? vitest('office-suite', ['--config', 'tests/golden/office-suite/vitest.config.ts'])
      : skipped('office suite', OFFICE_TESTS),
  faults: vitest('faults'),
  types: single('types in three projects', 'npx', ['tsc', '-b']),
  contract: vitest('contract'),
  ownScore: scorer
    ? single('reading: our own plans', 'node', ['scripts/score-plans.mjs', 'own'])
    : skipped('reading: our own plans', 1),
  format: single('format', 'npx', ['prettier', '--check', '--log-level', 'warn', '.']),
  realScore: scorer
    ? single('reading: real plans', 'node', ['scripts/score-plans.mjs', 'seeds'])
    : skipped('reading: real plans', 1),
  mutations: single('plans changed just so', 'node', ['scripts/score-plans.mjs', 'mutations']),
  imports: single('import rules', 'npm', ['run', '-s', 'check:imports']),
  deadcode: single('dead code', 'npm', ['run', '-s', 'check:dead-code']),
  falseFindings: single('findings on clean plans', 'npx', ['tsx', 'scripts/count-lint.ts']),
};

/**
 * Each waits about half its time for its window, so two go well side by side; beside programs that compute without a
 * pause they would be starved.
 */
const WINDOWS = {
  electron: playwright('electron', [...isolation, ...display]),
  browser: playwright('browser', isolation),
  realPlans: beside('seeds')
    ? playwright('real-plans', isolation, { REAL_PLANS: join(root, '..', 'shared', 'seeds') })
    : skipped('journeys of real plans', REAL_PLAN_TESTS),
};

const chosen = (steps) =>
  Object.entries(steps)
    .filter(([name]) => !only || only.has(name))
    .map(([, step]) => step);

await inTurn(chosen(BUILD));
await sideBySide(chosen(APART));
await sideBySide(chosen(WINDOWS));
process.exitCode = conclude(live) ? 0 : 1;
