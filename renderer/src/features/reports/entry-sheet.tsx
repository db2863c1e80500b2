import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { periodWords } from '../../../../shared/i18n/vi';
import { useRpc } from '../../api/queries';
import { today } from '../../ui/format';
import { Page } from '../../ui/page';
import { Answer, EmptyPlace } from '../../ui/states';
import { byLastDay, currentPeriod } from './current-period';
import { EntryTable } from './entry-table';
import type { ReportTabProps } from './report-tab';
import { usePlanChoice } from './plan-choice';
import './reports.css';

/** Nhập bảng: the figures of many units typed or pasted in one table. */
export default function EntrySheet({ tabs }: ReportTabProps): ReactNode {
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
        <EntryTable
          key={`${dossierId}|${period.id}`}
          dossierId={dossierId}
          period={period.id}
          office={office.data}
        />
      ) : dossierId !== null && dossier.data === undefined ? (
        <Answer of={dossier}>{() => null}</Answer>
      ) : (
        <EmptyPlace
          title="Chưa có kỳ báo cáo nào để nhập."
          hint="Mở một kế hoạch, phần Báo cáo, rồi bấm “Yêu cầu báo cáo”. Sau đó số liệu của mọi đơn vị gõ hoặc dán được vào một bảng ở đây."
        />
      )}
    </Page>
  );
}
