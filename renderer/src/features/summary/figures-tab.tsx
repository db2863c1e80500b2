import { Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { cameAloneWords, gapWords } from '../../../../shared/i18n/vi';
import { HeldConferences } from './held-conferences';
import { IndicatorTable } from './indicator-table';
import { MissingPanel } from './missing-panel';
import type { SummaryTabProps } from './summary-tab';
import { TraceDrawer } from './trace-drawer';
import { UnitTable } from './unit-table';
import { READING } from '../../ui/writing';

/** Totals, both coverages, targets, who is missing; every total opens. */
export function FiguresTab({
  dossierId,
  period,
  office,
  totals,
  cumulative,
  version,
  day,
}: SummaryTabProps): ReactNode {
  const navigate = useNavigate();
  const [view, setView] = useState<'indicators' | 'units'>('indicators');
  const [tracing, setTracing] = useState<{ readonly code: string; readonly cumulative: boolean } | null>(
    null,
  );
  const trace = (code: string, cumulated = false) => setTracing({ code, cumulative: cumulated });
  const gaps = gapWords(totals);
  const alone = cameAloneWords(cumulative ?? totals);
  return (
    <>
      {gaps === null ? null : (
        <p className="tone-warn" role="status" data-testid="gaps">
          ◔ {gaps}
        </p>
      )}
      {alone === null ? null : (
        <p className="tone-warn" role="status" data-testid="came-alone">
          ◔ {alone}
        </p>
      )}
      <MissingPanel
        totals={totals}
        onChase={() => void navigate(`/ke-hoach/${dossierId}/bao-cao?ky=${period}`)}
      />
      <HeldConferences dossierId={dossierId} period={period} totals={totals} />
      <div className="row">
        <Segmented
          {...READING}
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
          onTrace={trace}
        />
      ) : (
        <UnitTable totals={totals} indicators={office.indicators} onTrace={trace} />
      )}
      {tracing === null ? null : (
        <TraceDrawer
          dossierId={dossierId}
          period={period}
          code={tracing.code}
          cumulative={tracing.cumulative}
          office={office}
          totals={(tracing.cumulative ? cumulative : totals)?.totals ?? {}}
          frozen={version !== null}
          onClose={() => setTracing(null)}
        />
      )}
    </>
  );
}
