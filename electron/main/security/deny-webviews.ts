import type { WebContents } from 'electron';

/** Rule: no <webview>, whatever its preload or preferences. */
export function denyWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
