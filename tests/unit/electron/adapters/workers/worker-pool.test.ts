import type { WorkerOptions } from 'node:worker_threads';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import type { SpawnWorker, WorkerPool } from '../../../../../electron/adapters/workers/worker-pool';
import { createWorkerPool } from '../../../../../electron/adapters/workers/worker-pool';

/** A worker that does as it is told: echo, hang, crash, die, swallow memory. */
const OBEDIENT = `
const { parentPort, threadId } = require('node:worker_threads');
parentPort.on('message', ({ id, job }) => {
  const answer = (value) => parentPort.postMessage({ id, result: { ok: true, value } });
  if (job.do === 'echo') answer({ said: job.say, threadId });
  if (job.do === 'wait') setTimeout(() => answer({ said: job.say, threadId }), job.ms);
  if (job.do === 'hang') for (;;);
  if (job.do === 'crash') throw new Error('nổ');
  if (job.do === 'die') process.exit(3);
  if (job.do === 'swallow') { const kept = []; for (;;) kept.push(new Array(100000).fill(kept.length)); }
});`;

let spawned = 0;
const spawn: SpawnWorker = (options: WorkerOptions) => {
  spawned += 1;
  return new Worker(OBEDIENT, { ...options, eval: true });
};

const pools: WorkerPool[] = [];
function poolOf(size: number, deadlineMs = 60_000, memoryMb = 64): WorkerPool {
  spawned = 0;
  const pool = createWorkerPool({ spawn, size, deadlineMs, memoryMb });
  pools.push(pool);
  return pool;
}
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

interface Said {
  readonly said: string;
  readonly threadId: number;
}
const echo = (pool: WorkerPool, say: string) =>
  pool.run<Said>({ job: { do: 'echo', say }, label: `Tệp “${say}”` });

describe('createWorkerPool', () => {
  it('answers each job with its own answer and keeps its workers', async () => {
    const pool = poolOf(2);
    const results = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((say) => echo(pool, say)));
    expect(results.map((result) => result.ok && result.value.said)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(spawned).toBe(2);
  });

  it('ends a job that hangs, names the file, and does the next one in a fresh worker', async () => {
    const pool = poolOf(1, 300);
    const [hung, next] = await Promise.all([
      pool.run({ job: { do: 'hang' }, label: 'Tệp “treo.xlsx”' }),
      echo(pool, 'sau'),
    ]);
    expect(hung).toMatchObject({
      ok: false,
      error: { code: 'UNAVAILABLE', details: { reason: 'deadline' } },
    });
    expect(!hung.ok && hung.error.message).toMatch(/^Tệp “treo\.xlsx”: xử lý quá 1 giây/);
    expect(next).toMatchObject({ ok: true, value: { said: 'sau' } });
    expect(spawned).toBe(2);
  });

  it.each([
    ['crash', 'crash'],
    ['die', 'crash'],
    ['swallow', 'memory'],
  ])('replaces a worker after %s', async (what, reason) => {
    const pool = poolOf(1);
    const failed = await pool.run({ job: { do: what }, label: 'Tệp “x.xlsx”' });
    expect(failed).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE', details: { reason } } });
    expect(!failed.ok && failed.error.message).toContain('“x.xlsx”');
    expect(await echo(pool, 'sau')).toMatchObject({ ok: true, value: { said: 'sau' } });
  });

  it('cancels a running job and one that waits, and leaves the others alone', async () => {
    const pool = poolOf(1);
    const running = new AbortController();
    const waiting = new AbortController();
    const first = pool.run({ job: { do: 'hang' }, label: 'một', signal: running.signal });
    const second = pool.run({ job: { do: 'echo', say: '2' }, label: 'hai', signal: waiting.signal });
    const third = echo(pool, 'ba');
    waiting.abort();
    running.abort();
    expect(await first).toMatchObject({
      ok: false,
      error: { details: { reason: 'cancelled', label: 'một' } },
    });
    expect(await second).toMatchObject({
      ok: false,
      error: { details: { reason: 'cancelled', label: 'hai' } },
    });
    expect(await third).toMatchObject({ ok: true, value: { said: 'ba' } });
    const gone = new AbortController();
    gone.abort();
    expect(await pool.run({ job: {}, label: 'bốn', signal: gone.signal })).toMatchObject({ ok: false });
  });

  it('answers everything when it is closed', async () => {
    const pool = poolOf(1);
    const jobs = [pool.run({ job: { do: 'hang' }, label: 'a' }), echo(pool, 'b')];
    await pool.close();
    for (const result of await Promise.all([...jobs, echo(pool, 'c')]))
      expect(result).toMatchObject({ ok: false, error: { details: { reason: 'closed' } } });
  });

  it('says so when no worker can be started or the job cannot be sent', async () => {
    const broken = createWorkerPool({
      spawn: () => {
        throw new Error('không có tệp');
      },
      size: 1,
      deadlineMs: 1000,
      memoryMb: 64,
    });
    expect(await broken.run({ job: {}, label: 'a' })).toMatchObject({
      ok: false,
      error: { code: 'UNAVAILABLE' },
    });
    const pool = poolOf(1);
    expect(await pool.run({ job: { do: () => 1 }, label: 'a' })).toMatchObject({ ok: false });
    expect(await echo(pool, 'sau')).toMatchObject({ ok: true });
  });
});
