import { Select } from 'antd';
import { Fragment, type ReactNode } from 'react';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useSearchParams } from 'react-router';
import { periodWords } from '../../../../shared/i18n/vi';
import { useRpc } from '../../api/queries';
import { today } from '../../ui/format';
import { Page } from '../../ui/page';
import { Answer, EmptyPlace } from '../../ui/states';
import { byLastDay, currentPeriod } from './current-period';
import type { ReportTabProps } from './report-tab';
import { usePlanChoice } from './plan-choice';
import './reports.css';

/** One period of one plan, as a part of Báo cáo works on it. */
export interface PlanPeriod {
  readonly dossierId: string;
  readonly period: string;
  readonly office: OfficeView;
}

interface PlanPeriodPageProps extends ReportTabProps {
  /** What is said where no period was asked for yet. */
  readonly empty: { readonly title: string; readonly hint: string };
  readonly children: (chosen: PlanPeriod) => ReactNode;
}

/** A part of Báo cáo for one plan and period, both chosen above it. */
export function PlanPeriodPage({ tabs, empty, children }: PlanPeriodPageProps): ReactNode {
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
        <Fragment key={`${dossierId}|${period.id}`}>
          {children({ dossierId, period: period.id, office: office.data })}
        </Fragment>
      ) : dossierId !== null && dossier.data === undefined ? (
        <Answer of={dossier}>{() => null}</Answer>
      ) : (
        <EmptyPlace title={empty.title} hint={empty.hint} />
      )}
    </Page>
  );
}
