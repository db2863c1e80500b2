import { Button, Dropdown, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { OWN_PLAN_STATE } from '../../../../shared/i18n/vi';
import type { OwnPlanUnitRow, PlanRequestRow } from '../../../../shared/rpc/contract/obligation';
import { callQuery } from '../../api/client';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { useIntake } from '../../app/intake-context';
import { patched } from '../../ui/address';
import { DataTable, type Column } from '../../ui/data-table';
import { date } from '../../ui/format';
import { Facts } from '../../ui/page';
import { useDelivery } from '../../ui/save-files';
import { Answer, EmptyPlace } from '../../ui/states';
import { StateTag, UNIT_TONE } from '../../ui/tags';
import type { ReportTabProps } from '../reports/report-tab';
import { ObligationPlace } from './obligation-place';
import { OwnPlanRequestDialog } from './own-plan-request-dialog';
import { ExtendPlanDialog, ReceivePlanDialog, ReturnPlanDialog } from './own-plan-unit-dialogs';
import '../reports/reports.css';

const keyOf = (row: Pick<PlanRequestRow, 'dossierId' | 'id'>) => `${row.dossierId}|${row.id}`;

/** Kế hoạch của đơn vị: who has sent the plan that was asked for. */
export default function OwnPlansTab({ tabs }: ReportTabProps): ReactNode {
  const [asking, setAsking] = useState(false);
  const intake = useIntake();
  return (
    <ObligationPlace
      tabs={tabs}
      actions={() => (
        <>
          <Button onClick={() => setAsking(true)}>Yêu cầu gửi kế hoạch</Button>
          <Button type="primary" onClick={() => intake.open({ kind: 'own-plans', files: [] })}>
            Nhận kế hoạch
          </Button>
        </>
      )}
    >
      {(dossierId) => (
        <>
          <Requests key={dossierId ?? ''} dossierId={dossierId} onAsk={() => setAsking(true)} />
          {asking ? (
            <OwnPlanRequestDialog dossierId={dossierId} standing={null} onClose={() => setAsking(false)} />
          ) : null}
        </>
      )}
    </ObligationPlace>
  );
}

function Requests({
  dossierId,
  onAsk,
}: {
  readonly dossierId: string | null;
  readonly onAsk: () => void;
}): ReactNode {
  const requests = useRpc('ownPlan.list', { dossierId });
  const [params, setParams] = useSearchParams();
  const choose = (row: PlanRequestRow) => {
    setParams(patched(params, { 'yeu-cau': row.id, 'don-vi': null }));
  };
  return (
    <Answer of={requests}>
      {(rows) => {
        const asked = params.get('yeu-cau');
        // The one that still waits for somebody and is due first.
        const current =
          rows.find(({ id }) => id === asked) ??
          rows.find(({ received, expected }) => received < expected) ??
          rows.at(-1);
        return current === undefined ? (
          <EmptyPlace
            title="Chưa yêu cầu đơn vị nào gửi kế hoạch."
            hint="Khi kế hoạch giao “các đơn vị xây dựng kế hoạch … trước ngày …”, bấm “Yêu cầu gửi kế hoạch”: chương trình nêu lại câu đó và đề xuất hạn. Kế hoạch các đơn vị gửi về được nhận cả loạt, theo tên tệp hoặc trang đầu."
            action={<Button onClick={onAsk}>Yêu cầu gửi kế hoạch</Button>}
          />
        ) : (
          <div className="stack">
            <Select
              aria-label="Kế hoạch phải gửi"
              style={{ width: '100%' }}
              value={keyOf(current)}
              options={rows.map((row) => ({
                value: keyOf(row),
                label: `${row.title} – hạn ${date(row.lastDay)} – đã nhận ${row.received}/${row.expected}`,
              }))}
              onChange={(key) => {
                const row = rows.find((each) => keyOf(each) === key);
                if (row) choose(row);
              }}
            />
            <RequestStatus key={keyOf(current)} request={current} />
          </div>
        );
      }}
    </Answer>
  );
}

type Step = 'receive' | 'return' | 'extend';

function RequestStatus({ request }: { readonly request: PlanRequestRow }): ReactNode {
  const { dossierId, id } = request;
  const status = useRpc('ownPlan.status', { dossierId, request: id });
  const [params] = useSearchParams();
  const [editing, setEditing] = useState(false);
  const [open, setOpen] = useState<{ readonly row: OwnPlanUnitRow; readonly step: Step } | null>(null);
  const remove = useCommand('ownPlan.remove', { done: 'Đã bỏ yêu cầu gửi kế hoạch.', offerUndo: true });
  const delivery = useDelivery();
  const menu = (row: OwnPlanUnitRow) => [
    ...(row.state === 'on-time' || row.state === 'late'
      ? [
          { key: 'receive', label: 'Sửa số, ngày, tệp' },
          { key: 'return', label: 'Trả lại' },
        ]
      : [{ key: 'extend', label: 'Gia hạn' }]),
    ...(row.plan?.file ? [{ key: 'file', label: 'Lấy tệp' }] : []),
  ];
  const choose = (row: OwnPlanUnitRow, key: string) => {
    const file = row.plan?.file;
    if (key === 'file' && file)
      delivery.make('file', () => callQuery('file.get', { dossierId, sha256: file }));
    else setOpen({ row, step: key as Step });
  };
  const columns: readonly Column<OwnPlanUnitRow>[] = [
    { key: 'name', title: 'Đơn vị', text: (row) => row.name },
    {
      key: 'state',
      title: 'Tình trạng',
      width: 150,
      filter: true,
      text: (row) => OWN_PLAN_STATE[row.state].word,
      render: (row) => <StateTag words={OWN_PLAN_STATE[row.state]} tone={UNIT_TONE[row.state]} />,
    },
    {
      key: 'flags',
      title: 'Ghi chú',
      width: 130,
      text: (row) =>
        [row.extended ? 'Được gia hạn' : '', row.plan?.returnedReason ?? ''].filter(Boolean).join('; '),
    },
    { key: 'last', title: 'Hạn', width: 105, text: (row) => date(row.lastDay), sort: (row) => row.lastDay },
    {
      key: 'mark',
      title: 'Số, ngày kế hoạch',
      width: 165,
      text: (row) => [row.plan?.numberText, date(row.plan?.date)].filter(Boolean).join(', '),
    },
    {
      key: 'received',
      title: 'Ngày nhận',
      width: 105,
      text: (row) => date(row.receivedAt),
      sort: (row) => row.receivedAt ?? '',
    },
    { key: 'file', title: 'Tệp', width: 120, text: (row) => row.fileName ?? '' },
    {
      key: 'do',
      title: 'Thao tác',
      width: 140,
      sort: false,
      text: () => '',
      render: (row) => (
        <span className="row">
          {row.state === 'on-time' || row.state === 'late' ? null : (
            <Button size="small" onClick={() => setOpen({ row, step: 'receive' })}>
              Nhận
            </Button>
          )}
          <Dropdown trigger={['click']} menu={{ items: menu(row), onClick: ({ key }) => choose(row, key) }}>
            <Button size="small" type="text" aria-label={`Việc khác với kế hoạch của ${row.name}`}>
              Khác…
            </Button>
          </Dropdown>
        </span>
      ),
    },
  ];
  const pointed = params.get('don-vi');
  return (
    <Answer of={status}>
      {(value) => (
        <>
          <div className="row">
            <Facts
              items={[
                { label: 'Phải gửi', value: value.expected, id: 'expected' },
                { label: 'Đã nhận', value: value.received, id: 'received' },
                { label: '● Đúng hạn', value: value.onTime },
                { label: '◐ Trễ hạn', value: value.late },
                { label: '○ Chưa gửi', value: value.missing },
                { label: '↩ Đã trả lại', value: value.returned },
                { label: '… Chưa đến hạn', value: value.notDue },
              ]}
            />
            <span className="grow" />
            <Button onClick={() => setEditing(true)}>Sửa yêu cầu</Button>
            {value.units.every(({ plan }) => plan === null) ? (
              <Button onClick={() => void remove.run({ dossierId, request: id })}>Bỏ yêu cầu</Button>
            ) : null}
          </div>
          <DataTable
            id="own-plans"
            label="Kế hoạch của các đơn vị"
            rows={value.units}
            columns={columns}
            rowKey={(row) => row.unit}
            rowClass={(row) => (row.unit === pointed ? 'pointed' : '')}
            onOpen={(row) => setOpen({ row, step: 'receive' })}
          />
          {open?.step === 'receive' ? (
            <ReceivePlanDialog request={request} row={open.row} onClose={() => setOpen(null)} />
          ) : null}
          {open?.step === 'return' ? (
            <ReturnPlanDialog request={request} row={open.row} onClose={() => setOpen(null)} />
          ) : null}
          {open?.step === 'extend' ? (
            <ExtendPlanDialog request={request} row={open.row} onClose={() => setOpen(null)} />
          ) : null}
          {editing ? (
            <OwnPlanRequestDialog dossierId={dossierId} standing={value} onClose={() => setEditing(false)} />
          ) : null}
        </>
      )}
    </Answer>
  );
}
