/**
 * `npx tsx scripts/count-lint.ts`: checks every clean plan of tests/fixtures/lint, prints what was found (all of it
 * false there) and the number of pages. Exit status 1 above one finding in two pages.
 */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { checkPlan } from '../shared/domain/plan/lint/check-plan';
import { readPlan } from '../shared/domain/plan/reading/read-plan';
import { sourceFromText } from '../shared/domain/plan/reading/source-from-text';

/** Letters on a printed page of a plan, with its headings and gaps. */
const PAGE = 2400;
const LIMIT = 0.5;
const folder = fileURLToPath(new URL('../tests/fixtures/lint/', import.meta.url));

let found = 0;
let pages = 0;
const names = (await readdir(folder)).filter((name) => name.startsWith('clean-')).sort();
for (const name of names) {
  const { plan, text } = readPlan(sourceFromText(await readFile(folder + name, 'utf8')));
  const findings = checkPlan(text, plan);
  found += findings.length;
  pages += text.length / PAGE;
  process.stdout.write(`${name}: ${(text.length / PAGE).toFixed(1)} pages, ${findings.length} findings\n`);
  for (const { code, section, message } of findings)
    process.stdout.write(`  ${code} ${section}: ${message}\n`);
}
const rate = found / pages;
process.stdout.write(
  `${found} false findings on ${pages.toFixed(1)} pages: ${rate.toFixed(2)} a page (at most ${LIMIT})\n`,
);
process.exitCode = names.length > 0 && rate <= LIMIT ? 0 : 1;
