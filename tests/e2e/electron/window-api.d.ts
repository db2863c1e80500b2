import type { Bridge } from '../../../shared/rpc/bridge';

/** What the preload gives the page, for code that tests run in it. */
declare global {
  interface Window {
    readonly vpdu?: Bridge<File>;
  }
}
