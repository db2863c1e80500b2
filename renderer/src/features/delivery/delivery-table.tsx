import { Button, Dropdown, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import type { LedgerRow } from '../../../../shared/rpc/contract/delivery';
import { CHANNEL, DELIVERY_STATE, DOCUMENT_STATUS, PROOF } from '../../../../shared/i18n/vi';
import { DataTable, type Column } from '../../ui/data-table';
import { date } from '../../ui/format';
import { DeliveryTag } from '../../ui/tags';
import { HistoryDrawer } from './history-drawer';
import { PasteDialog } from './paste-dialog';
import { PrintMenu } from './print-menu';
import { RecordDialog, type RecordedState } from './record-dialog';
import { offWhen, READING } from '../../ui/writing';

interface DeliveryTableProps {
  readonly id: string;
  readonly rows: readonly LedgerRow[];
  readonly office: OfficeView;
  /** The dossier whose deliveries these are; null: all of the office. */
  readonly dossierId: string | null;
  readonly documentId: string | null;
  readonly closed: boolean;
  /** What the filter says; the ledger over all dossiers loads by it. */
  readonly only: 'unconfirmed' | 'all';
  readonly onOnly: (only: 'unconfirmed' | 'all') => void;
  readonly virtual?: boolean;
}

const OTHERS: readonly RecordedState[] = ['refused', 'recalled', 'sent'];

function proofText(row: LedgerRow): string {
  const kind = row.proof ? PROOF[row.proof.kind] : '';
  return [date(row.receivedOn ?? row.proof?.on), kind].filter(Boolean).join(' · ');
}

/** The answer stands, and the document was taken back or replaced afterwards. */
function isSettledSince(row: LedgerRow): row is LedgerRow & { over: NonNullable<LedgerRow['over']> } {
  return row.over !== null && row.over !== row.state;
}

function stateText(row: LedgerRow): string {
  const { word } = DELIVERY_STATE[row.state];
  return isSettledSince(row) ? `${word}, ${DOCUMENT_STATUS[row.over].word.toLowerCase()}` : word;
}

const COLUMNS: readonly Column<LedgerRow>[] = [
  { key: 'name', title: 'Nơi nhận', width: 215, text: (row) => row.name },
  {
    key: 'document',
    title: 'Văn bản',
    width: 130,
    filter: true,
    text: (row) => row.numberText ?? row.document,
  },
  { key: 'via', title: 'Theo dòng', width: 150, filter: true, text: (row) => row.via },
  { key: 'purpose', title: 'Để', width: 90, hidden: true, text: (row) => row.purpose ?? '' },
  { key: 'channel', title: 'Cách gửi', width: 105, filter: true, text: (row) => CHANNEL[row.channel] },
  { key: 'sent', title: 'Gửi ngày', width: 105, text: (row) => date(row.sentOn), sort: (row) => row.sentOn },
  {
    key: 'state',
    title: 'Tình trạng',
    width: 125,
    filter: true,
    text: stateText,
    render: (row) => (
      <>
        <DeliveryTag state={row.state} />
        {isSettledSince(row) ? <div className="muted">{DOCUMENT_STATUS[row.over].word}</div> : null}
      </>
    ),
  },
  {
    key: 'proof',
    title: 'Xác nhận',
    width: 215,
    text: proofText,
    sort: (row) => row.receivedOn ?? row.proof?.on ?? '',
  },
  { key: 'note', title: 'Ghi chú', width: 110, text: (row) => row.note },
];

/** The ledger: choose many, note them in one go; Enter on a line opens what was noted of it. */
export function DeliveryTable(props: DeliveryTableProps): ReactNode {
  const { rows, office, dossierId, documentId, closed, only, onOnly } = props;
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [recording, setRecording] = useState<RecordedState | null>(null);
  const [pasting, setPasting] = useState(false);
  const [opened, setOpened] = useState<LedgerRow | null>(null);
  const open = rows.filter(({ state }) => state === 'sent');
  const shown = only === 'unconfirmed' ? open : rows;
  // What the filter hides is not acted on.
  const chosen = shown.filter(({ id }) => selected.includes(id));
  const many = chosen.length > 0 ? ` (${chosen.length})` : '';
  const blocked = closed || chosen.length === 0;
  const columns = dossierId === null ? COLUMNS : COLUMNS.filter(({ key }) => key !== 'document');
  return (
    <>
      <DataTable
        id={props.id}
        label="Sổ giao nhận"
        rows={shown}
        columns={columns}
        rowKey={(row) => row.id}
        selected={chosen.map(({ id }) => id)}
        onSelect={setSelected}
        onOpen={setOpened}
        {...(props.virtual === true ? { virtual: true, height: window.innerHeight - 294 } : {})}
        empty={
          only === 'unconfirmed' ? 'Mọi nơi nhận đã xác nhận.' : 'Chưa gửi văn bản nào đến nơi nhận nào.'
        }
        tools={
          <>
            <Segmented
              {...READING}
              aria-label="Lọc tình trạng"
              value={only}
              options={[
                { value: 'unconfirmed', label: `Chưa xác nhận (${open.length})` },
                { value: 'all', label: 'Tất cả' },
              ]}
              onChange={onOnly}
            />
            <Button
              type={chosen.length > 0 ? 'primary' : 'default'}
              {...offWhen(blocked)}
              onClick={() => setRecording('received')}
            >
              Đã nhận{many}
            </Button>
            <Dropdown
              trigger={['click']}
              {...offWhen(blocked)}
              menu={{
                items: [
                  { key: 'refused', label: 'Không nhận…' },
                  { key: 'recalled', label: 'Thu hồi…' },
                  { key: 'sent', label: 'Lấy lại điều đã ghi…' },
                ],
                onClick: ({ key }) => setRecording(OTHERS.find((state) => state === key) ?? null),
              }}
            >
              <Button>Khác…</Button>
            </Dropdown>
            <Button {...offWhen(closed || open.length === 0)} onClick={() => setPasting(true)}>
              Dán danh sách
            </Button>
            <PrintMenu
              dossierId={dossierId}
              documentId={documentId}
              chosen={chosen.map(({ id }) => id)}
              disabled={rows.length === 0}
            />
          </>
        }
      />
      {recording === null ? null : (
        <RecordDialog
          state={recording}
          rows={chosen}
          onClose={() => setRecording(null)}
          onDone={() => {
            setSelected([]);
            setRecording(null);
          }}
        />
      )}
      {pasting ? (
        <PasteDialog
          rows={open}
          office={office}
          onClose={() => setPasting(false)}
          onFound={(ids) => {
            setPasting(false);
            setSelected(ids);
            setRecording('received');
          }}
        />
      ) : null}
      {opened === null ? null : <HistoryDrawer row={opened} onClose={() => setOpened(null)} />}
    </>
  );
}
