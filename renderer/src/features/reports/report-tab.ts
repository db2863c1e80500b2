import type { ReactNode } from 'react';

/** What every part of Báo cáo gets: the bar of tabs, to stand under its title. */
export interface ReportTabProps {
  readonly tabs: ReactNode;
}
