/** Electron's entry. The scheme and the sandbox are settled before the application is ready, in this order. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { dataArgument, findDataPlaces } from '../host/data-folder';
import { describeInstallation } from '../host/installation';
import { registerScheme } from './protocol';
import { secureAllContents } from './security/secure-contents';
import { startUp } from './start-up';

const places = findDataPlaces(dataArgument(process.argv));
mkdirSync(places.windowFolder, { recursive: true });
app.setPath('userData', places.windowFolder);

// enableSandbox would take back --no-sandbox, without which nothing starts for root.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerScheme();
secureAllContents(app);

if (app.requestSingleInstanceLock()) {
  // Not awaited: an ES module that waits here for `ready` never gets it.
  void app
    .whenReady()
    .then(() => startUp(describeInstallation(join(import.meta.dirname, '..', '..')), places))
    .catch((fault: unknown) => {
      dialog.showErrorBox(
        'VPĐU Desk chưa mở được',
        `Chương trình gặp lỗi khi mở. Dữ liệu không bị ảnh hưởng. Hãy mở lại; nếu vẫn vậy, báo người phụ trách.\n\n${String(fault)}`,
      );
      app.exit(1);
    });
} else {
  app.quit();
}
