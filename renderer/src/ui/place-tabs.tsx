import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import './place-tabs.css';

interface PlaceTabsProps<Key extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly key: Key; readonly label: ReactNode }[];
  readonly current: Key;
  readonly onChoose: (key: Key) => void;
}

/** Names what stands under the bar: the panel of the tab that is open. One bar a page. */
const PANEL_ID = 'place-panel';
const CURRENT_ID = 'place-tab';

/** For a caller whose bar was made anew by opening another tab: the keyboard stays where it was. */
export function focusOpenTab(): void {
  document.getElementById(CURRENT_ID)?.focus();
}

/** How far an arrow key goes along the bar; it ends at both ends. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/**
 * The parts of one place as a bar of tabs; each has an address of its own, which the caller keeps. What they show is
 * the page's content: `PlacePanel`. Tab reaches the open one, arrows go along, Enter or a space opens.
 */
export function PlaceTabs<Key extends string>(props: PlaceTabsProps<Key>): ReactNode {
  const { label, tabs, current, onChoose } = props;
  const bar = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent<HTMLButtonElement>, index: number) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(index + step, 0), tabs.length - 1);
    bar.current?.querySelectorAll<HTMLButtonElement>('[role=tab]')[next]?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className="place-tabs" ref={bar}>
      {tabs.map((tab, index) => {
        const chosen = tab.key === current;
        return (
          <button
            key={tab.key}
            type="button"
            role="tab"
            aria-selected={chosen}
            tabIndex={chosen ? 0 : -1}
            {...(chosen ? { id: CURRENT_ID, 'aria-controls': PANEL_ID } : {})}
            onClick={() => onChoose(tab.key)}
            onKeyDown={(event) => walk(event, index)}
          >
            {tab.label}
          </button>
        );
      })}
    </div>
  );
}

/** What the open tab of `PlaceTabs` shows. */
export function PlacePanel({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <div role="tabpanel" id={PANEL_ID} aria-labelledby={CURRENT_ID} className="place-panel">
      {children}
    </div>
  );
}
