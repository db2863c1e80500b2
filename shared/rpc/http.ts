/**
 * The loopback host's wire, as both ends name it. All under `http://127.0.0.1:<port>`; the token stands in the
 * address' fragment (`/#token=…`) and travels as a header with every request but those for the window's own static
 * files. Answers of `rpc` and `files` are envelopes (`Reply`), refusals included.
 */
export const TOKEN_HEADER = 'x-vpdu-token';
/** The fragment's key: `#token=…`. */
export const TOKEN_FRAGMENT = 'token';

export const HTTP_PATHS = {
  /** POST, application/json: `Request` → `Reply`. */
  rpc: '/rpc',
  /** GET: a stream of `HostEvent`, one JSON a line; blank lines only keep it open. Its being open is liveness. */
  events: '/events',
  /** POST, application/octet-stream, `?name=&place=`: one file's bytes → `{ ticket }`. */
  files: '/files',
  /** GET `/download/<ticket>`: the offered file (several as one zip), once. */
  download: '/download',
  /** POST, application/json, `{}`: ends the host. */
  quit: '/quit',
} as const;
