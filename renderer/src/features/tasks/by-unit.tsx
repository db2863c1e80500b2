import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { BoardUnit } from '../../../../shared/rpc/contract/task';
import { DataTable, type Column } from '../../ui/data-table';
import { DutiesDrawer } from './duties-drawer';
import { rollUpColumn } from './roll-up-column';
import type { TaskPartProps } from './task-part';
import { READING } from '../../ui/writing';

const count = (key: string, title: string, of: (unit: BoardUnit) => number): Column<BoardUnit> => ({
  key,
  title,
  width: 100,
  number: true,
  text: (unit) => String(of(unit)),
  sort: of,
});

/** Theo đơn vị: how each unit stands with all that it owes. */
export function ByUnit({ dossier, board, writable }: TaskPartProps): ReactNode {
  const [params, setParams] = useSearchParams();
  const opened = params.get('muc');
  const open = (id: string | null) => setParams(id === null ? {} : { muc: id });
  const columns: readonly Column<BoardUnit>[] = [
    rollUpColumn('nhiệm vụ'),
    { key: 'name', title: 'Đơn vị', text: (unit) => unit.name },
    { key: 'group', title: 'Nhóm', width: 190, filter: true, text: (unit) => unit.group },
    count('overdue', 'Quá hạn', (unit) => unit.overdue),
    count('doing', 'Đang làm', (unit) => unit.doing),
    count('todo', 'Chưa làm', (unit) => unit.todo),
    {
      key: 'do',
      title: 'Thao tác',
      width: 120,
      sort: false,
      text: () => '',
      render: (unit) => (
        <Button {...READING} size="small" onClick={() => open(unit.unit)}>
          {writable && unit.done + unit.notDone < unit.units ? 'Ghi kết quả' : 'Xem'}
        </Button>
      ),
    },
  ];
  return (
    <>
      <DataTable
        id="task-units"
        label="Nhiệm vụ theo đơn vị"
        rows={board.units}
        columns={columns}
        rowKey={(unit) => unit.unit}
        virtual
        height={350}
        rowClass={(unit) => (unit.unit === opened ? 'pointed' : '')}
        onOpen={(unit) => open(unit.unit)}
      />
      {opened === null ? null : (
        <DutiesDrawer
          key={opened}
          dossier={dossier}
          of={{ unit: opened }}
          task={null}
          writable={writable}
          onClose={() => open(null)}
        />
      )}
    </>
  );
}
