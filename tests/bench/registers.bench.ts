/** What a page of a book of 20,000 lines costs, searched and not, against carrying the whole book to the window; and how
 * the search in the incoming book grows with its lines. */
import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '../../shared/result';
import { openApplication } from '../support/built-application';
import { longRegisterLine, plantIncoming, plantRegister } from '../support/long-register';
import { median, row, type BenchRow } from './bench-row';

const LINES = 20_000;
const ROUNDS = 15;
const YEAR = 2026;
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
  return [...(await outgoing()), await incoming()];
}

async function outgoing(): Promise<readonly BenchRow[]> {
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

/** The last line is looked for in a book of 2,000 and in one of 20,000 lines. */
async function incoming(): Promise<BenchRow> {
  const few = await searchIncoming(LINES / 10);
  const many = await searchIncoming(LINES);
  return row('searching an incoming book of 20,000 lines', 'searching one of 2,000', few, many, 15);
}

async function searchIncoming(lines: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'vpdu-bench-'));
  const data = join(folder, 'data');
  await plantIncoming(data, YEAR, lines);
  const application = await openApplication(data);
  try {
    const search = async () =>
      unwrap(
        await application.dispatch({
          method: 'incoming.list',
          input: { year: YEAR, query: `${lines} CV BTCTU` },
        }),
      ) as { total: number };
    if ((await search()).total !== 1) throw new Error('the bench searches for a line that is there');
    return await timed(search);
  } finally {
    await application.close();
    await rm(folder, { recursive: true, force: true });
  }
}
