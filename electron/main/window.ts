/** The application's window. */
import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import type { Installation } from '../host/installation';
import { MINIMUM_SIZE, placeWindow, readBounds, saveBounds } from './bounds';
import { START_ADDRESS } from './origin';

export function openWindow(installation: Installation, windowFolder: string): BrowserWindow {
  const boundsFile = join(windowFolder, 'bounds.json');
  const { maximized, ...place } = placeWindow(
    readBounds(boundsFile),
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...place,
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    show: false,
    title: 'VPĐU Desk',
    icon: join(installation.resourcesFolder, 'icons', 'icon.png'),
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: installation.preloadFile,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    void saveBounds(boundsFile, { ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
  void window.loadURL(START_ADDRESS);
  return window;
}

/** Brings the window to the front: a second start does this in place of opening another. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
