import type { ReactNode } from 'react';

const SHAPES = {
  today: 'M4 5h16v15H4zM4 9h16M8 3v4M16 3v4M9 14l2 2 4-4',
  calendar: 'M4 5h16v15H4zM4 10h16M8 3v4M16 3v4M8 14h2M14 14h2M8 17h2',
  plan: 'M6 3h9l4 4v14H6zM15 3v4h4M9 11h7M9 15h7',
  report: 'M4 4h16v16H4zM4 10h16M4 15h16M10 4v16M15 4v16',
  sum: 'M18 7V4H6l6 8-6 8h12v-3',
  register: 'M5 4h13v16H5zM5 8h-2M5 12h-2M5 16h-2M9 8h6M9 12h6',
  incoming: 'M4 13v7h16v-7M4 13l3-9h10l3 9M4 13h5l1 3h4l1-3h5M12 5v6M9.5 8.5L12 11l2.5-2.5',
  archive: 'M3 5h18v4H3zM5 9v11h14V9M10 13h4',
  directory: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 19c0-3 2-5 5-5s5 2 5 5M15 7h6M15 11h6M15 15h6',
  settings:
    'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M18.4 5.6l-2.1 2.1M7.7 16.3l-2.1 2.1',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM20 20l-4.6-4.6',
  close: 'M6 6l12 12M18 6L6 18',
} as const;

export type IconName = keyof typeof SHAPES;

/** A thin line icon; always beside a word, so it is hidden from readers. */
export function Icon({ name, size = 17 }: { readonly name: IconName; readonly size?: number }): ReactNode {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinejoin="round" />
    </svg>
  );
}
