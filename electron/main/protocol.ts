/** Own scheme app:// in place of file://: an origin of our own, a policy with every response. */
import { protocol, type Session } from 'electron';
import { servePage } from '../host/pages';
import { isOwnAddress, SCHEME } from './origin';

/** Before the application is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

export function serveScheme(session: Session, rendererFolder: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    if (request.method !== 'GET' || !isOwnAddress(request.url)) return new Response(null, { status: 403 });
    const page = await servePage(rendererFolder, new URL(request.url).pathname);
    return new Response(new Uint8Array(page.body), { status: page.status, headers: page.headers });
  });
}
