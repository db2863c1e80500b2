import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { BoardTask } from '../../../../shared/rpc/contract/task';
import { DataTable, type Column } from '../../ui/data-table';
import { date } from '../../ui/format';
import { DutiesDrawer } from './duties-drawer';
import { ExtendDialog, PutDialog } from './duty-dialogs';
import { rollUpColumn } from './roll-up-column';
import type { TaskPartProps } from './task-part';
import { READING } from '../../ui/writing';

function dueText(task: BoardTask): string {
  if (task.lastDay !== null) return date(task.lastDay);
  return task.rhythm === null ? (task.recurrence ?? '') : 'định kỳ';
}

/** Theo nhiệm vụ: each task with its units rolled up; several can be settled in one go. */
export function ByTask({ dossier, board, writable }: TaskPartProps): ReactNode {
  const { dossierId } = dossier;
  const [params, setParams] = useSearchParams();
  const [selected, setSelected] = useState<string[]>([]);
  const [putting, setPutting] = useState<readonly BoardTask[] | null>(null);
  const [extending, setExtending] = useState<readonly BoardTask[] | null>(null);
  const opened = params.get('muc');
  const open = (id: string | null) => setParams(id === null ? {} : { muc: id });
  const chosen = board.tasks.filter(({ id }) => selected.includes(id));
  const columns: readonly Column<BoardTask>[] = [
    rollUpColumn('đơn vị'),
    { key: 'text', title: 'Nhiệm vụ', text: (task) => task.text },
    { key: 'heading', title: 'Chủ trì', width: 190, filter: true, text: (task) => task.heading },
    {
      key: 'coordinating',
      title: 'Phối hợp',
      width: 150,
      hidden: true,
      text: (task) => task.coordinating.join(', '),
    },
    {
      key: 'note',
      title: 'Lưu ý',
      width: 120,
      filter: true,
      text: (task) =>
        task.guarded ? 'Chỉ ghi số lượng' : task.unknown.length > 0 ? 'Chưa rõ đơn vị phối hợp' : '',
    },
    {
      key: 'due',
      title: 'Hạn',
      width: 105,
      text: dueText,
      sort: (task) => task.lastDay ?? '9999',
    },
    {
      key: 'do',
      title: 'Thao tác',
      width: 120,
      sort: false,
      text: () => '',
      render: (task) => (
        <Button {...READING} size="small" onClick={() => open(task.id)}>
          {writable && task.done + task.notDone < task.units ? 'Ghi kết quả' : 'Xem'}
        </Button>
      ),
    },
  ];
  return (
    <div className="stack">
      <DataTable
        id="task-board"
        label="Nhiệm vụ của kế hoạch"
        rows={board.tasks}
        columns={columns}
        rowKey={(task) => task.id}
        virtual
        height={350}
        rowClass={(task) => (task.id === opened ? 'pointed' : '')}
        onOpen={(task) => open(task.id)}
        {...(writable ? { selected, onSelect: setSelected } : {})}
        empty="Không còn nhiệm vụ nào đang theo dõi."
        tools={
          chosen.length > 0 ? (
            <>
              <Button type="primary" onClick={() => setPutting(chosen)}>
                Ghi kết quả {chosen.length} nhiệm vụ
              </Button>
              <Button onClick={() => setExtending(chosen)}>Gia hạn</Button>
            </>
          ) : null
        }
      />
      {board.dropped.length > 0 ? (
        <section aria-label="Nhiệm vụ đã bỏ">
          <h3>Nhiệm vụ đã bỏ</h3>
          <p className="muted">
            Không còn trong kế hoạch nên không tính vào tiến độ; kết quả đã ghi vẫn giữ và tính lại khi khôi
            phục.
          </p>
          <ul>
            {board.dropped.map((task) => (
              <li key={task.id}>
                <button type="button" className="link-button" onClick={() => open(task.id)}>
                  {task.text}
                </button>{' '}
                <span className="muted">({task.duties} đơn vị đã ghi)</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {opened === null ? null : (
        <DutiesDrawer
          key={opened}
          dossier={dossier}
          of={{ task: opened }}
          task={board.tasks.find(({ id }) => id === opened) ?? null}
          writable={writable}
          onClose={() => open(null)}
        />
      )}
      {putting ? (
        <PutDialog
          dossierId={dossierId}
          duties={putting.map(({ id }) => ({ task: id, units: null }))}
          what={`${putting.length} nhiệm vụ, mọi đơn vị chưa xong`}
          guarded={putting.some(({ guarded }) => guarded)}
          standing={null}
          onClose={(done) => {
            setPutting(null);
            if (done) setSelected([]);
          }}
        />
      ) : null}
      {extending ? (
        <ExtendDialog
          dossierId={dossierId}
          duties={extending.map(({ id }) => ({ task: id, units: null }))}
          what={`${extending.length} nhiệm vụ, mọi đơn vị chưa xong`}
          due={null}
          onClose={(done) => {
            setExtending(null);
            if (done) setSelected([]);
          }}
        />
      ) : null}
    </div>
  );
}
