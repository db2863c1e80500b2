import { Tabs } from 'antd';
import type { ReactNode } from 'react';

interface PlaceTabsProps<Key extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly key: Key; readonly label: ReactNode }[];
  readonly current: Key;
  readonly onChoose: (key: Key) => void;
}

/** The parts of one place as a bar of tabs; each has an address of its own, which the caller keeps. */
export function PlaceTabs<Key extends string>(props: PlaceTabsProps<Key>): ReactNode {
  return (
    <Tabs
      aria-label={props.label}
      size="small"
      activeKey={props.current}
      items={props.tabs.map(({ key, label }) => ({ key, label }))}
      onChange={(key) => {
        const chosen = props.tabs.find((tab) => tab.key === key);
        if (chosen) props.onChoose(chosen.key);
      }}
    />
  );
}
