import { Alert, Button, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Channel } from '../../../../shared/domain/dispatch/channel';
import type { Delivery } from '../../../../shared/domain/dispatch/model';
import { CHANNEL, DELIVERY_STATE } from '../../../../shared/i18n/vi';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { DateField } from '../../ui/date-field';
import { EntrySelect } from '../../ui/entry-select';
import { date, today } from '../../ui/format';
import { Facts, Panel } from '../../ui/page';
import { Answer } from '../../ui/states';
import { DeliveryTag } from '../../ui/tags';

interface DispatchTabProps {
  readonly dossier: DossierView;
  readonly office: OfficeView;
}

const CHANNELS = Object.entries(CHANNEL).map(([value, label]) => ({ value: value as Channel, label }));

/** Whom it goes to (groups expanded), sending, and who has confirmed. */
export function DispatchTab({ dossier, office }: DispatchTabProps): ReactNode {
  const { dossierId, deliveries, dispatches, plan } = dossier;
  const [sending, setSending] = useState(dispatches.length === 0);
  const [selected, setSelected] = useState<string[]>([]);
  const acknowledge = useCommand('dispatch.acknowledge');
  const count = (state: Delivery['state']) =>
    deliveries.filter((delivery) => delivery.state === state).length;
  const tell = async (state: 'received' | 'refused') => {
    if (await acknowledge.run({ dossierId, recipients: selected, date: today(), state })) setSelected([]);
  };

  const columns: readonly Column<Delivery>[] = [
    { key: 'name', title: 'Nơi nhận', text: (row) => row.name },
    { key: 'via', title: 'Theo dòng', width: 240, filter: true, text: (row) => row.via },
    { key: 'purpose', title: 'Để', width: 110, text: (row) => row.purpose ?? '' },
    { key: 'channel', title: 'Cách gửi', width: 115, filter: true, text: (row) => CHANNEL[row.channel] },
    {
      key: 'sent',
      title: 'Gửi ngày',
      width: 105,
      text: (row) => date(row.sentOn),
      sort: (row) => row.sentOn,
    },
    {
      key: 'state',
      title: 'Tình trạng',
      width: 120,
      filter: true,
      text: (row) => DELIVERY_STATE[row.state].word,
      render: (row) => <DeliveryTag state={row.state} />,
    },
    {
      key: 'received',
      title: 'Nhận ngày',
      width: 105,
      text: (row) => date(row.receivedOn),
      sort: (row) => row.receivedOn ?? '',
    },
    { key: 'note', title: 'Ghi chú', width: 140, hidden: true, text: (row) => row.note },
  ];

  return (
    <div className="stack">
      {sending ? (
        <SendPanel
          dossierId={dossierId}
          office={office}
          closed={plan.status === 'closed'}
          onSent={() => setSending(false)}
        />
      ) : null}
      {deliveries.length > 0 ? (
        <>
          <Panel
            title="Đã gửi"
            actions={
              sending ? null : (
                <Button disabled={plan.status === 'closed'} onClick={() => setSending(true)}>
                  Gửi thêm
                </Button>
              )
            }
          >
            <Facts
              items={[
                { label: 'Đã gửi', value: deliveries.length, id: 'sent-count' },
                { label: '● Đã nhận', value: count('received'), id: 'received-count' },
                { label: '→ Chưa xác nhận', value: count('sent'), id: 'unconfirmed-count' },
                { label: '✕ Không nhận', value: count('refused') },
              ]}
            />
          </Panel>
          <DataTable
            id="deliveries"
            label="Nơi nhận đã gửi"
            rows={deliveries}
            columns={columns}
            rowKey={(row) => row.id}
            selected={selected}
            onSelect={setSelected}
            tools={
              <>
                <Button
                  type={selected.length > 0 ? 'primary' : 'default'}
                  disabled={selected.length === 0}
                  loading={acknowledge.pending}
                  onClick={() => void tell('received')}
                >
                  Đã nhận{selected.length > 0 ? ` (${selected.length})` : ''}
                </Button>
                <Button disabled={selected.length === 0} onClick={() => void tell('refused')}>
                  Không nhận
                </Button>
              </>
            }
          />
        </>
      ) : null}
    </div>
  );
}

interface SendPanelProps {
  readonly dossierId: string;
  readonly office: OfficeView;
  readonly closed: boolean;
  readonly onSent: () => void;
}

function SendPanel({ dossierId, office, closed, onSent }: SendPanelProps): ReactNode {
  const [day, setDay] = useState(today());
  const [channel, setChannel] = useState<Channel>('network');
  const [to, setTo] = useState<string[] | null>(null);
  const [choosing, setChoosing] = useState(false);
  const expanded = useRpc(
    'dispatch.recipients',
    { dossierId, documentId: null, date: day, to },
    { keep: true },
  );
  const send = useCommand('dispatch.send', {
    done: (value) => `Đã gửi tới ${value.deliveries.length} nơi nhận.`,
  });
  const names = new Map(office.entries.map((entry) => [entry.id, entry.name]));
  const submit = async () => {
    if (await send.run({ dossierId, documentId: null, date: day, channel, to })) onSent();
  };
  return (
    <Panel
      title="Phát hành"
      actions={
        <>
          <DateField label="Ngày gửi" value={day} onChange={(value) => setDay(value ?? today())} />
          <Select
            aria-label="Cách gửi"
            value={channel}
            options={CHANNELS}
            onChange={setChannel}
            style={{ width: 140 }}
          />
          <Button onClick={() => setChoosing(true)}>Chọn nơi nhận khác</Button>
          <Button
            type="primary"
            loading={send.pending}
            disabled={closed || (expanded.data?.recipients.length ?? 0) === 0}
            onClick={() => void submit()}
          >
            Gửi {expanded.data ? `${expanded.data.recipients.length} nơi nhận` : ''}
          </Button>
        </>
      }
    >
      {to === null ? null : (
        <p>
          Đang gửi theo danh sách tự chọn.{' '}
          <button type="button" className="link-button" onClick={() => setTo(null)}>
            Dùng lại nơi nhận của kế hoạch
          </button>
        </p>
      )}
      <Answer of={expanded} loading="Đang mở danh sách nơi nhận…">
        {({ lines, recipients }) => (
          <>
            {lines.some((line) => line.problem !== null) ? (
              <Alert
                type="warning"
                showIcon
                title="Một số dòng nơi nhận chưa khớp danh mục nên chưa được gửi. Sửa ở phần Rà soát hoặc chọn nơi nhận khác."
                style={{ marginBottom: 8 }}
              />
            ) : null}
            <table className="plain" aria-label="Nơi nhận sẽ gửi">
              <thead>
                <tr>
                  <th>Dòng nơi nhận</th>
                  <th>Để</th>
                  <th>Sẽ gửi tới</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line, index) => {
                  const sources = new Set([line.name, ...line.entryIds.map((id) => names.get(id) ?? '')]);
                  const mine = recipients.filter(
                    (each) => sources.has(each.via) || line.entryIds.includes(each.entryId),
                  );
                  return (
                    <tr key={line.itemId ?? index}>
                      <td>{line.name}</td>
                      <td>{line.purpose}</td>
                      <td>
                        {line.problem === null ? (
                          mine.length > 4 ? (
                            <details>
                              <summary>{mine.length} nơi nhận</summary>
                              {mine.map((each) => each.name).join('; ')}
                            </details>
                          ) : (
                            mine.map((each) => each.name).join('; ')
                          )
                        ) : (
                          <span className="tone-warn">? {line.problem}</span>
                        )}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </>
        )}
      </Answer>
      {choosing ? (
        <ChooseRecipients
          office={office}
          value={to ?? []}
          onClose={() => setChoosing(false)}
          onChoose={setTo}
        />
      ) : null}
    </Panel>
  );
}

function ChooseRecipients(props: {
  readonly office: OfficeView;
  readonly value: readonly string[];
  readonly onClose: () => void;
  readonly onChoose: (ids: string[]) => void;
}): ReactNode {
  const [ids, setIds] = useState<readonly string[]>(props.value);
  return (
    <Modal
      open
      title="Chọn nơi nhận"
      okText="Dùng danh sách này"
      cancelText="Thôi"
      okButtonProps={{ disabled: ids.length === 0 }}
      onCancel={props.onClose}
      onOk={() => {
        props.onChoose([...ids]);
        props.onClose();
      }}
    >
      <p className="muted">Chọn nhóm để gửi cho mọi đơn vị trong nhóm.</p>
      <EntrySelect label="Nơi nhận" entries={props.office.entries} value={ids} onChange={setIds} />
    </Modal>
  );
}
