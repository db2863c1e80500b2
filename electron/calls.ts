/** Which calls are running, and the events that windows hear about them. */
import type { Clock } from '../shared/ports/system';
import type { DispatchContext } from '../shared/rpc/dispatch';
import type { HostEvent } from '../shared/rpc/method';
import type { RunningCall } from './application';

/** Progress is told at most this often (and when it is complete): a window can't show more. */
const TELL_EVERY_MS = 50;

export interface Calls {
  readonly progressFor: DispatchContext['progressFor'];
  running(): readonly RunningCall[];
  idle(): Promise<void>;
}

export function createCalls(clock: Clock, emit: (event: HostEvent) => void): Calls {
  const running = new Map<number, RunningCall>();
  let started = 0;
  let waiting: (() => void)[] = [];

  return {
    progressFor(requestId, method) {
      // A key of its own: a requestId may run twice at once (two methods, or a retried query).
      const key = (started += 1);
      running.set(key, { requestId, method, label: '', startedAt: clock.now() });
      let toldAt = -TELL_EVERY_MS;
      return {
        report(done, total, label) {
          const call = running.get(key);
          if (call) running.set(key, { ...call, label });
          const now = performance.now();
          if (done < total && now - toldAt < TELL_EVERY_MS) return;
          toldAt = now;
          emit({ type: 'progress', requestId, done, total, label });
        },
        // The application's own `job.cancel` answers this one (shared/app/jobs.ts).
        cancelled: () => false,
        done() {
          running.delete(key);
          if (running.size > 0) return;
          for (const resolve of waiting) resolve();
          waiting = [];
        },
      };
    },
    running: () => [...running.values()],
    idle() {
      if (running.size === 0) return Promise.resolve();
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}
