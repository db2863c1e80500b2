import { Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { UPWARD_KIND, UPWARD_STATE } from '../../../../shared/i18n/vi';
import type { UpwardRow } from '../../../../shared/rpc/contract/obligation';
import { callQuery } from '../../api/client';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { date } from '../../ui/format';
import { useDelivery } from '../../ui/save-files';
import { Answer, EmptyPlace } from '../../ui/states';
import { StateTag, type Tone } from '../../ui/tags';
import type { ReportTabProps } from '../reports/report-tab';
import { ObligationPlace, useNamedRow } from './obligation-place';
import { UpwardSaveDialog } from './upward-save-dialog';
import { UpwardFileDialog, UpwardReceiptDialog, UpwardSendDialog } from './upward-step-dialogs';

const TONE: Readonly<Record<UpwardRow['state'], Tone>> = {
  'not-due': 'quiet',
  unsent: 'bad',
  'on-time': 'good',
  late: 'warn',
  confirmed: 'good',
  filed: 'quiet',
};

type Step = 'edit' | 'send' | 'receipt' | 'file';

/** The one thing that a report waits for. */
function nextStep(row: UpwardRow): { readonly step: Step; readonly label: string } | null {
  if (row.sent === null) return { step: 'send', label: 'Ghi đã gửi' };
  if (row.filedOn !== null) return null;
  return row.receipt === null
    ? { step: 'receipt', label: 'Ghi xác nhận' }
    : { step: 'file', label: 'Lưu hồ sơ' };
}

/** Gửi cấp trên: what this office owes, by last day. */
export default function UpwardTab({ tabs }: ReportTabProps): ReactNode {
  const [adding, setAdding] = useState(false);
  return (
    <ObligationPlace
      tabs={tabs}
      actions={() => (
        <Button type="primary" onClick={() => setAdding(true)}>
          Thêm báo cáo phải gửi
        </Button>
      )}
    >
      {(dossierId) => (
        <>
          <UpwardList key={dossierId ?? ''} dossierId={dossierId} onAdd={() => setAdding(true)} />
          {adding ? (
            <UpwardSaveDialog dossierId={dossierId} standing={null} onClose={() => setAdding(false)} />
          ) : null}
        </>
      )}
    </ObligationPlace>
  );
}

function UpwardList({
  dossierId,
  onAdd,
}: {
  readonly dossierId: string | null;
  readonly onAdd: () => void;
}): ReactNode {
  const reports = useRpc('upward.list', { dossierId });
  const { named, close } = useNamedRow();
  const [open, setOpen] = useState<{ readonly row: UpwardRow; readonly step: Step } | null>(null);
  const remove = useCommand('upward.remove', { done: 'Đã bỏ khỏi danh sách phải gửi.', offerUndo: true });
  const delivery = useDelivery();
  // From Hôm nay: a sent report waits for its file, an unsent one for its sending.
  const asked = reports.data?.find(({ id }) => id === named);
  const shown =
    open ??
    (asked && asked.filedOn === null
      ? { row: asked, step: asked.sent === null ? ('send' as const) : ('file' as const) }
      : null);
  const shut = () => {
    setOpen(null);
    if (named !== null) close();
  };

  const menu = (row: UpwardRow) => [
    ...(row.sent === null ? [{ key: 'edit', label: 'Sửa' }] : []),
    ...(row.sent !== null && row.filedOn === null
      ? [
          { key: 'send', label: 'Sửa số, ngày gửi' },
          { key: 'receipt', label: row.receipt ? 'Sửa xác nhận' : 'Ghi xác nhận' },
          { key: 'file', label: 'Lưu hồ sơ' },
        ]
      : []),
    ...(row.sent?.file ? [{ key: 'open', label: 'Lấy bản đã gửi' }] : []),
    ...(row.sent === null ? [{ key: 'remove', label: 'Bỏ khỏi danh sách', danger: true }] : []),
  ];
  const choose = (row: UpwardRow, key: string) => {
    if (key === 'remove') void remove.run({ dossierId: row.dossierId, id: row.id });
    else if (key === 'open' && row.sent?.file) {
      const { file } = row.sent;
      delivery.make('open', () => callQuery('file.get', { dossierId: row.dossierId, sha256: file }));
    } else setOpen({ row, step: key as Step });
  };
  const columns: readonly Column<UpwardRow>[] = [
    {
      key: 'due',
      title: 'Hạn',
      width: 125,
      text: (row) => [date(row.lastDay), row.time].filter(Boolean).join(' '),
      sort: (row) => `${row.lastDay} ${row.time ?? '24'}`,
    },
    { key: 'kind', title: 'Loại', width: 95, filter: true, text: (row) => UPWARD_KIND[row.kind] },
    { key: 'title', title: 'Báo cáo', text: (row) => row.title },
    { key: 'to', title: 'Nơi nhận', width: 180, filter: true, text: (row) => row.to },
    {
      key: 'sent',
      title: 'Số, ngày gửi',
      width: 150,
      text: (row) =>
        row.sent === null ? '' : [row.sent.numberText, date(row.sent.on)].filter(Boolean).join(', '),
      sort: (row) => row.sent?.on ?? '',
    },
    {
      key: 'state',
      title: 'Tình trạng',
      width: 165,
      filter: true,
      text: (row) => UPWARD_STATE[row.state].word + (row.late && row.state !== 'late' ? ' (gửi trễ)' : ''),
      render: (row) => (
        <>
          <StateTag words={UPWARD_STATE[row.state]} tone={TONE[row.state]} />
          {row.late && row.state !== 'late' ? <div className="muted">gửi trễ hạn</div> : null}
        </>
      ),
    },
    { key: 'plan', title: 'Kế hoạch', width: 200, hidden: true, filter: true, text: (row) => row.plan },
    {
      key: 'do',
      title: 'Thao tác',
      width: 190,
      sort: false,
      text: () => '',
      render: (row) => {
        const next = nextStep(row);
        const more = menu(row).filter(({ key }) => key !== next?.step);
        return (
          <span className="row">
            {next ? (
              <Button size="small" onClick={() => setOpen({ row, step: next.step })}>
                {next.label}
              </Button>
            ) : null}
            {more.length > 0 ? (
              <Dropdown trigger={['click']} menu={{ items: more, onClick: ({ key }) => choose(row, key) }}>
                <Button size="small" type="text" aria-label={`Việc khác với ${row.title}`}>
                  Khác…
                </Button>
              </Dropdown>
            ) : null}
          </span>
        );
      },
    },
  ];

  return (
    <>
      <Answer of={reports}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyPlace
              title="Chưa ghi báo cáo nào phải gửi cấp trên."
              hint="Bấm “Thêm báo cáo phải gửi”: chương trình đề xuất theo các kỳ báo cáo của kế hoạch và câu ghi “sơ kết”, “tổng kết” trong kế hoạch. Hạn gửi hiện ở Hôm nay; sau khi gửi, ghi số, ngày và xác nhận rồi lưu hồ sơ."
              action={<Button onClick={onAdd}>Thêm báo cáo phải gửi</Button>}
            />
          ) : (
            <DataTable
              id="upward"
              label="Báo cáo gửi cấp trên"
              rows={rows}
              columns={columns}
              rowKey={(row) => `${row.dossierId}|${row.id}`}
              onOpen={(row) => {
                const next = nextStep(row);
                if (next) setOpen({ row, step: next.step });
              }}
            />
          )
        }
      </Answer>
      {shown?.step === 'edit' ? (
        <UpwardSaveDialog dossierId={shown.row.dossierId} standing={shown.row} onClose={shut} />
      ) : null}
      {shown?.step === 'send' ? <UpwardSendDialog row={shown.row} onClose={shut} /> : null}
      {shown?.step === 'receipt' ? <UpwardReceiptDialog row={shown.row} onClose={shut} /> : null}
      {shown?.step === 'file' ? <UpwardFileDialog row={shown.row} onClose={shut} /> : null}
    </>
  );
}
