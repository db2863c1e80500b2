import { execFileSync } from 'node:child_process';

/** Windows show what is in out/: it must be what is in the sources. */
export default function buildBefore(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
