/** The small ports: clock, ids, hashes, log. */
import { createHash, randomUUID } from 'node:crypto';
import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Instant } from '../../../shared/date/plain-date';
import type { Clock, Hash, Ids, Log } from '../../../shared/ports/system';

/** The PC's clock, or one that stands still (`--now`, tests). */
export function createClock(fixed?: Instant): Clock {
  return { now: () => fixed ?? new Date().toISOString() };
}

export function createIds(): Ids {
  return { next: () => randomUUID() };
}

export function createHashes(): Hash {
  return { sha256: (content) => createHash('sha256').update(content).digest('hex') };
}

/** A log line: never with content of reports or names of people. */
export interface LogLine {
  readonly level: 'info' | 'error';
  readonly message: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

export function createLog(write: (line: LogLine) => void): Log {
  return {
    info: (message, data) => write({ level: 'info', message, ...(data ? { data } : {}) }),
    error: (message, data) => write({ level: 'error', message, ...(data ? { data } : {}) }),
  };
}

const LOG_BYTES = 1024 * 1024;

/** Appends lines to `file`, in order; past 1 MB the file becomes `<file>.old`. A log that can't be written is no reason to stop. */
export function logIntoFile(file: string, clock: Clock): (line: LogLine) => void {
  let last: Promise<void> = Promise.resolve();
  const append = async (text: string): Promise<void> => {
    await mkdir(dirname(file), { recursive: true });
    const info = await stat(file).catch(() => null);
    if (info && info.size > LOG_BYTES) await rename(file, `${file}.old`);
    await appendFile(file, text);
  };
  return (line) => {
    const text = `${JSON.stringify({ at: clock.now(), ...line })}\n`;
    last = last.then(() => append(text)).catch(() => undefined);
  };
}
