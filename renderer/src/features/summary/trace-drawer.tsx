import { Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Indicator } from '../../../../shared/domain/office/model';
import { periodWords } from '../../../../shared/i18n/vi';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { callQuery } from '../../api/client';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { Facts } from '../../ui/page';
import { useReturnFocus } from '../../ui/return-focus';
import { useDelivery } from '../../ui/save-files';
import { Answer } from '../../ui/states';
import { ReportDrawer } from '../reports/report-drawer';
import { totalText } from './indicator-table';

type Part = OutputOf<'report.trace'>[number];

interface TraceDrawerProps {
  readonly dossierId: string;
  readonly period: string;
  readonly code: string;
  readonly indicator: Indicator | null;
  readonly total: number | null;
  readonly onClose: () => void;
}

/** What a total is made of: unit → report → file, sheet, cell; the kept original can be opened. */
export function TraceDrawer({
  dossierId,
  period,
  code,
  indicator,
  total,
  onClose,
}: TraceDrawerProps): ReactNode {
  useReturnFocus();
  const trace = useRpc('report.trace', { dossierId, period, indicator: code });
  const office = useRpc('office.get', {});
  const delivery = useDelivery();
  const [open, setOpen] = useState<Part | null>(null);
  const columns: readonly Column<Part>[] = [
    { key: 'name', title: 'Đơn vị', text: (part) => part.name },
    { key: 'period', title: 'Kỳ', width: 120, filter: true, text: (part) => periodWords(part.period) },
    {
      key: 'value',
      title: 'Giá trị',
      width: 110,
      number: true,
      text: (part) => totalText(indicator ?? undefined, part.value),
      sort: (part) => part.value ?? -1,
      render: (part) => (
        <>
          {totalText(indicator ?? undefined, part.value)}
          {part.carried ? <sup title="Giữ giá trị của kỳ trước">↻</sup> : null}
        </>
      ),
    },
    {
      key: 'source',
      title: 'Lấy từ',
      width: 300,
      text: (part) =>
        part.file
          ? `${part.file.name}, ${part.file.sheet}!${part.file.cell ?? ''}`
          : part.value === null
            ? 'chưa có'
            : 'nhập tay',
      render: (part) => {
        const { file } = part;
        if (!file)
          return <span className="muted">{part.value === null ? 'Chưa có số liệu' : 'Nhập tay'}</span>;
        return (
          <button
            type="button"
            className="link-button"
            onClick={() =>
              delivery.make(file.sha256, () => callQuery('file.get', { dossierId, sha256: file.sha256 }))
            }
          >
            {file.name} – trang “{file.sheet}”{file.cell === null ? '' : `, ô ${file.cell}`}
          </button>
        );
      },
    },
  ];
  return (
    <Drawer open size={860} title={`${code} ${indicator?.name ?? ''}`} onClose={onClose}>
      <div className="stack">
        <Facts
          items={[
            { label: periodWords(period), value: totalText(indicator ?? undefined, total) },
            { label: 'Đơn vị tính', value: indicator?.unit ?? '' },
          ]}
        />
        {indicator?.kind === 'P' ? (
          <p className="muted">
            Tỷ lệ tính lại từ tổng {indicator.numerator} chia tổng {indicator.denominator}, không lấy trung
            bình.
          </p>
        ) : null}
        <Answer of={trace} loading="Đang lần tới từng đơn vị…">
          {(parts) => (
            <DataTable
              id="trace"
              label={`Tổng ${code} gồm`}
              rows={parts}
              columns={columns}
              rowKey={(part) => `${part.unit}|${part.period}`}
              onOpen={setOpen}
            />
          )}
        </Answer>
      </div>
      {open && office.data ? (
        <ReportDrawer
          dossierId={dossierId}
          period={open.period}
          unit={open.unit}
          unitName={open.name}
          office={office.data}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </Drawer>
  );
}
