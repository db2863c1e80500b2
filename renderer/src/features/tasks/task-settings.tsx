import { Button, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import type { BoardTask } from '../../../../shared/rpc/contract/task';
import { useCommand } from '../../api/commands';
import { RhythmDialog } from './rhythm-dialog';
import { rhythmWords } from './rhythm-words';
import './tasks.css';

/** How the task is followed: guarded or not, recurring or not. What the words propose is said until a person decides. */
export function TaskSettings({
  dossierId,
  task,
}: {
  readonly dossierId: string;
  readonly task: BoardTask;
}): ReactNode {
  const describe = useCommand('task.describe', { done: 'Đã đặt cách theo dõi nhiệm vụ.', offerUndo: true });
  const [editing, setEditing] = useState(false);
  return (
    <div className="task-settings">
      <Segmented
        aria-label="Nội dung được ghi"
        value={task.guarded ? 'guarded' : 'open'}
        options={[
          { value: 'open', label: 'Ghi kết quả, kèm tệp' },
          { value: 'guarded', label: 'Chỉ ghi số lượng' },
        ]}
        onChange={(value) => void describe.run({ dossierId, item: task.id, guarded: value === 'guarded' })}
      />
      {task.guarded && task.guardedBy === 'words' ? (
        <span className="tone-warn">
          ? Đề xuất theo lời: có nói đến tư tưởng, dư luận, thông tin sai trái.
        </span>
      ) : null}
      <Button onClick={() => setEditing(true)}>
        {task.rhythm === null ? 'Đặt định kỳ…' : `Định kỳ: ${rhythmWords(task.rhythm)}…`}
      </Button>
      {editing ? (
        <RhythmDialog dossierId={dossierId} item={task} target={null} onClose={() => setEditing(false)} />
      ) : null}
    </div>
  );
}
