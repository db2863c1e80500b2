import type { WebContents } from 'electron';

/** Rule: pages open no windows. */
export function denyNewWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
