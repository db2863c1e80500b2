// The true totals of `npm test`, and what failed with where and why: whoever sees only the end of a long log sees that.
import { readFileSync } from 'node:fs';

const totals = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const details = [];

/** Adds the tests of a step to the totals. */
export function count(sink, name, passed, failed, skipped) {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
  if (failed > 0) failures.push(name);
  sink.write(`-- ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped\n`);
}

/** What the runner of tests wrote down; null when it wrote nothing. */
export function readReport(file) {
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

/** A program that failed says why at its end. */
export function tellSingle(name, said) {
  tell(name, 'its last lines', said.trimEnd().split('\n').slice(-25).join('\n'));
}

export function tellVitest(project, report) {
  for (const file of report.testResults ?? []) {
    const failed = (file.assertionResults ?? []).filter((each) => each.status === 'failed');
    for (const each of failed) tell(project, `${file.name} › ${each.fullName}`, each.failureMessages?.[0]);
    if (file.status === 'failed' && failed.length === 0) tell(project, file.name, file.message);
  }
}

/** Also what went wrong outside all tests: a hook of the whole run, a worker that did not end. */
export function tellPlaywright(project, report) {
  for (const error of report.errors ?? []) tell(project, 'outside all tests', error.message);
  tellSuites(project, report.suites);
}

function tellSuites(project, suites) {
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
    tellSuites(project, suite.suites);
  }
}

/** The end of the log; its last line is the totals. Answers whether all is well. */
export function conclude(sink) {
  if (failures.length > 0) sink.write(`\nFailed: ${failures.join(', ')}\n${details.join('\n')}\n`);
  sink.write(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
  return totals.failed === 0;
}
