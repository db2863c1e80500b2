/**
 * Words of kept files, one small file each under `text/`. Derived: no backup has it, a damaged or missing one is read
 * again, and it need not survive a crash (nothing is synced).
 */
import { join } from 'node:path';
import { z } from 'zod';
import type { TextCache } from '../../../shared/ports/store';
import type { StoreContext } from './context';
import { TEMP_SUFFIX, decodeText, readWhole, renameWithRetry, writeAll } from './durable';
import { SHA256 } from './references';

const TEXT_FOLDER = 'text';
/** +1 where the readers find more than before: everything is read again. */
const VERSION = 1;

const cachedSchema = z.object({ version: z.literal(VERSION), text: z.string() });

const fileOf = (folder: string, sha256: string): string => join(folder, TEXT_FOLDER, `${sha256}.json`);

type Disk = Pick<StoreContext, 'fs' | 'folder' | 'ids'> & { readonly readOnlyBecause: string | null };

/** Removes the words of these files from the disk; part of a purge. */
export async function removeTexts({ fs, folder }: Disk, sha256s: readonly string[]): Promise<void> {
  let removed = false;
  for (const sha256 of sha256s) {
    if (!SHA256.test(sha256)) continue;
    const path = fileOf(folder, sha256);
    if ((await fs.size(path)) === null) continue;
    await fs.remove(path);
    removed = true;
  }
  if (removed) await fs.syncFolder(join(folder, TEXT_FOLDER));
}

/** Over a store's folder. One that can only be looked at is never written: words then stay in memory. */
export function createTextCache(store: { readonly context: Disk }): TextCache {
  const { context } = store;
  const { fs, folder, ids } = context;
  const inMemory = new Map<string, string>();

  return {
    async get(sha256) {
      if (!SHA256.test(sha256)) return null;
      const held = inMemory.get(sha256);
      if (held !== undefined) return held;
      try {
        const bytes = await readWhole(fs, fileOf(folder, sha256));
        if (!bytes) return null;
        const parsed = cachedSchema.safeParse(JSON.parse(decodeText(bytes)));
        return parsed.success ? parsed.data.text : null;
      } catch {
        return null;
      }
    },
    async put(sha256, text) {
      if (!SHA256.test(sha256)) return;
      if (context.readOnlyBecause !== null) {
        inMemory.set(sha256, text);
        return;
      }
      const path = fileOf(folder, sha256);
      const temp = `${path}.${ids.next()}${TEMP_SUFFIX}`;
      try {
        await fs.makeFolder(join(folder, TEXT_FOLDER));
        const file = await fs.open(temp, 'create');
        try {
          await writeAll(file, 0, Buffer.from(JSON.stringify({ version: VERSION, text })));
        } finally {
          await file.close();
        }
        await renameWithRetry(fs, temp, path);
      } catch {
        await fs.remove(temp).catch(() => undefined);
        inMemory.set(sha256, text);
      }
    },
    async remove(sha256) {
      inMemory.delete(sha256);
      if (context.readOnlyBecause === null) await removeTexts(context, [sha256]).catch(() => undefined);
    },
    async keepOnly(wanted) {
      for (const sha256 of inMemory.keys()) if (!wanted.has(sha256)) inMemory.delete(sha256);
      if (context.readOnlyBecause !== null) return;
      try {
        for (const { name } of await fs.list(join(folder, TEXT_FOLDER)))
          if (!wanted.has(name.slice(0, 64)) || !/^[0-9a-f]{64}\.json$/.test(name))
            await fs.remove(join(folder, TEXT_FOLDER, name));
      } catch {
        // What could not be removed is looked for again when the index follows the next change.
      }
    },
  };
}
