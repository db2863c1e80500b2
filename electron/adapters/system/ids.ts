/** Uuids: random ones, and a countable sequence for reproducible runs. */
import { randomUUID } from 'node:crypto';
import type { Ids } from '../../../shared/ports/system';

export const randomIds: Ids = { next: () => randomUUID() };

/** `00000000-0000-4000-8000-000000000001`, … : the same for the same calls. `start` is the first number. */
export function sequentialIds(start = 1): Ids {
  let count = start - 1;
  return {
    next: () => {
      count += 1;
      return `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`;
    },
  };
}
