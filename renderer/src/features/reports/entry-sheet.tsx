import type { ReactNode } from 'react';
import { EntryTable } from './entry-table';
import { PlanPeriodPage } from './plan-period-page';
import type { ReportTabProps } from './report-tab';

const EMPTY = {
  title: 'Chưa có kỳ báo cáo nào để nhập.',
  hint: 'Mở một kế hoạch, phần Báo cáo, rồi bấm “Yêu cầu báo cáo”. Sau đó số liệu của mọi đơn vị gõ hoặc dán được vào một bảng ở đây.',
};

/** Nhập bảng: the figures of many units typed or pasted in one table. */
export default function EntrySheet({ tabs }: ReportTabProps): ReactNode {
  return (
    <PlanPeriodPage tabs={tabs} empty={EMPTY}>
      {(chosen) => <EntryTable {...chosen} />}
    </PlanPeriodPage>
  );
}
