import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useRpc } from '../api/queries';
import { READING } from './writing';

interface PlanSelectProps {
  readonly value: string | null;
  readonly onChange: (dossierId: string | null) => void;
  /** Offer "Mọi kế hoạch". */
  readonly everything?: boolean;
}

/** One plan of those that are not archived, by number and title. */
export function PlanSelect({ value, onChange, everything = false }: PlanSelectProps): ReactNode {
  const plans = useRpc('plan.list', { query: '', archived: false });
  return (
    <Select
      // Among all plans it is a filter; in a form it says what is written.
      {...(everything ? READING : {})}
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
