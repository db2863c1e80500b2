/** `npm run hostile`: drops files that mean harm on the application and prints file, verdict, seconds. */
import { register } from 'tsx/esm/api';

/** What a person waits for an answer at most. */
const LIMIT_SECONDS = 10;

register();
const { hostileVerdicts } = await import('../tests/support/hostile/run.ts');
const verdicts = await hostileVerdicts();
const rows = verdicts.map(({ file, code, message, seconds }) => ({
  file: file.name,
  what: file.what,
  verdict: code,
  seconds: seconds.toFixed(2),
  message,
}));
console.table(rows, ['file', 'what', 'verdict', 'seconds']);
for (const { file, message } of rows) console.log(`${file}: ${message}`);
const wrong = verdicts.filter(({ file, code, seconds }) => code !== file.code || seconds > LIMIT_SECONDS);
for (const { file, code, seconds } of wrong)
  console.error(`${file.name}: expected ${file.code}, got ${code} after ${seconds.toFixed(2)} s`);
process.exit(wrong.length === 0 ? 0 : 1);
