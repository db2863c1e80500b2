import type { WebContents } from 'electron';
import { isOwnAddress } from '../origin';

/** Rule: a window stays on our own origin: links, redirects and frames that lead away are refused. */
export function denyForeignNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
}
