import { useEffect, useState } from 'react';
import { callQuery, host } from './client';

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly label: string;
  /** Seconds that are likely left; null before it can be told. */
  readonly left: number | null;
}

/** Progress of the command with this request id, null while there is none. */
export function useProgress(requestId: string | null): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    setProgress(null);
    if (requestId === null) return undefined;
    const started = performance.now();
    return host.on((event) => {
      if (event.type !== 'progress' || event.requestId !== requestId) return;
      const spent = (performance.now() - started) / 1000;
      const left = event.done > 0 && spent > 1 ? (spent / event.done) * (event.total - event.done) : null;
      setProgress({ done: event.done, total: event.total, label: event.label, left });
    });
  }, [requestId]);
  return progress;
}

/** Stops a running command; what was committed stays. */
export async function cancelJob(requestId: string): Promise<void> {
  await callQuery('job.cancel', { requestId });
}
