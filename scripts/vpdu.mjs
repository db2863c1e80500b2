// `npm run -s vpdu -- <area> <verb> …`: builds when the sources are newer than the build, then runs the command line.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
await ensureBuilt();
// npm changes into the package's folder; paths on the command line are relative to where the caller stood.
const env = { ...process.env, VPDU_CALLER: process.env.INIT_CWD ?? process.cwd() };
const done = spawnSync(process.execPath, [join(root, 'out', 'main', 'cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env,
});
process.exit(done.status ?? 1);
