/** A log of one JSON line an event. Never with content of reports or names of people: callers pass codes and counts. */
import type { Clock, Log } from '../../../shared/ports/system';

/** `write` takes one line without its end, e.g. to stderr or to a file. */
export function lineLog(clock: Clock, write: (line: string) => void): Log {
  const line =
    (level: 'info' | 'error'): Log['info'] =>
    (message, data) =>
      write(JSON.stringify({ at: clock.now(), level, message, ...data }));
  return { info: line('info'), error: line('error') };
}

export const silentLog: Log = { info: () => undefined, error: () => undefined };
