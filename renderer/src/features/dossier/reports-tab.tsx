import { Button, Dropdown, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { UNIT_STATE, periodWords } from '../../../../shared/i18n/vi';
import type { UnitStatus } from '../../../../shared/domain/report/model';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { callCommand } from '../../api/client';
import { useRpc } from '../../api/queries';
import { useIntake } from '../../app/intake-context';
import { DataTable, type Column } from '../../ui/data-table';
import { date, due, moment, today } from '../../ui/format';
import { Facts, Panel } from '../../ui/page';
import { useDelivery } from '../../ui/save-files';
import { Answer, EmptyPlace } from '../../ui/states';
import { UnitStateTag } from '../../ui/tags';
import { cycleOf, lastOfNextYear, periodsOfCycle } from '../../../../shared/domain/report/cycles';
import { useCommand } from '../../api/commands';
import { AskReports } from '../reports/ask-reports';
import { byLastDay, currentPeriod } from '../reports/current-period';
import { Chase } from '../reports/chase';
import { ExtendDialog } from '../reports/extend-dialog';
import { DossierObligations } from '../obligations/dossier-links';
import { ReportDrawer } from '../reports/report-drawer';
import { offWhen, READING, useShut } from '../../ui/writing';

interface ReportsTabProps {
  readonly dossier: DossierView;
  readonly office: OfficeView;
}

/** The first period of the same kind, from a period on, that is not asked yet; null for an ad hoc one. */
function periodAfter(start: string, asked: readonly string[]): string | null {
  const series = periodsOfCycle(cycleOf(start), start, lastOfNextYear(start)) ?? [];
  return series.find((id) => !asked.includes(id)) ?? null;
}

/** The periods of one plan: ask, make forms, take in, chase. */
export function ReportsTab({ dossier, office }: ReportsTabProps): ReactNode {
  const { dossierId, periods, plan } = dossier;
  const [params, setParams] = useSearchParams();
  const [asking, setAsking] = useState<{ readonly start?: string } | null>(null);
  const remove = useCommand('report.removePeriod', { done: 'Đã bỏ kỳ báo cáo. Ctrl+Z để lấy lại.' });
  const intake = useIntake();
  const ordered = byLastDay(periods);
  const period = ordered.find((each) => each.id === params.get('ky')) ?? currentPeriod(periods, today());
  const closed = useShut(plan);
  const next = period
    ? periodAfter(
        period.id,
        periods.map(({ id }) => id),
      )
    : null;
  const ask = (
    <>
      {plan.status === 'review' ? (
        <span className="tone-warn">? Lưu kế hoạch ở phần Rà soát rồi mới yêu cầu báo cáo.</span>
      ) : null}
      <Button
        type={period ? 'default' : 'primary'}
        {...offWhen(closed || plan.status === 'review')}
        onClick={() => setAsking({})}
      >
        Yêu cầu báo cáo
      </Button>
    </>
  );

  return (
    <div className="stack">
      <DossierObligations dossierId={dossierId} />
      {period ? (
        <>
          <Panel
            title={
              <Select
                {...READING}
                aria-label="Kỳ báo cáo"
                value={period.id}
                style={{ width: 210 }}
                options={ordered.map(({ id }) => ({ value: id, label: periodWords(id) }))}
                onChange={(id) => setParams({ ky: id })}
              />
            }
            actions={
              <>
                {ask}
                <Dropdown
                  trigger={['click']}
                  {...offWhen(closed)}
                  menu={{
                    items: [
                      { key: 'sua', label: 'Sửa yêu cầu kỳ này' },
                      ...(next === null
                        ? []
                        : [{ key: 'keo-dai', label: `Kéo dài lịch từ ${periodWords(next)}` }]),
                      { key: 'bo', label: 'Bỏ yêu cầu kỳ này' },
                    ],
                    onClick: ({ key }) => {
                      if (key === 'bo') void remove.run({ dossierId, period: period.id });
                      else setAsking({ start: key === 'sua' || next === null ? period.id : next });
                    },
                  }}
                >
                  <Button>Sửa…</Button>
                </Dropdown>
                <PeriodActions dossierId={dossierId} period={period.id} />
                <Button
                  type="primary"
                  {...offWhen(closed)}
                  onClick={() => intake.open({ kind: 'reports', files: [] })}
                >
                  Tiếp nhận báo cáo
                </Button>
              </>
            }
          >
            <Facts
              items={[
                { label: 'Số liệu', value: `${date(period.from)} – ${date(period.to)}` },
                {
                  label: 'Hạn cuối',
                  value: due(period),
                },
                ...(period.dueToCity === null
                  ? []
                  : [{ label: 'Gửi cấp trên', value: date(period.dueToCity) }]),
                { label: 'Chỉ tiêu', value: period.indicators.length },
                ...(period.via === '' ? [] : [{ label: 'Gửi qua', value: period.via }]),
              ]}
            />
          </Panel>
          <PeriodStatusTable
            key={period.id}
            dossierId={dossierId}
            period={period.id}
            office={office}
            closed={closed}
          />
        </>
      ) : (
        <EmptyPlace
          title="Chưa yêu cầu kỳ báo cáo nào."
          hint={
            plan.status === 'review'
              ? 'Lưu kế hoạch ở phần Rà soát trước.'
              : 'Chọn kỳ, hạn cuối, chỉ tiêu và đơn vị; chương trình tạo cho mỗi đơn vị một biểu Excel.'
          }
          action={ask}
        />
      )}
      {asking ? (
        <AskReports
          dossier={dossier}
          office={office}
          {...asking}
          onClose={() => setAsking(null)}
          onAsked={(id) => {
            setAsking(null);
            setParams({ ky: id });
          }}
        />
      ) : null}
    </div>
  );
}

function PeriodActions({
  dossierId,
  period,
}: {
  readonly dossierId: string;
  readonly period: string;
}): ReactNode {
  const [chasing, setChasing] = useState(false);
  const navigate = useNavigate();
  const delivery = useDelivery();
  return (
    <>
      <Button
        {...READING}
        loading={delivery.busy === 'forms'}
        onClick={() => delivery.make('forms', () => callCommand('report.forms', { dossierId, period }))}
      >
        Tạo biểu mẫu
      </Button>
      <Button {...READING} onClick={() => setChasing(true)}>
        Đôn đốc
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'tong-hop', label: 'Xem tổng hợp kỳ này' },
            { key: 'bao-cao', label: 'Xem bảng đơn vị × kỳ' },
          ],
          onClick: ({ key }) =>
            void navigate(
              key === 'tong-hop'
                ? `/tong-hop?ho-so=${dossierId}&ky=${period}`
                : `/bao-cao?ho-so=${dossierId}`,
            ),
        }}
      >
        <Button {...READING}>Xem…</Button>
      </Dropdown>
      {chasing ? (
        <Chase places={[{ dossierId, period, units: null }]} onClose={() => setChasing(false)} />
      ) : null}
    </>
  );
}

interface PeriodStatusTableProps {
  readonly dossierId: string;
  readonly period: string;
  readonly office: OfficeView;
  readonly closed: boolean;
}

function PeriodStatusTable({ dossierId, period, office, closed }: PeriodStatusTableProps): ReactNode {
  const status = useRpc('report.status', { dossierId, period });
  const [open, setOpen] = useState<UnitStatus | null>(null);
  const [extending, setExtending] = useState<UnitStatus | null>(null);
  const columns: readonly Column<UnitStatus>[] = [
    { key: 'name', title: 'Đơn vị', text: (row) => row.name },
    {
      key: 'state',
      title: 'Tình trạng',
      width: 150,
      filter: true,
      text: (row) => UNIT_STATE[row.state].word,
      render: (row) => <UnitStateTag state={row.state} />,
    },
    {
      key: 'flags',
      title: 'Ghi chú',
      width: 170,
      filter: true,
      text: (row) =>
        [
          row.nil ? `Không phát sinh${row.nilSaid === undefined ? '' : `: ${row.nilSaid}`}` : '',
          row.extended ? 'Được gia hạn' : '',
        ]
          .filter(Boolean)
          .join(', '),
    },
    { key: 'last', title: 'Hạn', width: 110, text: due, sort: (row) => row.lastDay },
    {
      key: 'received',
      title: 'Nhận',
      width: 150,
      text: (row) => date(row.receivedAt),
      sort: (row) => row.receivedAt ?? '',
    },
    {
      key: 'entered',
      title: 'Vào máy',
      width: 150,
      hidden: true,
      text: (row) => moment(row.enteredAt),
      sort: (row) => row.enteredAt ?? '',
    },
    {
      key: 'do',
      title: 'Thao tác',
      width: 190,
      sort: false,
      text: () => '',
      render: (row) => (
        <span className="row">
          <Button size="small" onClick={() => setOpen(row)}>
            {row.state === 'missing' || row.state === 'not-due' ? 'Nhập số liệu' : 'Xem báo cáo'}
          </Button>
          {row.receivedAt === null && !closed ? (
            <Button size="small" type="text" onClick={() => setExtending(row)}>
              Gia hạn
            </Button>
          ) : null}
        </span>
      ),
    },
  ];
  return (
    <Answer of={status}>
      {(value) => (
        <>
          <Facts
            items={[
              { label: 'Phải báo cáo', value: value.expected, id: 'expected' },
              { label: 'Đã nhận', value: value.received, id: 'received' },
              { label: '● Đúng hạn', value: value.onTime, id: 'on-time' },
              { label: '◐ Trễ hạn', value: value.late, id: 'late' },
              { label: '○ Chưa báo cáo', value: value.missing, id: 'missing' },
              { label: '↩ Đã trả lại', value: value.returned },
              { label: '… Chưa đến hạn', value: value.notDue },
            ]}
          />
          <DataTable
            id="period-status"
            label="Tình trạng báo cáo của các đơn vị"
            rows={value.units}
            columns={columns}
            rowKey={(row) => row.unit}
            onOpen={setOpen}
          />
          {open ? (
            <ReportDrawer
              dossierId={dossierId}
              period={period}
              unit={open.unit}
              unitName={open.name}
              office={office}
              onClose={() => setOpen(null)}
            />
          ) : null}
          {extending ? (
            <ExtendDialog
              dossierId={dossierId}
              period={period}
              unit={extending.unit}
              unitName={extending.name}
              lastDay={extending.lastDay}
              time={extending.time ?? null}
              onClose={() => setExtending(null)}
            />
          ) : null}
        </>
      )}
    </Answer>
  );
}
