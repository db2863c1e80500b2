import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { periodWords } from '../../../../shared/i18n/vi';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { moment } from '../../ui/format';
import { Panel } from '../../ui/page';
import { Answer, EmptyPlace } from '../../ui/states';
import { SupplementTables } from './supplement-tables';
import type { SummaryTabProps } from './summary-tab';
import { READING } from '../../ui/writing';

type Closing = OutputOf<'report.closings'>['closings'][number];

const COLUMNS: readonly Column<Closing>[] = [
  { key: 'version', title: 'Lần', width: 72, number: true, text: ({ version }) => String(version) },
  {
    key: 'kind',
    title: 'Loại',
    width: 120,
    text: ({ supplement }) => (supplement ? 'Bổ sung' : 'Chốt lần đầu'),
  },
  { key: 'at', title: 'Lúc', width: 150, text: ({ closedAt }) => moment(closedAt) },
  { key: 'reason', title: 'Lý do', text: ({ reason }) => reason },
  {
    key: 'received',
    title: 'Đã nhận',
    width: 90,
    number: true,
    text: ({ received, expected }) => `${received}/${expected}`,
  },
  {
    key: 'intact',
    title: 'Mã kiểm tra',
    width: 250,
    text: ({ intact, checksum }) =>
      `${intact ? '● Đúng như lúc chốt' : '✕ Không còn đúng'} ${checksum.slice(0, 8)}`,
    render: ({ intact, checksum }) => (
      <span className={intact ? 'tone-good' : 'tone-bad'} title={checksum}>
        {intact ? '● Đúng như lúc chốt' : '✕ Không còn đúng như lúc chốt'}{' '}
        <span className="muted">{checksum.slice(0, 8)}</span>
      </span>
    ),
  },
];

/** Các lần chốt: every frozen version with its checksum, and what came between two of them or since the last. */
export function ClosingsTab({ dossierId, period, office }: SummaryTabProps): ReactNode {
  const closings = useRpc('report.closings', { dossierId, period });
  const [pair, setPair] = useState<{ readonly from: number; readonly to: number | null } | null>(null);
  return (
    <Answer of={closings} loading="Đang kiểm tra các lần chốt…">
      {({ closings: versions, unitsChangedSince }) => {
        const last = versions.at(-1);
        if (!last)
          return (
            <EmptyPlace
              title={`Chưa chốt ${periodWords(period)}.`}
              hint="Bấm “Chốt kỳ” để giữ nguyên một bản số liệu có mã kiểm tra; số liệu nhận sau đó thành bản bổ sung."
            />
          );
        const { from, to } = pair ?? {
          from: unitsChangedSince === null && versions.length > 1 ? last.version - 1 : last.version,
          to: unitsChangedSince === null && versions.length > 1 ? last.version : null,
        };
        const words = (version: number | null): string =>
          version === null ? 'Số liệu hiện tại' : `Lần chốt ${version}`;
        return (
          <>
            {unitsChangedSince === null ? (
              <p className="tone-good" role="status">
                ● Không có số liệu mới sau lần chốt {last.version}.
              </p>
            ) : (
              <p className="tone-warn" role="status" data-testid="changed-since">
                ◔ Có số liệu mới sau lần chốt {last.version}
                {unitsChangedSince > 0 ? `: ${unitsChangedSince} đơn vị thay đổi` : ''}. Xem bảng dưới; bấm
                “Chốt bổ sung” khi đã rà soát.
              </p>
            )}
            <Panel
              title="Các lần chốt"
              actions={
                <Button {...READING} loading={closings.isFetching} onClick={() => void closings.refetch()}>
                  Kiểm tra lại mã
                </Button>
              }
            >
              <DataTable
                id="closings"
                label="Các lần chốt"
                rows={versions}
                columns={COLUMNS}
                rowKey={({ version }) => String(version)}
                search={false}
              />
            </Panel>
            <Panel
              title="Bảng điều chỉnh, bổ sung"
              actions={
                <>
                  <Select
                    aria-label="Đã báo cáo ở"
                    style={{ width: 150 }}
                    value={from}
                    options={versions.map(({ version }) => ({ value: version, label: words(version) }))}
                    onChange={(value) => setPair({ from: value, to })}
                  />
                  <span>→</span>
                  <Select
                    aria-label="Điều chỉnh ở"
                    style={{ width: 170 }}
                    value={to ?? 0}
                    options={[
                      { value: 0, label: words(null) },
                      ...versions.map(({ version }) => ({ value: version, label: words(version) })),
                    ]}
                    onChange={(value) => setPair({ from, to: value === 0 ? null : value })}
                  />
                </>
              }
            >
              <SupplementTables dossierId={dossierId} period={period} office={office} from={from} to={to} />
            </Panel>
          </>
        );
      }}
    </Answer>
  );
}
