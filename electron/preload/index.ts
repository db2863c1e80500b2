/** The window's whole access to the program: the functions of `Bridge`, and nothing else. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../../shared/rpc/bridge';
import type { Reply } from '../../shared/rpc/client';
import type { HostEvent } from '../../shared/rpc/method';
import type { Result } from '../../shared/result';
import { CHANNELS } from '../host/channels';

/** The answer's value; its message is what the page's Error says (IPC's own errors carry English and channel names). */
async function ask<T>(channel: string, argument?: unknown): Promise<T> {
  const reply = (await ipcRenderer.invoke(channel, argument)) as Result<T>;
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

const bridge: Bridge<File> = {
  call: (request) => ipcRenderer.invoke(CHANNELS.rpc, request) as Promise<Reply>,
  on(listener) {
    const pass = (_event: unknown, event: HostEvent): void => listener(event);
    ipcRenderer.on(CHANNELS.event, pass);
    return () => {
      ipcRenderer.off(CHANNELS.event, pass);
    };
  },
  pathForFile: (file) => ask(CHANNELS.dropped, webUtils.getPathForFile(file)),
  pickFiles: (options) => ask(CHANNELS.pick, options),
  saveOffered: (offered) => ask(CHANNELS.save, offered.ticket),
  openSaved: (place) => ask(CHANNELS.openSaved, place),
  openDataFolder: () => ask(CHANNELS.openDataFolder),
  restart: () => ask(CHANNELS.restart),
};

contextBridge.exposeInMainWorld('vpdu', bridge);
