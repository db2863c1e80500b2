import { Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { gapWords } from '../../../../shared/i18n/vi';
import { IndicatorTable } from './indicator-table';
import { MissingPanel } from './missing-panel';
import type { SummaryTabProps } from './summary-tab';
import { TraceDrawer } from './trace-drawer';
import { UnitTable } from './unit-table';

/** Totals, both coverages, targets, who is missing; every total opens. */
export function FiguresTab({
  dossierId,
  period,
  office,
  totals,
  cumulative,
  day,
}: SummaryTabProps): ReactNode {
  const navigate = useNavigate();
  const [view, setView] = useState<'indicators' | 'units'>('indicators');
  const [tracing, setTracing] = useState<string | null>(null);
  const gaps = gapWords(totals);
  return (
    <>
      {gaps === null ? null : (
        <p className="tone-warn" role="status" data-testid="gaps">
          ◔ {gaps}
        </p>
      )}
      <MissingPanel
        totals={totals}
        onChase={() => void navigate(`/ke-hoach/${dossierId}/bao-cao?ky=${period}`)}
      />
      <div className="row">
        <Segmented
          value={view}
          options={[
            { value: 'indicators', label: 'Theo chỉ tiêu' },
            { value: 'units', label: 'Theo đơn vị' },
          ]}
          onChange={setView}
        />
      </div>
      {view === 'indicators' ? (
        <IndicatorTable
          totals={totals}
          cumulative={cumulative}
          day={day}
          indicators={office.indicators}
          onTrace={setTracing}
        />
      ) : (
        <UnitTable totals={totals} indicators={office.indicators} onTrace={setTracing} />
      )}
      {tracing === null ? null : (
        <TraceDrawer
          dossierId={dossierId}
          period={period}
          indicator={office.indicators.find((each) => each.id === tracing) ?? null}
          code={tracing}
          total={totals.totals[tracing] ?? null}
          onClose={() => setTracing(null)}
        />
      )}
    </>
  );
}
