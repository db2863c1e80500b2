/** Files that mean harm, dropped on the whole application: each refused with its reason, no worker left behind. */
import type { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDocumentPorts } from '../../electron/adapters/workers/document-ports';
import { createWorkerPool } from '../../electron/adapters/workers/worker-pool';
import { spawnBuiltWorker } from '../support/built-application';
import { HOSTILE_FILES, manyRows } from '../support/hostile/files';
import { hostileVerdicts, type Verdict } from '../support/hostile/run';

let verdicts: readonly Verdict[];
beforeAll(async () => {
  verdicts = await hostileVerdicts();
}, 120_000);

describe('every hostile file is refused with its reason', () => {
  test.each(HOSTILE_FILES.map((file) => [file.name, file.what, file.code] as const))(
    '%s (%s): %s',
    (name, _what, code) => {
      const verdict = verdicts.find(({ file }) => file.name === name);
      expect(verdict?.code).toBe(code);
      // A sentence that names the file and what to do.
      expect(verdict?.message).toContain(name.replace(/\.zip$/u, ''));
      expect(verdict?.message).toMatch(/(Hãy|Chỉ nhận) .+\.$/u);
    },
  );
});

test('a reading that takes too long is killed: its worker ends, and the next file is read by another', async () => {
  const started: Worker[] = [];
  const pool = createWorkerPool({
    spawn: (options) => {
      const worker = spawnBuiltWorker(options);
      started.push(worker);
      return worker;
    },
    size: 1,
    deadlineMs: 60_000,
    memoryMb: 1024,
  });
  const bytes = await manyRows(300_000);
  const job = { kind: 'read-form', bytes, fileName: 'lâu.xlsx' };
  const late = await pool.run({ job, label: 'Tệp “lâu.xlsx”', deadlineMs: 1 });
  expect(late).toMatchObject({ ok: false, error: { details: { reason: 'deadline' } } });
  const next = await createDocumentPorts(pool).formReader.read(new Uint8Array(), 'rỗng.xlsx');
  expect(next).toMatchObject({ ok: false, error: { details: { reason: 'empty' } } });
  expect(started).toHaveLength(2);
  // An ended thread has no id any more.
  await expect.poll(() => started[0]?.threadId).toBe(-1);
  await pool.close();
  await expect.poll(() => started.map(({ threadId }) => threadId)).toEqual([-1, -1]);
}, 60_000);
