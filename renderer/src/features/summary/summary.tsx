import { Button, Dropdown, Input, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { periodWords, unreportedWords } from '../../../../shared/i18n/vi';
import { callQuery } from '../../api/client';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { moment, today } from '../../ui/format';
import { byLastDay, currentPeriod } from '../reports/current-period';
import { Page } from '../../ui/page';
import { PlaceTabs } from '../../ui/place-tabs';
import { useDelivery } from '../../ui/save-files';
import { Answer, EmptyPlace } from '../../ui/states';
import { SUMMARY_TABS } from './tabs';
import './summary.css';

type Format = 'xlsx+pdf' | 'xlsx' | 'pdf' | 'docx';

const FORMATS: readonly { readonly key: Format; readonly label: string }[] = [
  { key: 'xlsx+pdf', label: 'Cả Excel và PDF' },
  { key: 'xlsx', label: 'Excel (bảng số liệu)' },
  { key: 'pdf', label: 'PDF (báo cáo kèm phụ lục)' },
  { key: 'docx', label: 'Word (để sửa tiếp)' },
];

/** A period added up: totals, both coverages, targets, who is missing, versions; every total can be opened. */
export default function Summary({ office }: { readonly office: OfficeView }): ReactNode {
  const [params, setParams] = useSearchParams();
  const plans = useRpc('plan.list', { query: '', archived: false });
  const reporting = (plans.data ?? []).filter((plan) => plan.reports !== null);
  const dossierId = params.get('ho-so') ?? reporting[0]?.dossierId ?? null;
  return (
    <Answer of={plans}>
      {(rows) =>
        dossierId === null ? (
          <Page title="Tổng hợp">
            <EmptyPlace
              title="Chưa có kỳ báo cáo nào để tổng hợp."
              hint="Mở một kế hoạch, phần Báo cáo, bấm “Yêu cầu báo cáo”; khi có báo cáo, tổng hợp hiện ở đây."
            />
          </Page>
        ) : (
          <SummaryOf
            key={dossierId}
            dossierId={dossierId}
            office={office}
            plans={rows.map((plan) => ({
              value: plan.dossierId,
              label: [plan.numberText, plan.title].filter(Boolean).join(' – '),
            }))}
            asked={params.get('ky')}
            onChoose={(next) => setParams(next)}
          />
        )
      }
    </Answer>
  );
}

interface SummaryOfProps {
  readonly dossierId: string;
  readonly office: OfficeView;
  readonly plans: { value: string; label: string }[];
  readonly asked: string | null;
  readonly onChoose: (params: Record<string, string>) => void;
}

function SummaryOf({ dossierId, office, plans, asked, onChoose }: SummaryOfProps): ReactNode {
  const dossier = useRpc('plan.get', { dossierId });
  const owed = byLastDay(dossier.data?.periods ?? []);
  const options = owed.flatMap(({ id }) => [id, ...quarterOf(id)]);
  const periods = [...new Set(options)];
  const period = asked ?? currentPeriod(owed, today())?.id ?? null;
  const chooser = (
    <>
      <Select
        aria-label="Kế hoạch"
        style={{ width: 300 }}
        value={dossierId}
        options={plans}
        onChange={(value) => onChoose({ 'ho-so': value })}
      />
      <Select
        aria-label="Kỳ"
        style={{ width: 170 }}
        value={period}
        options={periods.map((value) => ({ value, label: periodWords(value) }))}
        onChange={(value) => onChoose({ 'ho-so': dossierId, ky: value })}
      />
    </>
  );
  return (
    <Answer of={dossier}>
      {(value) =>
        period === null ? (
          <Page title="Tổng hợp" actions={chooser}>
            <EmptyPlace
              title="Kế hoạch này chưa yêu cầu kỳ báo cáo nào."
              hint="Chọn kế hoạch khác, hoặc yêu cầu báo cáo trong hồ sơ."
            />
          </Page>
        ) : (
          <Period
            key={period}
            dossierId={dossierId}
            period={period}
            office={office}
            chooser={chooser}
            versions={value.consolidations
              .filter((each) => each.period === period)
              .sort((left, right) => right.version - left.version)}
          />
        )
      }
    </Answer>
  );
}

/** Months of one schedule also add up to their quarter. */
function quarterOf(period: string): string[] {
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  return month ? [`${month[1] ?? ''}-Q${Math.ceil(Number(month[2]) / 3)}`] : [];
}

interface PeriodProps {
  readonly dossierId: string;
  readonly period: string;
  readonly office: OfficeView;
  readonly chooser: ReactNode;
  readonly versions: readonly {
    version: number;
    supplement: boolean;
    closedAt: string;
    closedBy: string;
    reason: string;
  }[];
}

function Period({ dossierId, period, office, chooser, versions }: PeriodProps): ReactNode {
  const [version, setVersion] = useState<number | null>(null);
  const current = useRpc('report.totals', { dossierId, period, cumulative: false, version }, { keep: true });
  const cumulative = useRpc(
    'report.totals',
    { dossierId, period, cumulative: true, version },
    { keep: true },
  );
  const delivery = useDelivery();
  const navigate = useNavigate();
  const { tab } = useParams();
  const { search } = useLocation();
  const part = SUMMARY_TABS.find((each) => each.key === tab) ?? SUMMARY_TABS[0];
  const Part = part.component;
  const exportAs = (format: Format) =>
    delivery.make(format, () => callQuery('export.summary', { dossierId, period, format, version }));

  return (
    <Page
      title={`Tổng hợp ${periodWords(period)}`}
      note={
        versions.length === 0 ? (
          '○ Chưa chốt kỳ này'
        ) : (
          <span className="row">
            <Select
              aria-label="Phiên bản"
              size="small"
              style={{ minWidth: 260 }}
              value={version ?? 0}
              options={[
                { value: 0, label: 'Số liệu hiện tại' },
                ...versions.map((each) => ({
                  value: each.version,
                  label: `Lần chốt ${each.version}${each.supplement ? ' (bổ sung)' : ''} – ${moment(each.closedAt)}`,
                })),
              ]}
              onChange={(value) => setVersion(value === 0 ? null : value)}
            />
            <span>● Đã chốt {versions.length} lần</span>
          </span>
        )
      }
      tabs={
        <PlaceTabs
          label="Các phần của Tổng hợp"
          tabs={SUMMARY_TABS}
          current={part.key}
          onChoose={(key) => void navigate(`/tong-hop/${key}${search}`)}
        />
      }
      actions={
        <>
          {chooser}
          <Dropdown
            trigger={['click']}
            menu={{
              items: [...FORMATS],
              onClick: ({ key }) => exportAs(FORMATS.find((format) => format.key === key)?.key ?? 'xlsx'),
            }}
          >
            <Button loading={delivery.busy !== null}>Xuất</Button>
          </Dropdown>
          <ClosePeriod dossierId={dossierId} period={period} last={versions[0]?.version ?? 0} />
        </>
      }
    >
      <Answer of={current} loading="Đang cộng số liệu…">
        {(totals) => (
          <Part
            totals={totals}
            cumulative={cumulative.data ?? null}
            dossierId={dossierId}
            period={period}
            office={office}
            version={version}
          />
        )}
      </Answer>
    </Page>
  );
}

/** Chốt kỳ: the first freezes; later ones are marked "bổ sung" and need a reason. */
function ClosePeriod(props: {
  readonly dossierId: string;
  readonly period: string;
  /** The newest closing; 0 before the first. */
  readonly last: number;
}): ReactNode {
  const { dossierId, period, last } = props;
  const again = last > 0;
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const status = useRpc('report.status', { dossierId, period });
  const unreported = status.data ? unreportedWords(status.data) : null;
  const close = useCommand('report.close', {
    done: (value) => {
      if (value.version === last) return `Không có số liệu mới; giữ nguyên lần chốt ${last}.`;
      return value.supplement ? `Đã chốt bổ sung lần ${value.version}.` : `Đã chốt ${periodWords(period)}.`;
    },
    note: () => (unreported === null ? null : `${unreported}.`),
    changed: (value) => value.version !== last,
    offerUndo: true,
  });
  const submit = async () => {
    if (await close.run({ dossierId, period, reason })) setAsking(false);
  };
  return (
    <>
      {unreported === null ? null : (
        <span className="tone-warn" data-testid="unreported">
          ○ {unreported}
        </span>
      )}
      <Button
        type="primary"
        loading={close.pending}
        onClick={() => (again ? setAsking(true) : void submit())}
      >
        {again ? 'Chốt bổ sung' : 'Chốt kỳ'}
      </Button>
      <Modal
        open={asking}
        title={`Chốt bổ sung ${periodWords(period)}`}
        okText="Chốt bổ sung"
        cancelText="Thôi"
        confirmLoading={close.pending}
        okButtonProps={{ disabled: reason.trim() === '' }}
        onCancel={() => setAsking(false)}
        onOk={() => void submit()}
      >
        <p className="muted">Các lần chốt trước được giữ nguyên.</p>
        <label htmlFor="close-reason">Lý do bổ sung</label>
        <Input
          id="close-reason"
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Modal>
    </>
  );
}
