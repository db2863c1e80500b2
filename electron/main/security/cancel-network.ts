import type { Session } from 'electron';
import { isOwnAddress } from '../origin';

/** Made by the page itself; they reach no network. */
const LOCAL_SCHEMES: ReadonlySet<string> = new Set(['data:', 'blob:', 'devtools:']);

/** Whether a request stays inside: our own scheme, or bytes that the page holds already. */
export function staysInside(address: string): boolean {
  if (isOwnAddress(address)) return true;
  try {
    return LOCAL_SCHEMES.has(new URL(address).protocol);
  } catch {
    return false;
  }
}

/** Rule: the application needs no network, so every request that leaves is cancelled. */
export function cancelNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !staysInside(details.url) });
  });
}
