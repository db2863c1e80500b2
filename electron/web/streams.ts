/** Event streams to the tabs. An open stream is a living tab: timers in background tabs are throttled, streams are not. */
import type { ServerResponse } from 'node:http';
import type { HostEvent } from '../../shared/rpc/method';

/** Keeps a stream from looking dead to anything between. */
const KEEP_OPEN_EVERY_MS = 15_000;

export interface Streams {
  add(response: ServerResponse): void;
  tell(event: HostEvent): void;
  close(): void;
}

/** `onAllGone` is called `graceMs` after the last stream closed, unless another opened; never before the first one. */
export function createStreams(graceMs: number, onAllGone: () => void): Streams {
  const open = new Set<ServerResponse>();
  let ending: NodeJS.Timeout | null = null;

  const keepOpen = setInterval(() => {
    for (const response of open) response.write('\n');
  }, KEEP_OPEN_EVERY_MS);
  keepOpen.unref();

  const cancelEnding = (): void => {
    if (ending) clearTimeout(ending);
    ending = null;
  };

  return {
    add(response) {
      cancelEnding();
      open.add(response);
      response.once('close', () => {
        open.delete(response);
        if (open.size > 0) return;
        cancelEnding();
        ending = setTimeout(onAllGone, graceMs);
      });
      response.write('\n');
    },
    tell(event) {
      const line = `${JSON.stringify(event)}\n`;
      for (const response of open) response.write(line);
    },
    close() {
      clearInterval(keepOpen);
      cancelEnding();
      for (const response of open) {
        response.removeAllListeners('close');
        response.end();
      }
      open.clear();
    },
  };
}
