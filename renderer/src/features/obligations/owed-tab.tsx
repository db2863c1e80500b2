import { Button } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { ObligationRow } from '../../../../shared/rpc/contract/obligation';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { date } from '../../ui/format';
import { Facts } from '../../ui/page';
import { Answer, EmptyPlace } from '../../ui/states';
import { StateTag, type Tone } from '../../ui/tags';
import type { ReportTabProps } from '../reports/report-tab';
import { ObligationPlace } from './obligation-place';
import { READING } from '../../ui/writing';

const KIND: Readonly<Record<ObligationRow['kind'], string>> = {
  report: 'Báo cáo của đơn vị',
  'own-plan': 'Kế hoạch của đơn vị',
  upward: 'Gửi cấp trên',
};

function stateOf(row: ObligationRow): { readonly sign: string; readonly word: string; readonly tone: Tone } {
  if (row.state === 'overdue') return { sign: '○', word: 'Quá hạn', tone: 'bad' };
  if (row.state === 'not-due') return { sign: '…', word: 'Chưa đến hạn', tone: 'quiet' };
  if (row.direction === 'in') return { sign: '●', word: 'Đã đủ', tone: 'good' };
  if (row.filedOn !== null) return { sign: '■', word: 'Đã lưu', tone: 'quiet' };
  if (row.confirmedOn !== null) return { sign: '✓', word: 'Đã có xác nhận', tone: 'good' };
  return row.late
    ? { sign: '◐', word: 'Đã gửi trễ hạn', tone: 'warn' }
    : { sign: '●', word: 'Đã gửi', tone: 'good' };
}

export function addressOfDuty(row: Pick<ObligationRow, 'kind' | 'dossierId' | 'id'>): string {
  if (row.kind === 'report') return `/ke-hoach/${row.dossierId}/bao-cao?ky=${row.id}`;
  if (row.kind === 'own-plan') return `/bao-cao/ke-hoach-don-vi?ho-so=${row.dossierId}&yeu-cau=${row.id}`;
  return `/bao-cao/gui-cap-tren?ho-so=${row.dossierId}&muc=${row.id}`;
}

const sentOf = (row: ObligationRow): string =>
  row.direction === 'in'
    ? `${row.received}/${row.expected}`
    : row.sentOn === null
      ? ''
      : [row.numberText, date(row.sentOn)].filter(Boolean).join(', ');

const columnsWith = (numbers: ReadonlyMap<string, string | null>): readonly Column<ObligationRow>[] => [
  {
    key: 'due',
    title: 'Hạn',
    width: 130,
    text: (row) => [date(row.lastDay), row.time].filter(Boolean).join(' '),
    sort: (row) => `${row.lastDay} ${row.time ?? '24'}`,
  },
  { key: 'kind', title: 'Loại', width: 170, filter: true, text: (row) => KIND[row.kind] },
  {
    key: 'title',
    title: 'Phải báo cáo, phải gửi',
    text: (row) => [row.title, numbers.get(row.dossierId)].filter(Boolean).join(' – '),
    render: (row) => (
      <span title={row.plan}>
        {row.title}
        <span className="muted"> – {numbers.get(row.dossierId) ?? row.plan}</span>
      </span>
    ),
  },
  { key: 'party', title: 'Nơi gửi, nơi nhận', width: 190, text: (row) => row.party },
  { key: 'sent', title: 'Đã nhận, đã gửi', width: 165, text: sentOf },
  {
    key: 'state',
    title: 'Tình trạng',
    width: 150,
    filter: true,
    text: (row) => stateOf(row).word,
    render: (row) => <StateTag words={stateOf(row)} tone={stateOf(row).tone} />,
  },
  { key: 'plan', title: 'Kế hoạch', width: 220, hidden: true, filter: true, text: (row) => row.plan },
];

/** Phải báo cáo: what units owe this office and what this office owes upward, in one list. */
export default function OwedTab({ tabs }: ReportTabProps): ReactNode {
  const navigate = useNavigate();
  return (
    <ObligationPlace
      tabs={tabs}
      actions={(dossierId) => (
        <Button
          {...READING}
          type="primary"
          onClick={() =>
            void navigate(`/bao-cao/gui-cap-tren${dossierId === null ? '' : `?ho-so=${dossierId}`}`)
          }
        >
          Xem báo cáo gửi cấp trên
        </Button>
      )}
    >
      {(dossierId) => <OwedList dossierId={dossierId} />}
    </ObligationPlace>
  );
}

function OwedList({ dossierId }: { readonly dossierId: string | null }): ReactNode {
  const duties = useRpc('obligation.list', { dossierId });
  const plans = useRpc('plan.list', { query: '', archived: false });
  const columns = useMemo(
    () => columnsWith(new Map((plans.data ?? []).map((plan) => [plan.dossierId, plan.numberText]))),
    [plans.data],
  );
  const navigate = useNavigate();
  return (
    <Answer of={duties}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyPlace
            title="Chưa có gì phải báo cáo."
            hint="Khi yêu cầu các đơn vị báo cáo hoặc gửi kế hoạch, và khi ghi báo cáo phải gửi cấp trên, mọi việc phải nộp cùng hạn của nó hiện ở đây."
          />
        ) : (
          <>
            <Facts
              items={[
                { label: 'Phải báo cáo', value: rows.length },
                { label: '○ Quá hạn', value: rows.filter(({ state }) => state === 'overdue').length },
                { label: '… Chưa đến hạn', value: rows.filter(({ state }) => state === 'not-due').length },
                { label: '● Đã xong', value: rows.filter(({ state }) => state === 'done').length },
              ]}
            />
            <DataTable
              id="obligations"
              label="Phải báo cáo"
              rows={rows}
              columns={columns}
              rowKey={(row) => `${row.dossierId}|${row.kind}|${row.id}`}
              onOpen={(row) => void navigate(addressOfDuty(row))}
            />
          </>
        )
      }
    </Answer>
  );
}
