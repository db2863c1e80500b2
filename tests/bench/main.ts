/**
 * `npm run bench`: ratios to baselines measured in the same run. Judges nothing but its own goals: exit status 1 when a
 * ratio is above its goal. `npm run bench -- store` runs one of the benches.
 */
import type { BenchRow } from './bench-row';

const BENCHES: Readonly<Record<string, () => Promise<readonly BenchRow[]>>> = {
  store: async () => (await import('./store.bench')).run(),
  documents: async () => (await import('./documents.bench')).run(),
  reading: async () => (await import('./reading.bench')).run(),
  search: async () => (await import('./search.bench')).run(),
  intake: async () => (await import('./intake.bench')).run(),
  registers: async () => (await import('./registers.bench')).run(),
};

const wanted = process.argv.slice(2);
const rows: BenchRow[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length === 0 || wanted.includes(name)) rows.push(...(await bench()));
}

const shown = rows.map((row) => ({
  what: row.name,
  against: row.against,
  'baseline ms': row.baseline.toFixed(2),
  'value ms': row.value.toFixed(2),
  ratio: row.ratio.toFixed(3),
  goal: row.goal === null ? '' : `≤ ${row.goal}`,
  met: row.goal === null ? '' : row.ratio <= row.goal ? 'yes' : 'NO',
}));
console.table(shown);
process.exitCode = rows.some((row) => row.goal !== null && row.ratio > row.goal) ? 1 : 0;
