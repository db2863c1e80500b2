import type { ReactNode } from 'react';
import { QuestionList } from './question-list';
import { PlanPeriodPage } from './plan-period-page';
import type { ReportTabProps } from './report-tab';

const EMPTY = {
  title: 'Chưa có kỳ báo cáo nào.',
  hint: 'Khi báo cáo về, những số khác thường (tăng vọt, khác hẳn nhóm, chép lại kỳ trước…) được liệt kê ở đây để hỏi lại đơn vị. Số liệu luôn giữ nguyên như đơn vị gửi.',
};

/** Câu hỏi số liệu: what should be asked back in one period, unit by unit, and what was answered. */
export default function QuestionsTab({ tabs }: ReportTabProps): ReactNode {
  return (
    <PlanPeriodPage tabs={tabs} empty={EMPTY}>
      {(chosen) => <QuestionList {...chosen} />}
    </PlanPeriodPage>
  );
}
