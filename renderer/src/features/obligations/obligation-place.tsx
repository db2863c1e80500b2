import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useRpc } from '../../api/queries';
import { Page } from '../../ui/page';

interface PlaceProps {
  readonly tabs: ReactNode;
  /** Right of the choice of plan; gets the chosen one, null for all. */
  readonly actions: (dossierId: string | null) => ReactNode;
  readonly children: (dossierId: string | null) => ReactNode;
}

/** A part of Báo cáo whose lists run over one plan or all of them: `?ho-so=`. */
export function ObligationPlace({ tabs, actions, children }: PlaceProps): ReactNode {
  const [params, setParams] = useSearchParams();
  const dossierId = params.get('ho-so');
  return (
    <Page
      title="Báo cáo"
      tabs={tabs}
      actions={
        <>
          <PlanSelect
            value={dossierId}
            everything
            onChange={(value) => setParams(value === null ? {} : { 'ho-so': value })}
          />
          {actions(dossierId)}
        </>
      }
    >
      {children(dossierId)}
    </Page>
  );
}

interface PlanSelectProps {
  readonly value: string | null;
  readonly onChange: (dossierId: string | null) => void;
  /** Offer "Mọi kế hoạch". */
  readonly everything?: boolean;
}

export function PlanSelect({ value, onChange, everything = false }: PlanSelectProps): ReactNode {
  const plans = useRpc('plan.list', { query: '', archived: false });
  return (
    <Select
      aria-label="Kế hoạch"
      style={{ width: everything ? 230 : '100%' }}
      value={value ?? (everything ? '' : null)}
      placeholder="Chọn kế hoạch"
      options={[
        ...(everything ? [{ value: '', label: 'Mọi kế hoạch' }] : []),
        ...(plans.data ?? []).map((plan) => ({
          value: plan.dossierId,
          label: [plan.numberText, plan.title].filter(Boolean).join(' – '),
        })),
      ]}
      onChange={(next) => onChange(next === '' ? null : next)}
    />
  );
}

/** The row that the address names (`muc`), opened once; `close` takes it out of the address. */
export function useNamedRow(): { readonly named: string | null; readonly close: () => void } {
  const [params, setParams] = useSearchParams();
  return {
    named: params.get('muc'),
    close: () => {
      const next = new URLSearchParams(params);
      next.delete('muc');
      setParams(next, { replace: true });
    },
  };
}
