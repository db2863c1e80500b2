/** Every method of the store as a whole: state, history, undo, purge. */
import type { App } from '../application';
import type { Handlers } from '../handlers';
import { storeHistory } from './history';
import { purgeContent } from './purge';
import { checkStore, storeState } from './state';
import { undoChange } from './undo';

export function storeHandlers(app: App) {
  return {
    'store.state': storeState(app),
    'store.check': checkStore(app),
    'store.history': storeHistory(app),
    'store.undo': undoChange(app),
    'store.purge': purgeContent(app),
  } satisfies Partial<Handlers>;
}
