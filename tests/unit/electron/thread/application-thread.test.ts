/** The application in a real thread, bundled as electron-vite bundles it, and the proxy that the window's host holds. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { build, type Plugin } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostedApplication } from '../../../../electron/application';
import {
  startApplicationThread,
  type ApplicationThreadOptions,
} from '../../../../electron/thread/application-thread';
import { unwrap } from '../../../../shared/result';
import type { HostEvent } from '../../../../shared/rpc/method';
import { SETUP } from '../../../support/test-application';

const root = path.resolve(import.meta.dirname, '../../../..');
// Inside the project, so that the thread finds node_modules.
const bundle = mkdtempSync(path.join(root, 'node_modules', '.vpdu-thread-'));
let dataFolder = '';
let folder = '';

/** What electron-vite makes of `?nodeWorker`, with the entries' own names. */
const nodeWorker: Plugin = {
  name: 'node-worker',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('document.worker.ts?nodeWorker') || id.endsWith('document.worker?nodeWorker')
      ? `import { Worker } from 'node:worker_threads';
         export default (options) => new Worker(new URL('document.worker.mjs', import.meta.url), options);`
      : null,
  resolveId: (id) => (id.endsWith('?nodeWorker') ? id : null),
};

beforeAll(async () => {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { external: true },
    plugins: [nodeWorker],
    build: {
      ssr: true,
      outDir: bundle,
      emptyOutDir: true,
      target: 'node20.19',
      rolldownOptions: {
        input: {
          'application.worker': path.join(root, 'electron/thread/application.worker.ts'),
          'document.worker': path.join(root, 'electron/adapters/workers/document.worker.ts'),
        },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
});
afterAll(() => rmSync(bundle, { recursive: true }));

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vpdu-thread-'));
  dataFolder = path.join(folder, 'data');
  return () => rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly application: HostedApplication;
  readonly worker: Worker;
  readonly onDeath: ReturnType<typeof vi.fn<ApplicationThreadOptions['onDeath']>>;
}

async function start(more: Partial<ApplicationThreadOptions> = {}): Promise<Started> {
  const workers: Worker[] = [];
  const onDeath = vi.fn<ApplicationThreadOptions['onDeath']>();
  const application = unwrap(
    await startApplicationThread({
      spawn: (options) => {
        const worker = new Worker(path.join(bundle, 'application.worker.mjs'), options);
        workers.push(worker);
        return worker;
      },
      options: {
        dataFolder,
        resourcesFolder: path.join(root, 'resources'),
        host: 'test',
        version: '1.0.0',
        by: 'Nguyễn Thị Mai',
        checkOutput: true,
      },
      onDeath,
      ...more,
    }),
  );
  return { application, worker: workers[0]!, onDeath };
}

const setUpOffice = (application: HostedApplication) =>
  application.dispatch({ method: 'office.setup', input: SETUP, requestId: 'setup-office' });
const codeOf = async (application: HostedApplication) => {
  const office = unwrap(await application.dispatch({ method: 'office.get', input: {} }));
  return (office as { profile: { code: string } | null }).profile?.code;
};

describe('the application in a thread', () => {
  it('answers, tells of changes before the answer, and frees the data folder when it is closed', async () => {
    const { application, onDeath } = await start();
    const heard: HostEvent[] = [];
    const stop = application.onEvent((event) => heard.push(event));
    expect(await setUpOffice(application)).toMatchObject({ ok: true });
    expect(heard).toContainEqual(expect.objectContaining({ type: 'changed', kind: 'office' }));
    stop();
    expect(await application.dispatch({ method: 'no.such' })).toMatchObject({
      ok: false,
      error: { code: 'BAD_REQUEST' },
    });
    expect(existsSync(path.join(dataFolder, 'lock.json'))).toBe(true);
    await application.close();
    expect(existsSync(path.join(dataFolder, 'lock.json'))).toBe(false);
    expect(onDeath).not.toHaveBeenCalled();
    // Closed is closed: nothing hangs.
    expect(await setUpOffice(application)).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
    await application.close();

    const again = await start();
    expect(await codeOf(again.application)).toBe('AB');
    await again.application.close();
  });

  it('takes files in by path and gives them out with their bytes, through workers of its own', async () => {
    const { application } = await start();
    await setUpOffice(application);
    const plan = unwrap(
      await application.ticketFor([path.join(root, 'resources', 'sample', 'ke-hoach-an-binh.docx')]),
    );
    const parsed = await application.dispatch({ method: 'plan.parse', input: { ticket: plan } });
    expect(parsed).toMatchObject({ ok: true, value: { plan: { kind: 'KẾ HOẠCH' } } });

    const offered = unwrap(await application.dispatch({ method: 'office.importTemplate', input: {} }));
    const { ticket, files } = offered as { ticket: string; files: { bytes: number }[] };
    // Twice: looking does not take the bytes away.
    for (const turn of [1, 2]) {
      const offer = unwrap(await application.peekOffer(ticket));
      expect(offer.files[0]?.bytes.byteLength, `turn ${turn}`).toBe(files[0]?.bytes);
      expect(Buffer.from(offer.files[0]!.bytes.subarray(0, 2)).toString()).toBe('PK');
    }
    await application.dropOffer(ticket);
    expect(await application.peekOffer(ticket)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    await application.close();
  });

  it('knows what is running, stops it, and is idle then', async () => {
    const { application } = await start();
    const reply = application.dispatch({
      method: 'sample.create',
      input: { units: 120, plans: 40, years: 4 },
      requestId: 'long-work',
    });
    expect(await application.running()).toMatchObject([{ requestId: 'long-work', method: 'sample.create' }]);
    await application.cancelAll();
    await application.idle();
    expect(await application.running()).toEqual([]);
    await reply;
    await application.close();
  });

  it('says why a data folder cannot be used', async () => {
    writeFileSync(dataFolder, 'a file, no folder');
    await expect(start()).rejects.toThrow(/UNAVAILABLE|BAD_REQUEST|CONFLICT/);
    expect(readFileSync(dataFolder, 'utf8')).toBe('a file, no folder');
  });
});

describe('a thread that dies', () => {
  it('answers what waits with UNAVAILABLE, tells once, and loses nothing that was acknowledged', async () => {
    const { application, worker, onDeath } = await start();
    expect(await setUpOffice(application)).toMatchObject({ ok: true });
    const waiting = application.dispatch({
      method: 'sample.create',
      input: { units: 120, plans: 40, years: 4 },
      requestId: 'work-at-death',
    });
    const idle = application.idle();
    await worker.terminate();
    const reply = await waiting;
    expect(reply).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
    expect(reply.ok ? '' : reply.error.message).toContain('những gì đã lưu vẫn còn nguyên');
    await idle;
    expect(onDeath).toHaveBeenCalledExactlyOnceWith('crash', expect.any(String));
    // What comes later does not hang either.
    expect(await application.ticketFor(['/x'])).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
    expect(await application.peekOffer('x')).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
    expect(await application.running()).toEqual([]);
    await application.close();
    expect(onDeath).toHaveBeenCalledTimes(1);

    // The lock that it left is nobody's: the next one takes it over.
    const again = await start();
    expect(await codeOf(again.application)).toBe('AB');
    await again.application.close();
  });

  it('names memory as the cause', async () => {
    // A thread that opens, then holds more and more at its first question.
    const greedy = `const { parentPort } = require('node:worker_threads');
      parentPort.on('message', () => { for (const held = []; ; ) held.push(Array.from({ length: 1000 }, String)); });
      parentPort.postMessage({ opened: { ok: true, value: null } });`;
    const { application, onDeath } = await start({
      memoryMb: 32,
      spawn: (options) => new Worker(greedy, { ...options, eval: true }),
    });
    const reply = await application.dispatch({ method: 'office.get', input: {} });
    expect(reply).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
    expect(onDeath.mock.calls[0]?.[0]).toBe('memory');
  });

  it('rejects where it could not even start', async () => {
    const onDeath = vi.fn();
    const started = startApplicationThread({
      spawn: (options) => new Worker('throw new Error("no start")', { ...options, eval: true }),
      options: { dataFolder, resourcesFolder: '', host: 'test', version: '1', by: '', checkOutput: true },
      onDeath,
    });
    await expect(started).rejects.toThrow('no start');
    expect(onDeath).not.toHaveBeenCalled();
  });
});
