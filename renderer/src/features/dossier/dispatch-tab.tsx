import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { wasReceived } from '../../../../shared/domain/dispatch/delivery-states';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { useRpc } from '../../api/queries';
import { Facts, Panel } from '../../ui/page';
import { Answer } from '../../ui/states';
import { DeliveryTable } from '../delivery/delivery-table';
import { DocumentSelect } from '../delivery/document-select';
import { NotReached } from '../delivery/not-reached';
import { SendPanel } from '../delivery/send-panel';
import { offWhen, useShut } from '../../ui/writing';

interface DispatchTabProps {
  readonly dossier: DossierView;
  readonly office: OfficeView;
}

/** One document at a time: whom it goes to (groups expanded), sending, and who has confirmed. */
export function DispatchTab({ dossier, office }: DispatchTabProps): ReactNode {
  const { dossierId, dispatches, plan } = dossier;
  const [params, setParams] = useSearchParams();
  const wanted = dossier.documents.find(({ id }) => id === params.get('van-ban'));
  // Where the newest sending was, unless an address names another.
  const documentId = wanted?.id ?? dispatches.at(-1)?.documentId ?? dossierId;
  const sent = dispatches.some((dispatch) => dispatch.documentId === documentId);
  const [sending, setSending] = useState(false);
  const [only, setOnly] = useState<'unconfirmed' | 'all'>('all');
  const ledger = useRpc('delivery.list', { only: 'all', dossierId }, { keep: true });
  const closed = useShut(plan);
  const document = dossier.documents.find(({ id }) => id === documentId);
  const over = document?.status === 'recalled' || document?.status === 'replaced';
  const choose = (id: string) => {
    setSending(false);
    setParams({ 'van-ban': id }, { replace: true });
  };
  const select = <DocumentSelect dossier={dossier} value={documentId} onChange={choose} />;
  return (
    <div className="stack">
      {(sending || !sent) && !over ? (
        <SendPanel
          key={documentId}
          dossier={dossier}
          documentId={documentId}
          office={office}
          select={select}
          onSent={() => setSending(false)}
        />
      ) : null}
      {sent ? (
        <Answer of={ledger}>
          {({ rows }) => {
            const own = rows.filter((row) => row.documentId === documentId);
            const count = (state: (typeof own)[number]['state']) =>
              own.filter((row) => row.state === state).length;
            const settled = count('recalled') + count('replaced');
            return (
              <>
                <Panel
                  title="Đã gửi"
                  actions={
                    sending ? null : (
                      <>
                        {select}
                        {over ? null : (
                          <Button {...offWhen(closed)} onClick={() => setSending(true)}>
                            Gửi thêm
                          </Button>
                        )}
                      </>
                    )
                  }
                >
                  <Facts
                    items={[
                      { label: 'Đã gửi', value: own.length, id: 'sent-count' },
                      { label: '● Đã nhận', value: own.filter(wasReceived).length, id: 'received-count' },
                      { label: '→ Chưa xác nhận', value: count('sent'), id: 'unconfirmed-count' },
                      { label: '✕ Không nhận', value: count('refused') },
                      ...(settled > 0 ? [{ label: '↩ Thu hồi, thay thế', value: settled }] : []),
                    ]}
                  />
                  {documentId === dossierId ? <NotReached dossierId={dossierId} rows={own} /> : null}
                </Panel>
                <DeliveryTable
                  id="deliveries"
                  rows={own}
                  office={office}
                  dossierId={dossierId}
                  documentId={documentId}
                  closed={closed}
                  only={only}
                  onOnly={setOnly}
                />
              </>
            );
          }}
        </Answer>
      ) : null}
    </div>
  );
}
