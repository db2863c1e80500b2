import type { Session } from 'electron';
import { isOwnAddress } from '../origin';

/** Copying a table so that Excel can take it. Names differ between versions of Electron, so this lists what is allowed. */
const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Rule: of all permissions, our own pages may write to the clipboard; everything else is refused, asked or checked. */
export function limitPermissions(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, decide, details) => {
    decide(ALLOWED.has(permission) && isOwnAddress(details.requestingUrl) && isOwnAddress(contents.getURL()));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) => {
    return ALLOWED.has(permission) && isOwnAddress(requestingOrigin);
  });
  session.setDevicePermissionHandler(() => false);
}
