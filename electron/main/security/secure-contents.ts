import type { App } from 'electron';
import { denyForeignNavigation } from './deny-navigation';
import { denyWebviews } from './deny-webviews';
import { denyNewWindows } from './deny-windows';

/** Every page, however it came to be, gets the rules before it loads anything. */
export function secureAllContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    denyForeignNavigation(contents);
    denyNewWindows(contents);
    denyWebviews(contents);
  });
}
