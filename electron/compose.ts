/** Builds adapters and application, once a host; the three hosts call this and nothing else. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '../shared/date/plain-date';
import type { Ports } from '../shared/ports/ports';
import type { Backups } from '../shared/ports/store';
import { createHandlers } from '../shared/app/create-handlers';
import { createSearchIndex } from '../shared/app/search/search-index';
import { ok, type Result } from '../shared/result';
import { summarize } from '../shared/schema/summarize';
import { createDispatch } from '../shared/rpc/dispatch';
import type { HostEvent } from '../shared/rpc/method';
import { createInputs } from './adapters/files/inputs';
import { createOutputs } from './adapters/files/outputs';
import { createResources } from './adapters/resources/resources';
import {
  createBackups,
  createDataChoice,
  createTextCache,
  nodeFileSystem,
  openStore,
} from './adapters/store';
import { fixedClock, systemClock } from './adapters/system/clock';
import { nodeHash } from './adapters/system/hash';
import { randomIds } from './adapters/system/ids';
import { nodeTurns } from './adapters/system/turns';
import { lineLog, silentLog } from './adapters/system/log';
import { linesIntoFile } from './adapters/system/log-file';
import { createDocumentPorts } from './adapters/workers/document-ports';
import { createWorkerPool, type SpawnWorker, type WorkerPool } from './adapters/workers/worker-pool';
import type { Application } from './application';
import { createCalls } from './calls';
import { keepDailyBackups } from './daily-backup';
import { keepSearchReady } from './search-ready';

export type { Application } from './application';

export interface ComposeOptions {
  readonly dataFolder: string;
  /** Where a choice of another data folder is remembered; default null: none can be chosen. */
  readonly choiceFile?: string | null;
  /** The `resources/` folder of the application. */
  readonly resourcesFolder: string;
  readonly host: Ports['host'];
  readonly version: string;
  /** Author of changes. */
  readonly by: string;
  readonly spawnWorker: SpawnWorker;
  /** A clock that stands still; default the PC's. */
  readonly now?: Instant;
  /** Where log lines go; default nowhere. */
  readonly logFile?: string;
  /** Checks every answer against the contract: development and tests. */
  readonly checkOutput?: boolean;
}

/** The parts that need no data folder, for verbs that touch none. */
export interface Tools extends Pick<Ports, 'documentReader' | 'resources' | 'hash'> {
  /** Verifies and restores without a data folder of one's own. */
  readonly backups: Pick<Backups, 'verify' | 'restore'>;
  close(): Promise<void>;
}

/** Long enough for the largest workbook of an office, short enough for a person to wait. */
const JOB_DEADLINE_MS = 60_000;
const JOB_MEMORY_MB = 1024;
const WORKERS = 2;
/** Words for searching are read by one worker beside the others. */
const TEXT_MEMORY_MB = 512;

/** The PC's own parts of a store. */
const storeParts = { fs: nodeFileSystem, clock: systemClock, hash: nodeHash, summarize };

function startPool(spawn: SpawnWorker): WorkerPool {
  return createWorkerPool({ spawn, size: WORKERS, deadlineMs: JOB_DEADLINE_MS, memoryMb: JOB_MEMORY_MB });
}

/** The application over one data folder. A folder that can't be used answers with the reason. */
export async function compose(options: ComposeOptions): Promise<Result<Application>> {
  const chosenClock = options.now === undefined ? ok(systemClock) : fixedClock(options.now);
  if (!chosenClock.ok) return chosenClock;
  const clock = chosenClock.value;
  const log = options.logFile === undefined ? silentLog : lineLog(clock, linesIntoFile(options.logFile));

  const opened = await openStore({
    ...storeParts,
    folder: options.dataFolder,
    clock,
    by: options.by,
    appVersion: options.version,
    hostKind: options.host,
  });
  if (!opened.ok) return opened;
  const store = opened.value;
  const pool = startPool(options.spawnWorker);
  const textPool = createWorkerPool({
    spawn: options.spawnWorker,
    size: 1,
    deadlineMs: JOB_DEADLINE_MS,
    memoryMb: TEXT_MEMORY_MB,
  });
  const inputs = createInputs();
  const outputs = createOutputs();
  const ports: Ports = {
    store,
    backups: createBackups(store),
    dataChoice: createDataChoice({
      fs: nodeFileSystem,
      file: options.choiceFile ?? null,
      openFolder: options.dataFolder,
      tryToOpen: (folder) => tryToOpen(folder, options),
    }),
    clock,
    ids: randomIds,
    hash: nodeHash,
    turns: nodeTurns,
    log,
    inputs,
    outputs,
    ...createDocumentPorts(pool, textPool),
    textCache: createTextCache(store),
    resources: createResources(options.resourcesFolder),
    host: options.host,
    version: options.version,
  };

  const listeners = new Set<(event: HostEvent) => void>();
  const emit = (event: HostEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const calls = createCalls(clock, emit);
  const search = createSearchIndex(ports);
  const dispatch = createDispatch(createHandlers(ports, search), {
    checkOutput: options.checkOutput ?? false,
    onFault: (method, fault) =>
      log.error('call failed', {
        method,
        fault: fault instanceof Error ? (fault.stack ?? '') : String(fault),
      }),
  });
  const context = { by: options.by, progressFor: calls.progressFor };
  const stopListening = store.onCommit((ref, revision) =>
    emit({ type: 'changed', kind: ref.kind, id: ref.id, revision }),
  );
  // The command line and tests run for a moment and make backups when they are told to.
  const inWindow = options.host === 'electron' || options.host === 'web';
  const daily = inWindow ? keepDailyBackups(ports) : null;
  const warmingUp = inWindow ? keepSearchReady(search, store) : null;

  return ok({
    dispatch: (request) => dispatch(request, context),
    ports,
    inputs,
    outputs,
    onEvent(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    running: () => calls.running(),
    async cancelAll() {
      for (const { requestId } of calls.running())
        await dispatch({ method: 'job.cancel', input: { requestId } }, context);
    },
    idle: () => calls.idle(),
    async close() {
      await calls.idle();
      await daily?.stop();
      warmingUp?.stop();
      search.stop();
      stopListening();
      listeners.clear();
      await Promise.all([pool.close(), textPool.close()]);
      await store.close();
    },
  });
}

/** What works without a data folder. */
export function composeTools(
  options: Pick<ComposeOptions, 'resourcesFolder' | 'spawnWorker' | 'version' | 'by'>,
): Tools {
  const pool = startPool(options.spawnWorker);
  const { documentReader } = createDocumentPorts(pool);
  return {
    documentReader,
    resources: createResources(options.resourcesFolder),
    hash: nodeHash,
    backups: {
      verify: (file) => overScratchStore(options, (backups) => backups.verify(file)),
      restore: (file, folder) => overScratchStore(options, (backups) => backups.restore(file, folder)),
    },
    close: () => pool.close(),
  };
}

/** Whether a data folder opens at all; nothing is written into it. */
async function tryToOpen(
  folder: string,
  { by, version }: Pick<ComposeOptions, 'by' | 'version'>,
): Promise<Result<null>> {
  const opened = await openStore({ ...storeParts, folder, by, appVersion: version, readOnly: true });
  if (!opened.ok) return opened;
  await opened.value.close();
  return ok(null);
}

/** Backups belong to a store: here to an empty one that is gone afterwards. */
async function overScratchStore<T>(
  options: Pick<ComposeOptions, 'version' | 'by'>,
  work: (backups: Backups) => Promise<Result<T>>,
): Promise<Result<T>> {
  const folder = await mkdtemp(join(tmpdir(), 'vpdu-'));
  try {
    const opened = await openStore({ ...storeParts, folder, by: options.by, appVersion: options.version });
    if (!opened.ok) return opened;
    const answer = await work(createBackups(opened.value));
    await opened.value.close();
    return answer;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
