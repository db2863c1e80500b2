/** Wraps a file system so that chosen calls fail, write short, or "lose power" (nothing works from then on). */
import type { FileSystem, OpenFile } from '../../electron/adapters/store/file-system';

export interface Call {
  /** 0 for the first call since the wrapper was made. */
  readonly index: number;
  readonly name: string;
  readonly path: string;
}

export type Fault =
  | { readonly kind: 'error'; readonly code: string }
  /** Of `write`: half of the bytes; of other calls: ENOSPC. */
  | { readonly kind: 'short' }
  /** Power goes before the call, in its middle (writes only) or right after it. */
  | { readonly kind: 'crash'; readonly when: 'before' | 'middle' | 'after' };

export class PowerCut extends Error {}

export interface FaultyFileSystem {
  readonly fs: FileSystem;
  readonly calls: () => number;
  readonly crashed: () => boolean;
}

/** `plan` answers the fault of a call, or null for none. */
export function faultyFileSystem(inner: FileSystem, plan: (call: Call) => Fault | null): FaultyFileSystem {
  let count = 0;
  let dead = false;

  async function run<T>(
    name: string,
    path: string,
    work: () => Promise<T>,
    half?: () => Promise<T>,
  ): Promise<T> {
    if (dead) throw new PowerCut(`${name} after the power cut`);
    const call = { index: count, name, path };
    count += 1;
    const fault = plan(call);
    if (!fault) return work();
    if (fault.kind === 'error')
      throw Object.assign(new Error(`${fault.code} injected`), { code: fault.code });
    if (fault.kind === 'short') {
      if (half) return half();
      throw Object.assign(new Error('ENOSPC injected'), { code: 'ENOSPC' });
    }
    if (fault.when === 'middle' && half) await half();
    if (fault.when === 'after') await work();
    dead = true;
    throw new PowerCut(`power cut at ${name}`);
  }

  const wrap = (file: OpenFile, path: string): OpenFile => ({
    read: (position, length) => run('read', path, () => file.read(position, length)),
    write: (position, bytes) =>
      run(
        'write',
        path,
        () => file.write(position, bytes),
        () => file.write(position, bytes.subarray(0, Math.floor(bytes.length / 2))),
      ),
    truncate: (length) => run('truncate', path, () => file.truncate(length)),
    sync: () => run('sync', path, () => file.sync()),
    size: () => run('fileSize', path, () => file.size()),
    // A handle must not leak in the tests themselves, whatever happens.
    close: () => run('close', path, () => file.close()).finally(() => file.close().catch(() => undefined)),
  });

  return {
    fs: {
      open: async (path, mode) =>
        wrap(await run(mode === 'create' ? 'create' : 'open', path, () => inner.open(path, mode)), path),
      size: (path) => run('size', path, () => inner.size(path)),
      list: (path) => run('list', path, () => inner.list(path)),
      makeFolder: (path) => run('makeFolder', path, () => inner.makeFolder(path)),
      rename: (from, to) => run('rename', from, () => inner.rename(from, to)),
      remove: (path) => run('remove', path, () => inner.remove(path)),
      removeFolder: (path) => run('removeFolder', path, () => inner.removeFolder(path)),
      syncFolder: (path) => run('syncFolder', path, () => inner.syncFolder(path)),
    },
    calls: () => count,
    crashed: () => dead,
  };
}
