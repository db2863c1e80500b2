/** Where the application's own files lie, from the folder above `out/` (a checkout, or inside app.asar). */
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

export interface Installation {
  readonly version: string;
  readonly resourcesFolder: string;
  readonly rendererFolder: string;
  readonly preloadFile: string;
}

/** `root` comes from an entry file: `import.meta.dirname` of a shared module is wherever the bundler put it. */
export function describeInstallation(root: string): Installation {
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  return {
    version: manifest.version,
    resourcesFolder: join(root, 'resources'),
    rendererFolder: join(root, 'out', 'renderer'),
    preloadFile: join(root, 'out', 'preload', 'index.cjs'),
  };
}

/** Author of changes: the PC's user name. */
export function userName(): string {
  try {
    return userInfo().username.normalize('NFC');
  } catch {
    return 'Người dùng máy này';
  }
}
