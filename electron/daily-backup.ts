/** A backup a day while a window is open, in the background. */
import type { Ports } from '../shared/ports/ports';

const DAY_MS = 86_400_000;
const LOOK_EVERY_MS = 3_600_000;
/** Opening the window comes first. */
const FIRST_LOOK_MS = 10_000;

export interface DailyBackups {
  /** Backs up now where the newest backup is older than a day; answers whether it did. */
  look(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Looks soon after the start and every hour. An empty or read-only store is left alone. */
export function keepDailyBackups(
  ports: Pick<Ports, 'backups' | 'store' | 'clock' | 'log'>,
  every: { readonly first: number; readonly next: number } = { first: FIRST_LOOK_MS, next: LOOK_EVERY_MS },
): DailyBackups {
  let working: Promise<unknown> = Promise.resolve();

  const look = async (): Promise<boolean> => {
    const { store, backups, clock, log } = ports;
    if (store.state().readOnlyBecause !== null) return false;
    const [newest] = [...(await backups.list())].sort(
      (a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt),
    );
    const now = clock.now();
    if (newest && Date.parse(now) - Date.parse(newest.createdAt) < DAY_MS) return false;
    const kept = [...(await store.list('office')), ...(await store.list('dossier'))];
    if (kept.length === 0) return false;
    const made = await backups.create({ reason: 'Hằng ngày', at: now });
    if (!made.ok) log.error('daily backup failed', { code: made.error.code });
    return made.ok;
  };
  const lookQuietly = (): void => {
    working = working.then(look).catch((fault: unknown) => {
      ports.log.error('daily backup failed', { fault: String(fault) });
    });
  };

  const first = setTimeout(lookQuietly, every.first);
  const next = setInterval(lookQuietly, every.next);
  first.unref();
  next.unref();
  return {
    look,
    async stop() {
      clearTimeout(first);
      clearInterval(next);
      await working;
    },
  };
}
