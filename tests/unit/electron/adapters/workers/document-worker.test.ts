/** The real worker, bundled as electron-vite bundles it, in a real thread. */
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentPorts } from '../../../../../electron/adapters/workers/document-ports';
import {
  createDocumentPorts,
  createInlineDocumentPorts,
} from '../../../../../electron/adapters/workers/document-ports';
import type { PoolTask, WorkerPool } from '../../../../../electron/adapters/workers/worker-pool';
import { createWorkerPool } from '../../../../../electron/adapters/workers/worker-pool';
import { fail, unwrap, type Result } from '../../../../../shared/result';
import { formModel, planModel } from '../../../../golden/writers/models';
import { sha256 } from '../../../../golden/writers/parts';
import { bomb } from '../fixtures/workbook';

const root = path.resolve(import.meta.dirname, '../../../../..');
// Inside the project, so that the worker finds node_modules.
const folder = mkdtempSync(path.join(root, 'node_modules', '.vpdu-worker-'));
let pool: WorkerPool;
let inWorker: DocumentPorts;
const inPlace = createInlineDocumentPorts();

beforeAll(async () => {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { external: true },
    build: {
      ssr: 'electron/adapters/workers/document.worker.ts',
      outDir: folder,
      emptyOutDir: true,
      target: 'node20.19',
      rolldownOptions: { output: { entryFileNames: 'worker.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  });
  pool = createWorkerPool({
    spawn: (options) => new Worker(path.join(folder, 'worker.mjs'), options),
    size: 2,
    deadlineMs: 60_000,
    memoryMb: 512,
  });
  inWorker = createDocumentPorts(pool);
});
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

describe('the document ports over a worker', () => {
  it('write the same bytes as in place', async () => {
    const digest = async (ports: DocumentPorts) => [
      sha256(unwrap(await ports.spreadsheetWriter.write(formModel))),
      sha256(unwrap(await ports.pdfWriter.write(planModel))),
      sha256(unwrap(await ports.wordWriter.write(planModel))),
    ];
    expect(await digest(inWorker)).toEqual(await digest(inPlace));
  });

  it('read back what they wrote, as form, list and document', async () => {
    const workbook = unwrap(await inWorker.spreadsheetWriter.write(formModel));
    const word = unwrap(await inWorker.wordWriter.write(planModel));
    for (const ports of [inWorker, inPlace]) {
      const form = unwrap(await ports.formReader.read(workbook, 'biểu.xlsx'));
      expect(form.cells['DV02']).toMatchObject({ number: 35_599 });
      const [table] = unwrap(await ports.tableReader.read(workbook, 'biểu.xlsx'));
      expect(table?.rows[0]).toEqual({ row: 1, cells: ['BIỂU BÁO CÁO'], numbers: [] });
      const { blocks } = unwrap(await ports.documentReader.read(word, 'kế hoạch.docx'));
      expect(JSON.stringify(blocks)).toContain('tuyên truyền, quán triệt nghị quyết');
    }
    // The caller's bytes are still its own.
    expect(workbook.byteLength).toBeGreaterThan(1000);
  });

  it('pack and unpack', async () => {
    const files = [{ name: 'data/a.txt', bytes: new TextEncoder().encode('An Bình') }];
    const packed = await inWorker.zipWriter.zip(files);
    expect(sha256(packed)).toBe(sha256(await inPlace.zipWriter.zip(files)));
    const [file] = unwrap(await inWorker.zipReader.unzip(packed, 'a.zip'));
    expect(file?.name).toBe('data/a.txt');
    expect(new TextDecoder().decode(file?.bytes)).toBe('An Bình');
  });

  it('hand refusals through with their sentence', async () => {
    const hostile = await bomb(8_000_000);
    const refused = await inWorker.formReader.read(hostile, 'gửi.xlsx');
    expect(refused).toEqual(await inPlace.formReader.read(hostile, 'gửi.xlsx'));
    expect(refused).toMatchObject({ ok: false, error: { code: 'BAD_REQUEST', details: { reason: 'bomb' } } });
  });

  it('call a model that cannot be drawn our fault, and name the file', async () => {
    const wrong = { ...formModel, sheets: [] };
    for (const ports of [inWorker, inPlace]) {
      const result = await ports.spreadsheetWriter.write(wrong);
      expect(result).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
      expect(!result.ok && result.error.message).toContain(`“${formModel.title}”`);
    }
  });
});

it('lets nobody who keeps a file wait behind what is read for searching, nor without end', async () => {
  const asked: string[] = [];
  const poolNamed = (name: string): WorkerPool => ({
    run: <T>({ signal }: PoolTask) => {
      asked.push(name);
      return new Promise<Result<T>>((resolve) => {
        const give = () => resolve(fail('UNAVAILABLE', 'Quá lâu.'));
        if (signal) signal.addEventListener('abort', give);
        else give();
      });
    },
    close: () => Promise.resolve(),
  });
  const ports = createDocumentPorts(poolNamed('work'), poolNamed('search'));
  await ports.textReader.read(new Uint8Array(), 'a.pdf');
  const looked = await ports.textReader.look(new Uint8Array(), 'a.pdf');
  expect(asked).toEqual(['search', 'work']);
  expect(looked.ok).toBe(false);
}, 20_000);
