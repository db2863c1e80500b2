import { Button, Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import type { BoardTask, DutyView } from '../../../../shared/rpc/contract/task';
import { useRpc } from '../../api/queries';
import { useReturnFocus } from '../../ui/return-focus';
import { Answer } from '../../ui/states';
import { date } from '../../ui/format';
import { DutyTable } from './duty-table';
import { TaskSettings } from './task-settings';
import { TaskSource } from './task-source';
import { READING } from '../../ui/writing';

interface DutiesDrawerProps {
  readonly dossier: DossierView;
  /** The duties of one task, or of one unit. */
  readonly of: { readonly task: string } | { readonly unit: string };
  /** The task as the board has it; null: a unit's duties, or a dropped task. */
  readonly task: BoardTask | null;
  readonly writable: boolean;
  readonly onClose: () => void;
}

/** Duties of one task or one unit, and beside them the plan's own words. */
export function DutiesDrawer({ dossier, of, task, writable, onClose }: DutiesDrawerProps): ReactNode {
  useReturnFocus();
  const { dossierId } = dossier;
  const duties = useRpc('task.duties', { dossierId, ...of }, { keep: true });
  const [source, setSource] = useState<string | null>(null);
  const ofTask = 'task' in of;
  return (
    <Drawer
      open
      size={source === null ? 1230 : 1340}
      title={
        ofTask ? 'Kết quả thực hiện nhiệm vụ' : (duties.data?.duties[0]?.unitName ?? 'Nhiệm vụ của đơn vị')
      }
      onClose={onClose}
      destroyOnHidden
      keyboard
    >
      <Answer of={duties}>
        {({ duties: rows }) => (
          <div className={source === null ? '' : 'task-beside'}>
            <div className="stack">
              {ofTask ? <TaskHead task={task} rows={rows} /> : null}
              {task && writable ? <TaskSettings key={task.id} dossierId={dossierId} task={task} /> : null}
              <DutyTable
                dossierId={dossierId}
                rows={rows}
                by={ofTask ? 'task' : 'unit'}
                writable={writable && (!ofTask || task !== null)}
                tools={
                  ofTask && task ? (
                    <Button {...READING} onClick={() => setSource(source === null ? task.id : null)}>
                      {source === null ? 'Xem lời kế hoạch' : 'Đóng lời kế hoạch'}
                    </Button>
                  ) : null
                }
                onSource={ofTask ? null : setSource}
              />
            </div>
            {source === null ? null : <TaskSource dossier={dossier} itemId={source} />}
          </div>
        )}
      </Answer>
    </Drawer>
  );
}

function TaskHead({
  task,
  rows,
}: {
  readonly task: BoardTask | null;
  readonly rows: readonly DutyView[];
}): ReactNode {
  return (
    <div>
      <p className="strong">{task?.text ?? rows[0]?.taskText ?? ''}</p>
      <p className="muted">
        {task === null
          ? 'Nhiệm vụ đã bỏ khỏi kế hoạch; kết quả đã ghi được giữ nguyên.'
          : [
              task.heading === '' ? 'Chưa giao đơn vị' : `Chủ trì: ${task.heading}`,
              task.coordinating.length > 0 ? `phối hợp: ${task.coordinating.join(', ')}` : '',
              task.lastDay === null ? 'chưa ghi hạn' : `hạn ${date(task.lastDay)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
      </p>
      {task && task.unknown.length > 0 ? (
        <p className="tone-warn">
          ? Danh mục không có: {task.unknown.join(', ')}. Đơn vị này chưa được tính; thêm vào Danh mục hoặc
          sửa ở Rà soát.
        </p>
      ) : null}
    </div>
  );
}
