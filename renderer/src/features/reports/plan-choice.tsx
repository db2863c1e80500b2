import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useRpc } from '../../api/queries';
import { patched, type AddressPatch } from '../../ui/address';
import { READING } from '../../ui/writing';

interface PlanChoice {
  /** As in the address, else the first plan; null while there is none. */
  readonly dossierId: string | null;
  readonly choice: ReactNode;
  readonly set: (patch: Readonly<Record<string, string | null>>) => void;
}

/** The plan that a part of Báo cáo is about, kept in the address (`ho-so`). */
export function usePlanChoice(): PlanChoice {
  const [params, setParams] = useSearchParams();
  const plans = useRpc('plan.list', { query: '', archived: false });
  const list = plans.data ?? [];
  const wanted = params.get('ho-so');
  const dossierId = list.find((plan) => plan.dossierId === wanted)?.dossierId ?? list[0]?.dossierId ?? null;
  const set = (patch: AddressPatch) => setParams(patched(params, patch));
  return {
    dossierId,
    set,
    choice: (
      <Select
        {...READING}
        aria-label="Kế hoạch"
        style={{ width: 260 }}
        value={dossierId}
        placeholder="Chưa có kế hoạch"
        options={list.map((plan) => ({
          value: plan.dossierId,
          label: [plan.numberText, plan.title].filter(Boolean).join(' – '),
        }))}
        onChange={(value: string | null) => set({ 'ho-so': value, ky: null })}
      />
    ),
  };
}
