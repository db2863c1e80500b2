/** What a page of a book of 20,000 lines costs, searched and not, against carrying the whole book to the window. */
import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '../../shared/result';
import { openApplication } from '../support/built-application';
import { longRegisterLine, plantRegister } from '../support/long-register';
import { median, row, type BenchRow } from './bench-row';

const LINES = 20_000;
const ROUNDS = 15;
const SERIES = 'PARTY-DU-KH-2025-2030';

async function timed(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

export async function run(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vpdu-bench-'));
  const data = join(folder, 'data');
  await plantRegister(data, SERIES, LINES);
  const application = await openApplication(data);
  try {
    const page = async (query: string) => {
      const input = { seriesId: SERIES, query };
      return JSON.parse(
        JSON.stringify(unwrap(await application.dispatch({ method: 'register.get', input }))),
      ) as {
        total: number;
      };
    };
    const entries = Array.from({ length: LINES }, (_, at) => longRegisterLine(at + 1));
    // The first search prepares each line's text once; what a person feels at every key comes after it.
    if ((await page('lan 12340')).total < 1) throw new Error('the bench searches for a line that is there');
    const whole = await timed(() => JSON.parse(JSON.stringify(entries)) as unknown);
    return [
      row('a page of a register of 20,000 lines', 'carrying all lines over', whole, await timed(() => page('')), 1),
      row('searching a register of 20,000 lines', 'carrying all lines over', whole, await timed(() => page('chuyen doi so lan 12340')), 2),
    ]; // prettier-ignore
  } finally {
    await application.close();
    await rm(folder, { recursive: true, force: true });
  }
}
