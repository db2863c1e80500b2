import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { periodWords } from '../../../../shared/i18n/vi';
import { useRpc } from '../../api/queries';
import { today } from '../../ui/format';
import { Page } from '../../ui/page';
import { Answer, EmptyPlace } from '../../ui/states';
import { byLastDay, currentPeriod } from './current-period';
import { usePlanChoice } from './plan-choice';
import { QuestionList } from './question-list';
import type { ReportTabProps } from './report-tab';
import './reports.css';

/** Câu hỏi số liệu: what should be asked back in one period, unit by unit, and what was answered. */
export default function QuestionsTab({ tabs }: ReportTabProps): ReactNode {
  const [params] = useSearchParams();
  const { dossierId, choice, set } = usePlanChoice();
  const dossier = useRpc('plan.get', { dossierId: dossierId ?? '' }, { enabled: dossierId !== null });
  const office = useRpc('office.get', {});
  const periods = byLastDay(dossier.data?.periods ?? []);
  const wanted = params.get('ky');
  const period = periods.find(({ id }) => id === wanted) ?? currentPeriod(periods, today());
  return (
    <Page
      title="Báo cáo"
      tabs={tabs}
      actions={
        <>
          {choice}
          <Select
            aria-label="Kỳ báo cáo"
            style={{ width: 170 }}
            value={period?.id ?? null}
            placeholder="Chưa có kỳ"
            options={periods.map(({ id }) => ({ value: id, label: periodWords(id) }))}
            onChange={(id: string | null) => set({ ky: id })}
          />
        </>
      }
    >
      {dossierId !== null && period && office.data ? (
        <QuestionList
          key={`${dossierId}|${period.id}`}
          dossierId={dossierId}
          period={period.id}
          office={office.data}
        />
      ) : dossierId !== null && dossier.data === undefined ? (
        <Answer of={dossier}>{() => null}</Answer>
      ) : (
        <EmptyPlace
          title="Chưa có kỳ báo cáo nào."
          hint="Khi báo cáo về, những số khác thường (tăng vọt, khác hẳn nhóm, chép lại kỳ trước…) được liệt kê ở đây để hỏi lại đơn vị. Số liệu luôn giữ nguyên như đơn vị gửi."
        />
      )}
    </Page>
  );
}
