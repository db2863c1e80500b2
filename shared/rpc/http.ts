/**
 * The loopback host's wire, as both ends name it. All under `http://127.0.0.1:<port>`; the token stands in the
 * address' fragment (`/#token=…`) and travels as a header; every request but static files and downloads is a POST or
 * PUT with the own `Origin`.
 */
import { z } from 'zod';

export const TOKEN_HEADER = 'x-vpdu-token';
/** The fragment's key: `#token=…`. */
export const TOKEN_FRAGMENT = 'token';

export const HTTP_PATHS = {
  /** POST JSON `Request` → JSON `Reply`. */
  rpc: '/api/rpc',
  /** POST `{}` → NDJSON stream of `HostEvent`, one a line; blank lines only keep it open. Its being open is liveness. */
  events: '/api/events',
  /** POST JSON `uploadSchema` → `{ ok, value: { ticket } }`; then PUT each file's bytes to `/api/files/<ticket>/<index>`. */
  files: '/api/files',
  /** GET `/download/<ticket>`: the offered file (several as one zip), once. No token: the ticket is the secret. */
  download: '/download',
  /** POST `{}`: ends the host. */
  quit: '/api/quit',
} as const;

/** Files about to be uploaded under one ticket. `place` is a path relative to what was dropped. */
export const uploadSchema = z.object({
  files: z
    .array(z.object({ place: z.string().min(1).max(500), size: z.number().int().nonnegative() }))
    .min(1),
});
export type Upload = z.infer<typeof uploadSchema>;
