/** In a host with a window the index is built, and files are read, before somebody searches. */
import type { SearchIndex } from '../shared/app/search/search-index';
import type { Store } from '../shared/ports/store';

/** First the window is to be drawn. */
const AFTER_START_MS = 1_500;
/** So long after the last change: an import of a thousand files is followed once. */
const AFTER_CHANGE_MS = 3_000;

/** Follows the store until it is stopped. What goes wrong is met again, and told, by the next search. */
export function keepSearchReady(
  search: Pick<SearchIndex, 'warmUp'>,
  store: Pick<Store, 'onCommit'>,
): { stop(): void } {
  let timer: NodeJS.Timeout;
  const soon = (delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void search.warmUp().catch(() => undefined), delay);
    timer.unref();
  };
  timer = setTimeout(() => undefined, 0);
  soon(AFTER_START_MS);
  const stopListening = store.onCommit(() => soon(AFTER_CHANGE_MS));
  return {
    stop() {
      clearTimeout(timer);
      stopListening();
    },
  };
}
