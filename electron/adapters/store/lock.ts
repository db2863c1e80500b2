/** `lock.json`: one program at a time writes into a data folder; the file says which one. */
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { formatInstant } from '../../../shared/date/plain-date';
import type { StoreContext } from './context';
import { decodeText, readWhole, renameWithRetry, writeAll } from './durable';
import { errorCode } from './file-system';

/** What tells programs apart; tests give their own. */
export interface ProcessInfo {
  readonly pid: number;
  readonly host: string;
  /** `electron`, `web`, `cli`: which window a person has to look for. */
  readonly hostKind: string;
  isAlive(pid: number): boolean;
  /** Milliseconds since the epoch at which the PC started: an older lock can't be that of a living process. */
  readonly bootTime: number;
  /** Milliseconds that a lock which was just created is given to be filled. */
  readonly patience: number;
}

interface LockFile {
  readonly pid: number;
  readonly host: string;
  readonly hostKind: string;
  readonly started: string;
  /** The PC's own clock, milliseconds; `started` may come from a fixed clock. */
  readonly startedMs: number;
  readonly token: string;
}

/** Tokens held by this very process: an own pid with another token is a left-over of an earlier one. */
const held = new Set<string>();

export function thisProcess(hostKind: string): ProcessInfo {
  return {
    pid: process.pid,
    host: hostname(),
    hostKind,
    patience: 100,
    bootTime: Date.now() - uptime() * 1000,
    isAlive(pid) {
      try {
        process.kill(pid, 0);
        return true;
      } catch (error) {
        return errorCode(error) === 'EPERM';
      }
    },
  };
}

export type LockOutcome =
  { readonly held: true; release(): Promise<void> } | { readonly held: false; readonly because: string };

const HOST_NAMES: Readonly<Record<string, string>> = {
  electron: 'cửa sổ chương trình',
  web: 'cửa sổ trình duyệt',
  cli: 'dòng lệnh',
};

/** Takes the lock, also over a dead program of this PC. Throws what the disk throws, except that it exists. */
export async function takeLock(context: StoreContext, own: ProcessInfo): Promise<LockOutcome> {
  const { fs, folder } = context;
  const path = join(folder, 'lock.json');
  const token = context.ids.next();
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (await create(context, path, own, token)) {
      held.add(token);
      return { held: true, release: () => release(context, path, token) };
    }
    const other = await readLock(context, path, own.patience);
    if (other === 'absent') continue;
    if (other !== 'unreadable' && isLive(other, own)) return { held: false, because: sentence(other, own) };
    // A dead one is moved aside; two programs may do so at once, so what was moved is looked at again.
    const aside = `${path}.${token}.tmp`;
    try {
      await renameWithRetry(fs, path, aside);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') continue;
      throw error;
    }
    const moved = await readLock(context, aside, 0);
    const same =
      typeof moved === 'string' ? other === moved : typeof other !== 'string' && moved.token === other.token;
    if (!same && (await fs.size(path)) === null) await fs.rename(aside, path);
    else await fs.remove(aside);
  }
  return { held: false, because: 'Một chương trình khác đang mở thư mục dữ liệu này: chỉ xem được.' };
}

async function create(
  context: StoreContext,
  path: string,
  own: ProcessInfo,
  token: string,
): Promise<boolean> {
  const content: LockFile = {
    pid: own.pid,
    host: own.host,
    hostKind: own.hostKind,
    started: context.clock.now(),
    startedMs: Date.now(),
    token,
  };
  try {
    const file = await context.fs.open(path, 'create');
    try {
      await writeAll(file, 0, Buffer.from(JSON.stringify(content)));
    } catch (error) {
      await context.fs.remove(path).catch(() => undefined);
      throw error;
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** A lock that was just created may still be empty: it is given a moment. */
async function readLock(
  context: StoreContext,
  path: string,
  patience: number,
): Promise<LockFile | 'absent' | 'unreadable'> {
  const tries = 4;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const bytes = await readWhole(context.fs, path);
    if (bytes === null) return 'absent';
    try {
      const lock = JSON.parse(decodeText(bytes)) as LockFile;
      if (typeof lock.pid === 'number' && typeof lock.token === 'string') return lock;
    } catch {
      // Half written or damaged.
    }
    if (patience > 0 && attempt < tries) await wait(patience / tries);
  }
  return 'unreadable';
}

function isLive(lock: LockFile, own: ProcessInfo): boolean {
  if (lock.host !== own.host) return true;
  if (lock.pid === own.pid) return held.has(lock.token);
  if (lock.startedMs < own.bootTime - 1000) return false;
  return own.isAlive(lock.pid);
}

function sentence(lock: LockFile, own: ProcessInfo): string {
  const what = HOST_NAMES[lock.hostKind] ?? 'chương trình khác';
  const where = lock.host === own.host ? 'trên máy này' : `trên máy “${lock.host}”`;
  return `Dữ liệu đang được mở ở ${what} ${where} (tiến trình ${lock.pid}, từ ${formatInstant(lock.started)}): ở đây chỉ xem được. Hãy đóng bên kia rồi mở lại.`;
}

async function release(context: StoreContext, path: string, token: string): Promise<void> {
  held.delete(token);
  const lock = await readLock(context, path, 0);
  if (typeof lock !== 'string' && lock.token === token) await context.fs.remove(path);
}
