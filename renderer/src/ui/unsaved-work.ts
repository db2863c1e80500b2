/** What was typed and not saved is asked about before the page goes: F5, closing the tab, the window of the program. */
import { useEffect, useRef } from 'react';
import { UNSAVED_MARK } from '../../../shared/rpc/bridge';

const holders = new Set<() => boolean>();

function anyUnsaved(): boolean {
  return [...holders].some((holds) => holds());
}

window.addEventListener('beforeunload', (event) => {
  if (anyUnsaved()) event.preventDefault();
});
// The program's window asks by itself, before the data are closed: it reads this.
Object.defineProperty(window, UNSAVED_MARK, { get: anyUnsaved });

/** For work that outlives its editor (kept while another place is looked at): asked for as long as the page lives. */
export function holdUnsaved(holds: () => boolean): void {
  holders.add(holds);
}

/** For an editor on the screen: `unsaved` while it has something that is not stored. */
export function useUnsavedWork(unsaved: boolean): void {
  const now = useRef(unsaved);
  useEffect(() => {
    now.current = unsaved;
  }, [unsaved]);
  useEffect(() => {
    const holds = () => now.current;
    holders.add(holds);
    return () => void holders.delete(holds);
  }, []);
}
