import { Button, Input, Modal } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { periodWords } from '../../../../shared/i18n/vi';
import type { BatchRow, IntakeItemRow } from '../../../../shared/rpc/contract/intake';
import { callQuery } from '../../api/client';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { useIntake } from '../../app/intake-context';
import { DataTable, type Column } from '../../ui/data-table';
import { moment } from '../../ui/format';
import { Page, Panel } from '../../ui/page';
import { useDelivery } from '../../ui/save-files';
import { Answer, EmptyPlace } from '../../ui/states';
import { BatchDrawer } from './batch-drawer';
import { batchState, batchWords, faultWords } from './intake-words';
import type { ReportTabProps } from './report-tab';
import './reports.css';
import { READING } from '../../ui/writing';
import { DialogTitle } from '../../ui/dialog-title';
import { useReturnFocus } from '../../ui/return-focus';

/** Files kept back until a corrected one comes, and every batch that was taken in. */
export default function Tray({ tabs }: ReportTabProps): ReactNode {
  const tray = useRpc('intake.tray', {});
  const intake = useIntake();
  const lists = useDelivery();
  const [batch, setBatch] = useState<string | null>(null);
  const [dismissing, setDismissing] = useState<IntakeItemRow | null>(null);
  const open = tray.data?.open ?? [];
  return (
    <Page
      title="Báo cáo"
      tabs={tabs}
      actions={
        <>
          <Button
            disabled={open.length === 0}
            loading={lists.busy !== null}
            onClick={() => lists.make('fix-list', () => callQuery('report.fixList', { batchId: null }))}
          >
            Xuất danh sách cần sửa
          </Button>
          <Button type="primary" onClick={() => intake.open({ kind: 'reports', files: [] })}>
            Tiếp nhận báo cáo
          </Button>
        </>
      }
    >
      <Answer of={tray}>
        {(value) => (
          <>
            <Panel title={`Đang giữ lại vì lỗi (${value.open.length})`}>
              <OpenFaults
                rows={value.open}
                onAgain={(item) => intake.open({ kind: 'reports', files: [], items: [item.id] })}
                onSave={(item) => lists.make('file', () => callQuery('intake.file', { itemId: item.id }))}
                onDismiss={setDismissing}
              />
            </Panel>
            <Panel title={`Các đợt nhận (${value.batches.length})`}>
              <Batches rows={value.batches} onOpen={setBatch} />
            </Panel>
          </>
        )}
      </Answer>
      {batch === null ? null : <BatchDrawer batchId={batch} onClose={() => setBatch(null)} />}
      {dismissing ? <Dismiss item={dismissing} onClose={() => setDismissing(null)} /> : null}
    </Page>
  );
}

interface OpenFaultsProps {
  readonly rows: readonly IntakeItemRow[];
  readonly onAgain: (item: IntakeItemRow) => void;
  readonly onSave: (item: IntakeItemRow) => void;
  readonly onDismiss: (item: IntakeItemRow) => void;
}

function OpenFaults({ rows, onAgain, onSave, onDismiss }: OpenFaultsProps): ReactNode {
  const columns: readonly Column<IntakeItemRow>[] = [
    { key: 'name', title: 'Tệp', width: 160, text: ({ name }) => name },
    { key: 'unit', title: 'Đơn vị', width: 140, text: ({ unitName }) => unitName ?? 'Chưa xác định' },
    {
      key: 'period',
      title: 'Kỳ',
      width: 90,
      text: ({ period }) => (period === null ? '' : periodWords(period)),
      filter: true,
    },
    { key: 'faults', title: 'Lỗi theo trang tính và ô', text: faultWords },
    { key: 'at', title: 'Nhận lúc', width: 125, text: ({ at }) => moment(at), sort: ({ at }) => at },
    {
      key: 'do',
      title: 'Thao tác',
      width: 250,
      sort: false,
      text: () => '',
      render: (item) => (
        <span className="row nowrap-row">
          {item.kept ? (
            <>
              <Button size="small" onClick={() => onAgain(item)}>
                Xét lại
              </Button>
              <Button {...READING} size="small" onClick={() => onSave(item)}>
                Lưu bản gốc
              </Button>
            </>
          ) : null}
          <Button size="small" onClick={() => onDismiss(item)}>
            Bỏ qua
          </Button>
        </span>
      ),
    },
  ];
  return (
    <DataTable
      id="intake-open"
      label="Tệp đang giữ lại vì lỗi"
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
      virtual={rows.length > 60}
      height={300}
      empty={
        <EmptyPlace
          title="Không có tệp nào bị giữ lại"
          hint="Biểu gửi về có lỗi sẽ nằm ở đây cùng lý do theo từng ô, đến khi nhận được bản sửa."
        />
      }
    />
  );
}

function Batches({
  rows,
  onOpen,
}: {
  readonly rows: readonly BatchRow[];
  readonly onOpen: (batchId: string) => void;
}): ReactNode {
  const columns = useMemo<readonly Column<BatchRow>[]>(
    () => [
      { key: 'at', title: 'Lúc', width: 125, text: ({ at }) => moment(at), sort: ({ at }) => at },
      { key: 'by', title: 'Người nhận', width: 120, text: ({ by }) => by },
      {
        key: 'names',
        title: 'Đã thả vào',
        text: ({ names, total }) => `${names.join('; ')}${names.length < total ? ` (${total} tệp)` : ''}`,
        render: ({ names, total }) => (
          <>
            <div>{names[0] ?? ''}</div>
            {total > 1 ? <div className="muted">và {total - 1} tệp nữa</div> : null}
          </>
        ),
      },
      { key: 'state', title: 'Tình trạng', width: 125, text: batchState, filter: true },
      { key: 'counts', title: 'Kết quả', width: 210, text: batchWords },
      {
        key: 'do',
        title: 'Thao tác',
        width: 110,
        sort: false,
        text: () => '',
        render: ({ id }) => (
          <Button {...READING} size="small" onClick={() => onOpen(id)}>
            Xem các tệp
          </Button>
        ),
      },
    ],
    [onOpen],
  );
  return (
    <DataTable
      id="intake-batches"
      label="Các đợt nhận báo cáo"
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
      onOpen={({ id }) => onOpen(id)}
      virtual={rows.length > 60}
      height={300}
      empty={
        <EmptyPlace
          title="Chưa nhận đợt nào"
          hint="Thả các biểu gửi về (tệp, thư mục, tệp .zip) vào cửa sổ này để bắt đầu."
        />
      }
    />
  );
}

function Dismiss({
  item,
  onClose,
}: {
  readonly item: IntakeItemRow;
  readonly onClose: () => void;
}): ReactNode {
  useReturnFocus();
  const [reason, setReason] = useState('');
  const dismiss = useCommand('intake.dismiss', { done: `Đã bỏ qua “${item.name}”`, form: true });
  return (
    <Modal
      open
      title={<DialogTitle>{`Bỏ qua “${item.name}”`}</DialogTitle>}
      okText="Bỏ qua tệp này"
      cancelText="Thôi"
      confirmLoading={dismiss.pending}
      onCancel={onClose}
      onOk={() =>
        void dismiss.run({ itemId: item.id, reason }).then((value) => {
          if (value) onClose();
        })
      }
    >
      <p>Tệp ra khỏi khay mà không cần bản sửa; lý do được giữ trong nhật ký.</p>
      <label className="stack">
        <span>Lý do</span>
        <Input
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          {...(dismiss.fields['reason'] === undefined ? {} : { status: 'error' as const })}
        />
      </label>
      {dismiss.fields['reason'] === undefined ? null : (
        <p className="tone-bad" role="alert">
          {dismiss.fields['reason']}
        </p>
      )}
    </Modal>
  );
}
