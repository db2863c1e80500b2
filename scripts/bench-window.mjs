// `npm run bench:window`: the longest time in one piece that the page computed without answering, in both windows, by
// its thread's own clock, beside what a plain table of 1,000 rows costs the same page in the same run. No test judges
// these times; the goal of 50 ms is an office's PC, the ratio is what two machines can be compared by.
//   node scripts/bench-window.mjs [browser] [electron]
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readReport } from './test-counting.mjs';
import { prepareEnvironment, root } from './test-environment.mjs';

/** The journeys that measure. */
const JOURNEYS = ['responsive', 'long-register', 'entry.spec', 'chase.spec'];
const GOAL_MS = 50;

const named = process.argv.slice(2);
const windows = named.length > 0 ? named : ['browser', 'electron'];
const environment = prepareEnvironment();
const display =
  process.platform === 'linux' && !process.env.DISPLAY
    ? ['xvfb-run', '-a', '-s', '-screen 0 1366x768x24']
    : [];

/** What the journeys of one window noted beside their results. */
function measured(window) {
  const file = join(root, 'test-results', `bench-${window}.json`);
  const [command, ...rest] = [
    ...(window === 'electron' ? display : []),
    ...['npx', 'playwright', 'test', '--project', window, '--reporter=json', ...JOURNEYS],
  ];
  const done = spawnSync(command, rest, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      CHROMIUM_PATH: environment.browser,
      ...(environment.electron ? { ELECTRON_OVERRIDE_DIST_PATH: environment.electron } : {}),
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    },
  });
  if (done.status !== 0) process.exitCode = 1;
  return notesOf(readReport(file) ?? { suites: [] });
}

function notesOf({ suites = [], specs = [], title = '' }) {
  return [
    ...specs.flatMap((spec) =>
      spec.tests.flatMap(({ annotations }) =>
        annotations
          .filter(({ type }) => type.startsWith('longest task'))
          .map(({ type, description }) => ({ journey: title, what: type, description })),
      ),
    ),
    ...suites.flatMap(notesOf),
  ];
}

/** "scroll 54 ms, search 20 ms": each part by its name. */
function partsOf({ what, description }) {
  return [...description.matchAll(/([^,\d]*(?:\d+ × \d+ )?)(\d+) ms/gu)].map(([, part, milliseconds]) => ({
    what: `${what.replace(/^longest task,? ?/u, '')} ${part.trim()}`.trim(),
    ms: Number(milliseconds),
  }));
}

const rows = windows.flatMap((window) => {
  const parts = measured(window).flatMap((note) =>
    partsOf(note).map((part) => ({ journey: note.journey, ...part })),
  );
  const baseline = parts.find(({ what }) => what === 'baseline')?.ms;
  return parts.map(({ journey, what, ms }) => ({
    window,
    journey,
    what,
    ms,
    ...(what === 'baseline' || !baseline
      ? {}
      : {
          'ratio to baseline': (ms / baseline).toFixed(2),
          [`≤ ${GOAL_MS} ms`]: ms <= GOAL_MS ? 'yes' : 'NO',
        }),
  }));
});
console.table(rows);
