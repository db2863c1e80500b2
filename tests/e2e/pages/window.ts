/** The application's window, whichever host shows it: the same journeys drive Electron's and the browser's. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { launchElectron } from '../../support/launch-electron';
import { launchInBrowser } from '../../support/launch-browser';
import { listenTo } from './complaints';

export interface AppWindow {
  readonly page: Page;
  readonly dataFolder: string;
  /** What its console complained of; a journey that brings a complaint about takes it out again. */
  readonly complaints: string[];
  /** Does `act`, which makes the application ask for files, and answers with these paths. */
  choosing(paths: readonly string[], act: () => Promise<void>): Promise<void>;
  /** Does `act`, which makes the application deliver a file, and answers where it lies. */
  saving(act: () => Promise<void>): Promise<string>;
  /** What a person does in the system's own dialog to save: one action in Electron, none in a browser. */
  readonly savingActions: number;
  /** Ends it; a window that was not silent fails the journey. */
  close(): Promise<void>;
}

type Host = Omit<AppWindow, 'complaints'>;

export function temporaryFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `vpdu-${name}-`));
}

/** A window on a data folder of its own (a new one by default). */
export async function openWindow(
  project: string,
  dataFolder: string = temporaryFolder('data'),
): Promise<AppWindow> {
  const host = await (project === 'electron' ? inElectron(dataFolder) : inBrowser(dataFolder));
  const complaints = listenTo(host.page);
  return {
    ...host,
    complaints,
    async close() {
      await host.close();
      // Told once, however often it is closed.
      expect(complaints.splice(0), 'the console of the window').toEqual([]);
    },
  };
}

async function inElectron(dataFolder: string): Promise<Host> {
  const { app, page } = await launchElectron({ dataFolder });
  return {
    page,
    dataFolder,
    savingActions: 1,
    async choosing(paths, act) {
      await stubOpenDialog(app, paths);
      await act();
    },
    async saving(act) {
      const folder = temporaryFolder('saved');
      await stubSaveDialog(app, folder);
      await act();
      return waitForFile(page, folder);
    },
    async close() {
      // A journey may end with figures that were only typed; the question is tried where it is meant.
      const open = await app
        .evaluate(({ dialog }) => {
          dialog.showMessageBoxSync = () => 1;
          return true;
        })
        // A journey may have closed it already.
        .catch(() => false);
      if (open) await app.close();
    },
  };
}

async function stubOpenDialog(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
    },
    [...paths],
  );
}

/** One file goes to the save dialog's path; several go into a new folder of the chosen one. */
async function stubSaveDialog(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, into) => {
    // The owner window comes first when there is one. No named functions: this text runs inside Electron.
    dialog.showSaveDialog = (...given: unknown[]) => {
      const { defaultPath = 'tep' } = given.at(-1) as { defaultPath?: string };
      const filePath = `${into}/${defaultPath.split(/[\\/]/).at(-1) ?? 'tep'}`;
      return Promise.resolve({ canceled: false, filePath });
    };
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [into] });
  }, folder);
}

/** The toast that names the place is the sign that the file is there. */
async function waitForFile(page: Page, folder: string): Promise<string> {
  const place = page.getByText(folder, { exact: false }).last();
  await place.waitFor();
  const text = (await place.textContent()) ?? '';
  return text.slice(text.indexOf(folder)).trim();
}

async function inBrowser(dataFolder: string): Promise<Host> {
  const run = await launchInBrowser(dataFolder);
  return {
    page: run.page,
    dataFolder,
    savingActions: 0,
    async choosing(paths, act) {
      const chooser = run.page.waitForEvent('filechooser');
      await act();
      await (await chooser).setFiles([...paths]);
    },
    async saving(act) {
      const download = run.page.waitForEvent('download');
      await act();
      const file = await download;
      const place = join(temporaryFolder('saved'), file.suggestedFilename());
      await file.saveAs(place);
      return place;
    },
    close: () => run.close(),
  };
}
