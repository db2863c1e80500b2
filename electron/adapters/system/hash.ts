import { createHash } from 'node:crypto';
import type { Hash } from '../../../shared/ports/system';

/** Node's sha256, in lower-case hexadecimal; text as UTF-8. */
export const nodeHash: Hash = {
  sha256: (content) => createHash('sha256').update(content).digest('hex'),
};
