import { Drawer } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { periodWords } from '../../../../shared/i18n/vi';
import type { IntakeItemRow } from '../../../../shared/rpc/contract/intake';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { moment } from '../../ui/format';
import { Answer } from '../../ui/states';
import { batchState, batchWords, faultWords, OUTCOME } from './intake-words';
import { ReadOnlyNote } from '../../ui/writing';
import { useReturnFocus } from '../../ui/return-focus';

/** One batch with its files: what each was, and what became of it. */
export function BatchDrawer({
  batchId,
  onClose,
}: {
  readonly batchId: string;
  readonly onClose: () => void;
}): ReactNode {
  useReturnFocus();
  const batch = useRpc('intake.batch', { batchId });
  const columns = useMemo<readonly Column<IntakeItemRow>[]>(
    () => [
      { key: 'place', title: 'Tệp', width: 300, text: ({ place }) => place },
      { key: 'outcome', title: 'Kết quả', width: 160, text: ({ outcome }) => OUTCOME[outcome], filter: true },
      {
        key: 'unit',
        title: 'Đơn vị',
        width: 200,
        text: ({ unitName }) => unitName ?? '',
        render: ({ unitName, dossierId }) =>
          dossierId === null ? (
            (unitName ?? '')
          ) : (
            <Link to={`/ke-hoach/${dossierId}/bao-cao`}>{unitName}</Link>
          ),
      },
      {
        key: 'period',
        title: 'Kỳ',
        width: 90,
        text: ({ period }) => (period === null ? '' : periodWords(period)),
      },
      {
        key: 'note',
        title: 'Lỗi, ghi chú',
        text: (item) =>
          [item.closed ?? '', item.sameAs === null ? '' : `Trùng với “${item.sameAs}”`, faultWords(item)]
            .filter((part) => part !== '')
            .join(' '),
      },
    ],
    [],
  );
  return (
    <Drawer open title="Đợt nhận báo cáo" size={1100} onClose={onClose}>
      <ReadOnlyNote />
      <Answer of={batch}>
        {({ batch: row, items }) => (
          <div className="stack">
            <p>
              {moment(row.at)}, người nhận: {row.by}. {batchState(row)}: {batchWords(row)}.
              {row.state === 'interrupted'
                ? ' Thả lại các tệp “Chưa xem”: tệp nào đã kịp nhận thì chương trình nhận ra và bỏ qua.'
                : ''}
            </p>
            <DataTable
              id="intake-batch"
              label="Các tệp của đợt nhận"
              rows={items}
              columns={columns}
              rowKey={({ id }) => id}
              virtual={items.length > 60}
              height={460}
            />
          </div>
        )}
      </Answer>
    </Drawer>
  );
}
