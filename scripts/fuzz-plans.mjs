/** `node scripts/fuzz-plans.mjs [--runs N] [--seed S] [FOLDER…]`: reads N damaged plans and says what went wrong. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { register } from 'tsx/esm/api';

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
  console.error('usage: node scripts/fuzz-plans.mjs [--runs N] [--seed S] [FOLDER…]');
  process.exit(2);
}

register();
const { fuzzPlans } = await import('../tests/support/plans/fuzz.ts');
const outcome = await fuzzPlans({
  runs,
  seed,
  folders: [fileURLToPath(new URL('../tests/fixtures/plans', import.meta.url)), ...positionals],
  progress: (done) => {
    if (done % 1000 === 0) console.error(`${done} of ${runs}`);
  },
});
for (const problem of outcome.problems) console.error(problem);
console.log(
  `${outcome.texts} texts and ${outcome.documents} .docx read (${outcome.refused} damaged ones refused): ` +
    `${outcome.crashes} crashes, ${outcome.slow} over 2 s, ${outcome.lossy} with lost words; the longest took ${outcome.longest} ms`,
);
process.exit(outcome.crashes + outcome.slow + outcome.lossy === 0 ? 0 : 1);
