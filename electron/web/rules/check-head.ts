/** The loopback host's rules about a request's head, one function a rule. Each answers whether the request may pass. */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Rule: the address bar's host and port exactly: a name that was bound to 127.0.0.1 elsewhere is refused. */
export function hasExactHost(headers: IncomingHttpHeaders, port: number): boolean {
  return headers.host === `127.0.0.1:${port}`;
}

/**
 * Rule: only our own pages. `Origin` stands with every POST; with a GET of our own page it is absent, and a page from
 * elsewhere can't leave it out. Where the browser says from what kind of page a request comes, that must fit as well.
 */
export function hasOwnOrigin(headers: IncomingHttpHeaders, port: number, mayLack: boolean): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && !(mayLack && site === 'none')) return false;
  if (headers.origin === undefined) return mayLack;
  return headers.origin === `http://127.0.0.1:${port}`;
}

/** Rule: the token, compared in constant time. */
export function hasToken(given: string | readonly string[] | undefined, token: string): boolean {
  if (typeof given !== 'string') return false;
  const left = Buffer.from(given);
  const right = Buffer.from(token);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Rule: exactly this type of content: forms and plain text, which other pages may post, are refused. */
export function hasContentType(headers: IncomingHttpHeaders, type: string): boolean {
  const [given] = (headers['content-type'] ?? '').split(';');
  return given?.trim().toLowerCase() === type;
}
