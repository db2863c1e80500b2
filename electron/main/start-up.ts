/** From "ready" to a window over the composed application. */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { app, BrowserWindow, dialog, session } from 'electron';
import type { RunningCall } from '../application';
import { ok } from '../../shared/result';
import type { DataPlaces } from '../host/data-folder';
import { userName, type Installation } from '../host/installation';
import { startApplicationThread } from '../thread/application-thread';
import { spawnApplication } from '../thread/spawn';
import { tellOfDeath } from './death';
import { createFileServices } from './files';
import { openChosenFolder } from './open-chosen-folder';
import { serveIpc, tellWindows } from './ipc';
import { setMenu } from './menu';
import { serveScheme } from './protocol';
import { createQuitGuard, type LeaveAnswer } from './quit';
import { askToDrop, holdsUnsaved } from './unsaved';
import { relaunch } from './relaunch';
import { cancelNetwork } from './security/cancel-network';
import { limitPermissions } from './security/limit-permissions';
import { focusWindow, openWindow } from './window';

/** Work that is done within this time is not worth a question. */
const PATIENCE_MS = 1500;

export async function startUp(installation: Installation, places: DataPlaces): Promise<void> {
  limitPermissions(session.defaultSession);
  cancelNetwork(session.defaultSession);
  serveScheme(session.defaultSession, installation.rendererFolder);

  const dataFolder = await openChosenFolder(places);
  if (dataFolder === null) {
    app.exit(0);
    return;
  }
  // This thread is the browser's UI thread: nothing of the application runs on it.
  const composed = await startApplicationThread({
    spawn: spawnApplication,
    options: {
      dataFolder,
      choiceFile: places.choiceFile,
      resourcesFolder: installation.resourcesFolder,
      logFile: join(places.windowFolder, 'log.ndjson'),
      host: 'electron',
      version: installation.version,
      by: userName(),
      checkOutput: !app.isPackaged,
    },
    onDeath: tellOfDeath,
  });
  if (!composed.ok) {
    dialog.showErrorBox('VPĐU Desk chưa mở được dữ liệu', composed.error.message);
    app.exit(1);
    return;
  }
  const application = composed.value;
  const files = createFileServices(() => window, application, dataFolder);
  let restarting = false;
  serveIpc({
    dispatch: (request) => application.dispatch(request),
    ...files,
    async restart() {
      restarting = true;
      // After the answer: leaving waits for calls that are under way.
      setImmediate(() => app.quit());
      return ok(null);
    },
  });
  application.onEvent((event) => tellWindows(BrowserWindow.getAllWindows(), event));
  setMenu({
    openDataFolder: () => void files.openDataFolder(),
    about: () =>
      void dialog.showMessageBox(window, {
        type: 'info',
        title: 'VPĐU Desk',
        message: `VPĐU Desk ${installation.version}`,
        detail: `Phần mềm chạy trên máy này, không dùng mạng.\nDữ liệu nằm ở: ${dataFolder}`,
        buttons: ['Đóng'],
      }),
  });

  const window = openWindow(installation, places.windowFolder);
  const guard = createQuitGuard({
    async mayDropTyped() {
      const goes = !(await holdsUnsaved(window)) || askToDrop(window) === 'drop';
      if (!goes) restarting = false;
      return goes;
    },
    running: () => application.running(),
    idle: () => application.idle(),
    cancelAll: () => application.cancelAll(),
    close: () => application.close(),
    async ask(calls) {
      const answer = await askBeforeLeaving(window, calls);
      if (answer === 'stay') restarting = false;
      return answer;
    },
    patience: () => wait(PATIENCE_MS),
    leave() {
      if (restarting) relaunch();
      app.quit();
    },
  });
  // Reloading the page asks here; leaving the program asked before its data were closed.
  window.webContents.on('will-prevent-unload', (event) => {
    if (guard.left() || askToDrop(window) === 'drop') event.preventDefault();
  });
  window.on('close', (event) => guard.handle(event));
  app.on('before-quit', (event) => guard.handle(event));
  app.on('second-instance', () => focusWindow(window));
  app.on('window-all-closed', () => app.quit());
}

async function askBeforeLeaving(window: BrowserWindow, calls: readonly RunningCall[]): Promise<LeaveAnswer> {
  const doing = calls.map((call) => call.label).filter((label) => label !== '');
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Đang làm dở',
    message: 'Chương trình đang làm một việc dài. Chờ làm xong rồi thoát, hay dừng việc đó lại?',
    detail: [...doing, 'Những gì đã lưu vẫn còn nguyên.'].join('\n'),
    buttons: ['Chờ', 'Dừng', 'Không thoát nữa'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  const answers: readonly LeaveAnswer[] = ['wait', 'stop', 'stay'];
  return answers[response] ?? 'stay';
}
