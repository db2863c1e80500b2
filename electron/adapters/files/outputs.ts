/** Tickets for files that go out: made by a use case, delivered once by the host. */
import { randomBytes } from 'node:crypto';
import type { OutputFile, Outputs } from '../../../shared/ports/files';
import { fail, ok, type Result } from '../../../shared/result';

export interface Offer {
  readonly files: readonly OutputFile[];
  /** File name for one file; folder or zip name for several. */
  readonly suggestedName: string;
}

/** The port with the hosts' side of it. */
export interface OutputTickets extends Outputs {
  /** What the ticket stands for; it stays. */
  peek(ticket: string): Result<Offer>;
  /** What the ticket stands for; the ticket is gone after this. */
  take(ticket: string): Result<Offer>;
}

/** Undelivered files held in memory; the oldest go first, the newest offer always stays. */
const HELD_BYTES = 512 * 1024 * 1024;

export function createOutputs(heldBytes: number = HELD_BYTES): OutputTickets {
  const offers = new Map<string, Offer>();

  const peek = (ticket: string): Result<Offer> => {
    const offer = offers.get(ticket);
    if (offer) return ok(offer);
    return fail('NOT_FOUND', 'Tệp này đã được lưu hoặc đã hết hạn giữ. Hãy xuất lại rồi lưu.');
  };

  return {
    async offer(files, suggestedName) {
      const ticket = randomBytes(32).toString('base64url');
      offers.set(ticket, { files: [...files], suggestedName });
      for (const old of offers.keys()) {
        if (old === ticket || totalBytes(offers.values()) <= heldBytes) break;
        offers.delete(old);
      }
      return ticket;
    },
    peek,
    take(ticket) {
      const offer = peek(ticket);
      offers.delete(ticket);
      return offer;
    },
  };
}

function totalBytes(offers: Iterable<Offer>): number {
  let sum = 0;
  for (const offer of offers) for (const file of offer.files) sum += file.bytes.byteLength;
  return sum;
}
