/**
 * The one fake of the electron module: what the main process uses of it, as plain objects that remember what they were
 * told. Use: `vi.mock('electron', async () => (await import('…/support/fake-electron')).fakeElectron);`
 */
import { EventEmitter } from 'node:events';

type Handler = (event: unknown, ...rest: unknown[]) => unknown;

export interface DialogAnswers {
  open: { canceled: boolean; filePaths: string[] };
  save: { canceled: boolean; filePath: string };
  message: { response: number };
}

/** What tests set and look at. */
export const electronState = {
  ipcHandlers: new Map<string, Handler>(),
  dialogAnswers: {
    open: { canceled: true, filePaths: [] },
    save: { canceled: true, filePath: '' },
    message: { response: 0 },
  } as DialogAnswers,
  /** [dialog, options] of every dialog that was shown. */
  dialogsShown: [] as (readonly [string, Readonly<Record<string, unknown>>])[],
  openedPaths: [] as string[],
  openPathFault: '',
  reset(): void {
    this.ipcHandlers.clear();
    this.dialogAnswers = {
      open: { canceled: true, filePaths: [] },
      save: { canceled: true, filePath: '' },
      message: { response: 0 },
    };
    this.dialogsShown = [];
    this.openedPaths = [];
    this.openPathFault = '';
  },
};

/** Options are the last argument: the window before it may be left out. */
function shown<K extends keyof DialogAnswers>(dialog: K) {
  return async (...args: unknown[]): Promise<DialogAnswers[K]> => {
    electronState.dialogsShown.push([dialog, args.at(-1) as Readonly<Record<string, unknown>>]);
    return electronState.dialogAnswers[dialog];
  };
}

export const fakeElectron = {
  app: Object.assign(new EventEmitter(), { getPath: (name: string) => `/fake/${name}` }),
  ipcMain: {
    handle: (channel: string, handler: Handler) => electronState.ipcHandlers.set(channel, handler),
  },
  dialog: {
    showOpenDialog: shown('open'),
    showSaveDialog: shown('save'),
    showMessageBox: shown('message'),
  },
  shell: {
    async openPath(path: string): Promise<string> {
      electronState.openedPaths.push(path);
      return electronState.openPathFault;
    },
  },
  Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: () => undefined },
};

/** The event of an IPC call from a frame. */
export function senderOf(frame: { origin: string; parent: unknown } | null): { senderFrame: unknown } {
  return { senderFrame: frame };
}

/** A WebContents that tests can make navigate. */
export function fakeContents() {
  const emitter = new EventEmitter();
  let openHandler: ((details: { url: string }) => { action: string }) | null = null;
  return {
    on: (name: string, listener: (...args: unknown[]) => void) => emitter.on(name, listener),
    setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
      openHandler = handler;
    },
    getURL: () => 'app://vpdu/',
    /** Whether the event was let through. */
    passes(name: string, url: string): boolean {
      let prevented = false;
      emitter.emit(name, { url, preventDefault: () => (prevented = true) });
      return !prevented;
    },
    opens: (url: string) => openHandler?.({ url }).action ?? 'allow',
  };
}
