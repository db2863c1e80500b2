/** The composed application in this process, with the real worker of the build. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SpawnWorker } from '../../electron/adapters/workers/worker-pool';
import { compose, type Application, type ComposeOptions } from '../../electron/compose';
import { describeInstallation, userName } from '../../electron/host/installation';
import { unwrap } from '../../shared/result';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** The bundler alone can resolve `?nodeWorker`: here the built file is looked for. */
export const spawnBuiltWorker: SpawnWorker = (options) => {
  const chunks = join(ROOT, 'out', 'main', 'chunks');
  const file = readdirSync(chunks).find((name) => /^document\.worker-.*\.js$/.test(name));
  if (file === undefined) throw new Error('Build first: npm run build');
  return new Worker(join(chunks, file), options);
};

/** Opens `dataFolder`; every answer is checked against the contract. */
export async function openApplication(
  dataFolder: string,
  options: Partial<ComposeOptions> = {},
): Promise<Application> {
  return unwrap(
    await compose({
      dataFolder,
      resourcesFolder: join(ROOT, 'resources'),
      host: 'test',
      version: describeInstallation(ROOT).version,
      by: userName(),
      spawnWorker: spawnBuiltWorker,
      checkOutput: true,
      ...options,
    }),
  );
}
