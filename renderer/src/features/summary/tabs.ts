import type { ComponentType } from 'react';
import { ClosingsTab } from './closings-tab';
import { ChartsTab } from './charts-tab';
import { ExchangeTab } from './exchange-tab';
import { FiguresTab } from './figures-tab';
import { ModelsTab } from './models-tab';
import { NarrativeTab } from './narrative-tab';
import type { SummaryTabProps } from './summary-tab';

interface SummaryTab {
  /** Last part of the address `/tong-hop/…`. */
  readonly key: string;
  readonly label: string;
  readonly component: ComponentType<SummaryTabProps>;
}

/** The parts of Tổng hợp, in the order of their tabs; the first is where the place opens. */
export const SUMMARY_TABS: readonly [SummaryTab, ...SummaryTab[]] = [
  { key: 'so-lieu', label: 'Số liệu', component: FiguresTab },
  { key: 'bieu-do', label: 'Biểu đồ', component: ChartsTab },
  { key: 'thuyet-minh', label: 'Thuyết minh', component: NarrativeTab },
  { key: 'mo-hinh', label: 'Mô hình hay', component: ModelsTab },
  { key: 'cac-lan-chot', label: 'Các lần chốt', component: ClosingsTab },
  { key: 'trao-doi', label: 'Trao đổi', component: ExchangeTab },
];
