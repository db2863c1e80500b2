import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useRpc } from '../../api/queries';
import { Answer } from '../../ui/states';
import { Page } from '../../ui/page';
import { PlaceTabs } from '../../ui/place-tabs';
import { DeliveryTable } from './delivery-table';

/** Sổ giao nhận over all dossiers: a part of Văn bản đi, at an address of its own. */
export default function Ledger({ office }: { readonly office: OfficeView }): ReactNode {
  const navigate = useNavigate();
  return (
    <Page
      title="Văn bản đi"
      tabs={
        <PlaceTabs
          label="Các phần của văn bản đi"
          tabs={[
            { key: 'so', label: 'Sổ đăng ký' },
            { key: 'giao-nhan', label: 'Sổ giao nhận' },
          ]}
          current="giao-nhan"
          onChoose={(key) => {
            if (key === 'so') void navigate('/van-ban-di');
          }}
        />
      }
    >
      <LedgerPart office={office} />
    </Page>
  );
}

/** The part itself, for whatever bar of tabs it stands under. */
export function LedgerPart({ office }: { readonly office: OfficeView }): ReactNode {
  const [only, setOnly] = useState<'unconfirmed' | 'all'>('unconfirmed');
  const ledger = useRpc('delivery.list', { only }, { keep: true });
  return (
    <Answer of={ledger} loading="Đang mở sổ giao nhận…">
      {({ rows }) => (
        <DeliveryTable
          id="delivery-ledger"
          rows={rows}
          office={office}
          dossierId={null}
          documentId={null}
          closed={false}
          only={only}
          onOnly={setOnly}
          virtual
        />
      )}
    </Answer>
  );
}
