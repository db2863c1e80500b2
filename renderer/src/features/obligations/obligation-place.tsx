import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { patched } from '../../ui/address';
import { Page } from '../../ui/page';
import { PlanSelect } from '../../ui/plan-select';

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

/** The row that the address names (`muc`), opened once; `close` takes it out of the address. */
export function useNamedRow(): { readonly named: string | null; readonly close: () => void } {
  const [params, setParams] = useSearchParams();
  return {
    named: params.get('muc'),
    close: () => {
      setParams(patched(params, { muc: null }), { replace: true });
    },
  };
}
