import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { DeliveryEvent } from '../../../../shared/domain/dispatch/model';
import { CHANNEL, DELIVERY_STATE, DOCUMENT_STATUS, PROOF } from '../../../../shared/i18n/vi';
import type { LedgerRow } from '../../../../shared/rpc/contract/delivery';
import { callQuery } from '../../api/client';
import { useRpc } from '../../api/queries';
import { date, moment } from '../../ui/format';
import { useReturnFocus } from '../../ui/return-focus';
import { useDelivery } from '../../ui/save-files';
import { Answer } from '../../ui/states';
import { DeliveryTag } from '../../ui/tags';
import { DialogTitle } from '../../ui/dialog-title';

/** Everything that was noted of one recipient, oldest first. */
export function HistoryDrawer({
  row,
  onClose,
}: {
  readonly row: LedgerRow;
  readonly onClose: () => void;
}): ReactNode {
  useReturnFocus();
  const { dossierId, id: deliveryId } = row;
  const events = useRpc('delivery.history', { dossierId, deliveryId });
  return (
    <Drawer open size={560} title={<DialogTitle>{row.name}</DialogTitle>} onClose={onClose}>
      <div className="stack">
        <p>
          <Link to={`/ke-hoach/${dossierId}/noi-nhan`}>
            {[row.numberText, row.document].filter(Boolean).join(' – ')}
          </Link>
        </p>
        <p>
          <DeliveryTag state={row.state} />
        </p>
        <Answer of={events}>
          {(value) => (
            <ul>
              <li>
                {date(row.sentOn)}: Đã gửi ({CHANNEL[row.channel].toLowerCase()}), theo dòng “{row.via}”.
              </li>
              {value.map((event) => (
                <EventLine key={event.id} event={event} dossierId={dossierId} />
              ))}
              {row.over === null || row.over === row.state ? null : (
                <li>Sau đó văn bản {DOCUMENT_STATUS[row.over].word.toLowerCase()}.</li>
              )}
            </ul>
          )}
        </Answer>
      </div>
    </Drawer>
  );
}

function EventLine({
  event,
  dossierId,
}: {
  readonly event: DeliveryEvent;
  readonly dossierId: string;
}): ReactNode {
  const delivery = useDelivery();
  const { proof } = event;
  const file = proof?.file ?? null;
  const word = event.to === 'sent' ? 'Lấy lại điều đã ghi' : DELIVERY_STATE[event.to].word;
  return (
    <li>
      {date(event.on)}: {word}
      {proof ? ` (${PROOF[proof.kind].toLowerCase()})` : ''}
      {event.note === '' ? '' : ` – ${event.note}`}
      {file === null ? null : (
        <>
          {' '}
          <button
            type="button"
            className="link-button"
            onClick={() => delivery.make('proof', () => callQuery('file.get', { dossierId, sha256: file }))}
          >
            Tải minh chứng
          </button>
        </>
      )}
      <div className="muted">
        {event.by} ghi lúc {moment(event.at)}
      </div>
    </li>
  );
}
