/** Electron's bridge, as the preload exposes it. */
import type { Bridge } from '../../../shared/rpc/bridge';
import type { Host } from './host';

declare global {
  interface Window {
    readonly vpdu?: Bridge<File>;
  }
}

export function electronHost(bridge: Bridge<File>): Host {
  return {
    kind: 'electron',
    call: (request) => bridge.call(request),
    on: (listener) => bridge.on(listener),
    hand: (dropped) => Promise.all(dropped.files.map((file) => bridge.pathForFile(file))),
    pick: (options) => bridge.pickFiles(options),
    save: (offered) => bridge.saveOffered(offered),
    openSaved: (place) => bridge.openSaved(place),
    openDataFolder: () => bridge.openDataFolder(),
    restart: () => bridge.restart(),
  };
}
