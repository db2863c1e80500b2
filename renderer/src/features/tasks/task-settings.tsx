import { Button, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { periodNameInText } from '../../../../shared/domain/report/periods';
import type { BoardTask } from '../../../../shared/rpc/contract/task';
import { useCommand } from '../../api/commands';
import { RhythmDialog } from './rhythm-dialog';
import { rhythmWords } from '../../../../shared/domain/task/words';
import './tasks.css';

/** From which reports, and that it is only proposed. */
function ReportingWords({
  task,
  reporting,
}: {
  readonly task: BoardTask;
  readonly reporting: NonNullable<BoardTask['reporting']>;
}): ReactNode {
  const { periods } = reporting;
  const which =
    periods.length === 0
      ? 'chưa có kỳ báo cáo nào khớp hạn này, nên vẫn tự ghi'
      : `lấy từ báo cáo ${periods.map(periodNameInText).join(', ')}; nội dung đã ghi tay được giữ`;
  return (
    <span className={task.reportingBy === 'words' ? 'tone-warn' : 'muted'}>
      {task.reportingBy === 'words' ? '? Đề xuất theo lời (nhiệm vụ báo cáo): ' : ''}
      {which}.
    </span>
  );
}

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
      <Segmented
        aria-label="Kết quả lấy từ đâu"
        value={task.reporting === null ? 'entered' : 'reports'}
        options={[
          { value: 'entered', label: 'Tự ghi' },
          { value: 'reports', label: 'Theo báo cáo' },
        ]}
        onChange={(value) => void describe.run({ dossierId, item: task.id, byReports: value === 'reports' })}
      />
      {task.reporting === null ? null : <ReportingWords task={task} reporting={task.reporting} />}
      <Button onClick={() => setEditing(true)}>
        {task.rhythm === null ? 'Đặt định kỳ…' : `Định kỳ: ${rhythmWords(task.rhythm)}…`}
      </Button>
      {editing ? (
        <RhythmDialog dossierId={dossierId} item={task} target={null} onClose={() => setEditing(false)} />
      ) : null}
    </div>
  );
}
