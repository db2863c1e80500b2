/** The commands that are running, so that a person can stop one: `job.cancel` names its requestId. */
import type { Progress } from '../ports/system';

export interface Jobs {
  /** Registers a running call; the progress returned also answers to `cancel`. */
  start(requestId: string, progress: Progress): Progress;
  end(requestId: string): void;
  /** False where no call with this requestId is running. */
  cancel(requestId: string): boolean;
  /** Whether a call (or a batch under this name) is under way. */
  running(requestId: string): boolean;
}

export function createJobs(): Jobs {
  const running = new Map<string, { cancelled: boolean; calls: number }>();
  return {
    start(requestId, progress) {
      const job = running.get(requestId) ?? { cancelled: false, calls: 0 };
      job.calls += 1;
      running.set(requestId, job);
      return {
        report: (done, total, label) => progress.report(done, total, label),
        cancelled: () => job.cancelled || progress.cancelled(),
      };
    },
    end(requestId) {
      const job = running.get(requestId);
      if (!job) return;
      job.calls -= 1;
      if (job.calls <= 0) running.delete(requestId);
    },
    running: (requestId) => running.has(requestId),
    cancel(requestId) {
      const job = running.get(requestId);
      if (!job) return false;
      job.cancelled = true;
      return true;
    },
  };
}
