import type { IpcMainInvokeEvent } from 'electron';
import { OWN_ORIGIN } from '../origin';

/** Rule: IPC is answered only to the top frame of our own page; a frame that is gone (null) is refused. */
export function isOwnSender(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.origin === OWN_ORIGIN;
}
