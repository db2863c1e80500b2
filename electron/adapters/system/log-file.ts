/** Log lines into a file. */
import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const LOG_BYTES = 1024 * 1024;

/** A `write` for `lineLog`: appends, in order; past 1 MB the file becomes `<file>.old`. A log that can't be written is no reason to stop. */
export function linesIntoFile(file: string): (line: string) => void {
  let last: Promise<void> = Promise.resolve();
  const append = async (line: string): Promise<void> => {
    await mkdir(dirname(file), { recursive: true });
    const info = await stat(file).catch(() => null);
    if (info && info.size > LOG_BYTES) await rename(file, `${file}.old`);
    await appendFile(file, `${line}\n`);
  };
  return (line) => {
    last = last.then(() => append(line)).catch(() => undefined);
  };
}
