import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { TransferRow } from '../../../../shared/rpc/contract/register';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { DateField } from '../../ui/date-field';
import { date } from '../../ui/format';
import { Answer, EmptyPlace } from '../../ui/states';
import { READING } from '../../ui/writing';

const COLUMNS: readonly Column<TransferRow>[] = [
  { key: 'date', title: 'Ngày chuyển', width: 115, text: (row) => date(row.date), sort: (row) => row.date },
  { key: 'number', title: 'Số, ký hiệu', width: 130, text: (row) => row.numberText },
  { key: 'subject', title: 'Tên loại và trích yếu', text: (row) => row.subject },
  { key: 'receiver', title: 'Đơn vị hoặc người nhận', width: 250, text: (row) => row.receiver },
  { key: 'receipt', title: 'Ký nhận', width: 155, text: (row) => row.receipt },
  {
    key: 'direction',
    title: 'Văn bản',
    width: 100,
    filter: true,
    text: (row) => (row.direction === 'out' ? 'Đi' : 'Đến'),
  },
  { key: 'note', title: 'Ghi chú', width: 230, text: (row) => row.note },
];

interface TransfersTabProps {
  readonly from: string;
  readonly to: string;
  readonly onDays: (from: string, to: string) => void;
}

/** Sổ chuyển giao: made from what was sent and passed on; nothing is typed here. */
export function TransfersTab({ from, to, onDays }: TransfersTabProps): ReactNode {
  const navigate = useNavigate();
  const [days, setDays] = useState({ from, to });
  const wrong = days.from > days.to;
  const rows = useRpc('register.transfers', days, { keep: true, enabled: !wrong });
  const set = (patch: Partial<typeof days>) => {
    const next = { ...days, ...patch };
    setDays(next);
    onDays(next.from, next.to);
  };
  return (
    <Answer of={rows}>
      {(value) => (
        <DataTable
          id="transfers"
          label="Sổ chuyển giao văn bản"
          rows={wrong ? [] : value}
          columns={COLUMNS}
          rowKey={(row) => row.id}
          virtual
          height={Math.max(240, window.innerHeight - 270)}
          onOpen={(row) =>
            void navigate(
              row.dossierId === null
                ? `/van-ban-den?dong=${row.incomingId ?? ''}`
                : `/ke-hoach/${row.dossierId}/noi-nhan`,
            )
          }
          empty={
            <EmptyPlace
              title="Chưa có lượt chuyển giao nào trong những ngày này."
              hint="Sổ này tự có khi gửi văn bản (hồ sơ → Nơi nhận và phát hành) và khi ghi việc chuyển văn bản đến."
            />
          }
          tools={
            <>
              <span>Từ ngày</span>
              <DateField
                {...READING}
                label="Từ ngày"
                value={days.from}
                onChange={(value) => value !== null && set({ from: value })}
              />
              <span>đến ngày</span>
              <DateField
                {...READING}
                label="Đến ngày"
                value={days.to}
                onChange={(value) => value !== null && set({ to: value })}
              />
              {wrong ? <span className="field-error">Từ ngày sau đến ngày.</span> : null}
            </>
          }
        />
      )}
    </Answer>
  );
}
