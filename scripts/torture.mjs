/** `npm run torture -- --runs N [--lanes L]`: kills a committing program N times and says what was lost. */
import { parseArgs } from 'node:util';
import { register } from 'tsx/esm/api';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '1000' }, lanes: { type: 'string', default: '2' } },
});
const [runs, lanes] = [Number(values.runs), Number(values.lanes)];
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(lanes) || lanes < 1) {
  console.error('usage: npm run torture -- --runs N [--lanes L]');
  process.exit(2);
}

register();
const { torture } = await import('../tests/faults/torture.ts');
const outcome = await torture({
  runs,
  lanes,
  progress: (done) => {
    if (done % 50 === 0) console.error(`${done} of ${runs}`);
  },
});
for (const problem of outcome.problems) console.error(problem);
console.log(
  `${outcome.kills} killed, ${outcome.acknowledged} acknowledged, ${outcome.lost} lost, ${outcome.unreadable} unreadable`,
);
const clean = outcome.lost === 0 && outcome.unreadable === 0 && outcome.problems.length === 0;
process.exit(clean ? 0 : 1);
