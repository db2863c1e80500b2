import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { formatDate } from '../../../../shared/date/plain-date';
import { withDay } from '../../../../shared/domain/plan/composing/task-words';
import type { PlanItemOf } from '../../../../shared/domain/plan/model';
import { fold } from '../../../../shared/text/normalize';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useCommand } from '../../api/commands';
import { DateField } from '../../ui/date-field';
import { FormDialog } from '../../ui/form-dialog';
import { EmptyPlace } from '../../ui/states';
import { itemTool } from './item-tool';
import type { PlanTextPartProps } from './plan-text-part';
import { usePlanChange } from './use-plan-change';
import './plan-text.css';
import { offWhen, useShut } from '../../ui/writing';

type Unit = PlanItemOf<'assignment'>;
type Task = PlanItemOf<'task'>;

type Dialog =
  | { readonly kind: 'unit'; readonly unit: Unit | null }
  | { readonly kind: 'task'; readonly unit: Unit; readonly task: Task | null };

/** Who does what by when, edited as data and written into the text where it belongs. */
export function AssignmentsPart({ dossier, office }: PlanTextPartProps): ReactNode {
  const { dossierId, items } = dossier;
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const changes = usePlanChange(dossierId, 'Đã sửa phần phân công trong nội dung kế hoạch.');
  const units = useMemo(
    () =>
      items
        .filter((item): item is Unit => item.kind === 'assignment' && !item.dropped)
        .map((unit) => ({
          unit,
          tasks: items.filter(
            (item): item is Task => item.kind === 'task' && !item.dropped && item.assignmentId === unit.id,
          ),
        })),
    [items],
  );
  const closed = useShut(dossier.plan);
  const tool = itemTool(closed || changes.pending);
  return (
    <div className="data-part">
      <div className="row">
        <span className="muted">
          {units.length} đơn vị, {units.reduce((sum, { tasks }) => sum + tasks.length, 0)} nhiệm vụ. Sửa ở đây
          được ghi thẳng vào nội dung kế hoạch.
        </span>
        <span className="grow" />
        <Button type="primary" {...offWhen(closed)} onClick={() => setDialog({ kind: 'unit', unit: null })}>
          Thêm đơn vị
        </Button>
      </div>
      {units.length === 0 ? (
        <EmptyPlace
          title="Kế hoạch chưa giao việc cho đơn vị nào."
          hint="Bấm Thêm đơn vị để viết phần tổ chức thực hiện."
        />
      ) : (
        <div className="data-list scroll">
          {units.map(({ unit, tasks }, index) => (
            <section key={unit.id} className="data-unit" aria-label={unit.unit}>
              <div className="row">
                <strong>{unit.unit}</strong>
                <span className="muted">{unit.from === '' ? '' : `mục ${unit.from}`}</span>
                {unit.entryIds.length === 0 ? <span className="tone-warn">? chưa khớp danh mục</span> : null}
                <span className="grow" />
                <Button
                  size="small"
                  {...offWhen(closed)}
                  onClick={() => setDialog({ kind: 'task', unit, task: null })}
                >
                  Thêm nhiệm vụ
                </Button>
                {tool(`Đổi tên ${unit.unit}`, '✎', () => setDialog({ kind: 'unit', unit }))}
                {tool(
                  `Chuyển ${unit.unit} lên`,
                  '↑',
                  () => void changes.change({ kind: 'moveUnit', itemId: unit.id, by: -1 }),
                  index === 0,
                )}
                {tool(
                  `Chuyển ${unit.unit} xuống`,
                  '↓',
                  () => void changes.change({ kind: 'moveUnit', itemId: unit.id, by: 1 }),
                  index === units.length - 1,
                )}
                {tool(
                  `Bỏ ${unit.unit}`,
                  '✕',
                  () => void changes.change({ kind: 'removeUnit', itemId: unit.id }),
                )}
              </div>
              <ul>
                {tasks.map((task, at) => (
                  <li key={task.id} className="row">
                    <span className="grow data-words">
                      {task.text}
                      {task.lastDay === null ? null : (
                        <span className="muted"> (hạn {formatDate(task.lastDay)})</span>
                      )}
                    </span>
                    {tool('Sửa nhiệm vụ', '✎', () => setDialog({ kind: 'task', unit, task }))}
                    {tool(
                      'Chuyển nhiệm vụ lên',
                      '↑',
                      () => void changes.change({ kind: 'moveTask', itemId: task.id, by: -1 }),
                      at === 0,
                    )}
                    {tool(
                      'Chuyển nhiệm vụ xuống',
                      '↓',
                      () => void changes.change({ kind: 'moveTask', itemId: task.id, by: 1 }),
                      at === tasks.length - 1,
                    )}
                    {tool(
                      'Bỏ nhiệm vụ',
                      '✕',
                      () => void changes.change({ kind: 'removeTask', itemId: task.id }),
                    )}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      {dialog?.kind === 'unit' ? (
        <UnitDialog
          dossierId={dossierId}
          office={office}
          unit={dialog.unit}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog?.kind === 'task' ? (
        <TaskDialog
          dossierId={dossierId}
          unit={dialog.unit}
          task={dialog.task}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  );
}

interface TaskFieldsProps {
  readonly text: string;
  readonly lastDay: string | null;
  readonly written: boolean;
  readonly onText: (text: string) => void;
  readonly onDay: (day: string | null) => void;
  readonly onWritten: (written: boolean) => void;
  readonly autoFocus?: boolean;
}

/** A task's words and day; the wording that says the day is shown before it is taken. */
function TaskFields(props: TaskFieldsProps): ReactNode {
  const { text, lastDay } = props;
  const worded = withDay(text, lastDay);
  return (
    <>
      <Form.Item label="Nhiệm vụ">
        <Input.TextArea
          aria-label="Nhiệm vụ"
          autoFocus={props.autoFocus === true}
          className="grows"
          rows={3}
          value={text}
          onChange={(event) => props.onText(event.target.value)}
        />
      </Form.Item>
      <Form.Item label="Hạn cuối">
        <DateField label="Hạn cuối" allowClear value={lastDay} onChange={props.onDay} />
      </Form.Item>
      {lastDay === null || text.trim() === '' ? null : (
        <Form.Item label="Câu chữ ghi vào">
          <p className="worded">{worded}</p>
          <Checkbox checked={props.written} onChange={(event) => props.onWritten(event.target.checked)}>
            Ghi thời hạn vào câu như trên
          </Checkbox>
          {props.written ? null : (
            <p className="muted">Câu chữ giữ nguyên; thời hạn chỉ nằm trong dữ liệu theo dõi.</p>
          )}
        </Form.Item>
      )}
    </>
  );
}

function UnitDialog(props: {
  readonly dossierId: string;
  readonly office: OfficeView;
  readonly unit: Unit | null;
  readonly onClose: () => void;
}): ReactNode {
  const { dossierId, office, unit, onClose } = props;
  const [name, setName] = useState(unit?.unit ?? '');
  const [text, setText] = useState('');
  const [lastDay, setLastDay] = useState<string | null>(null);
  const [written, setWritten] = useState(true);
  const changes = usePlanChange(
    dossierId,
    unit ? 'Đã đổi tên đơn vị.' : 'Đã thêm đơn vị vào phân công.',
    true,
  );
  const options = office.entries
    .filter((entry) => (entry.kind === 'unit' || entry.kind === 'group') && entry.activeTo === null)
    .map((entry) => ({
      value: entry.name,
      label: entry.name,
      key: fold([entry.name, entry.short, ...entry.aliases].join(' ')),
    }));
  const submit = async () => {
    const task = {
      text: lastDay !== null && written ? withDay(text, lastDay) : text,
      lastDay: written ? lastDay : null,
    };
    const tasks = text.trim() === '' ? [] : [task];
    const done = unit
      ? await changes.change({ kind: 'renameUnit', itemId: unit.id, name })
      : await changes.change({ kind: 'addUnit', name, tasks });
    if (done) onClose();
  };
  return (
    <FormDialog
      title={unit ? 'Đổi tên đơn vị được giao' : 'Thêm đơn vị được giao việc'}
      action={unit ? 'Đổi tên' : 'Thêm'}
      width={720}
      pending={changes.pending}
      error={changes.error}
      disabled={name.trim() === '' || (unit === null && text.trim() === '')}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <Form.Item label="Đơn vị">
        <Select
          aria-label="Đơn vị"
          placeholder="Chọn trong danh mục"
          value={name === '' ? null : name}
          options={options}
          showSearch={{ filterOption: (typed, option) => (option?.key ?? '').includes(fold(typed)) }}
          onChange={(value: string) => setName(value)}
        />
      </Form.Item>
      {unit ? null : (
        <TaskFields
          text={text}
          lastDay={lastDay}
          written={written}
          onText={setText}
          onDay={setLastDay}
          onWritten={setWritten}
        />
      )}
    </FormDialog>
  );
}

function TaskDialog(props: {
  readonly dossierId: string;
  readonly unit: Unit;
  readonly task: Task | null;
  readonly onClose: () => void;
}): ReactNode {
  const { dossierId, unit, task, onClose } = props;
  const [text, setText] = useState(task?.text ?? '');
  const [lastDay, setLastDay] = useState(task?.lastDay ?? null);
  const [written, setWritten] = useState(true);
  const changes = usePlanChange(dossierId, task ? 'Đã sửa nhiệm vụ.' : 'Đã thêm nhiệm vụ.', true);
  const correct = useCommand('plan.saveItem', { done: 'Đã ghi thời hạn của nhiệm vụ.' });
  const submit = async () => {
    const dayChanged = lastDay !== (task?.lastDay ?? null);
    const asData = task !== null && dayChanged && lastDay !== null && !written;
    const words = dayChanged && !asData ? withDay(text, lastDay) : text;
    if (task && words === task.text && !asData) {
      onClose();
      return;
    }
    if (task && asData) {
      if (await correct.run({ dossierId, itemId: task.id, patch: { lastDay } })) onClose();
      return;
    }
    const to = { text: words, lastDay: written ? lastDay : null };
    const done = task
      ? await changes.change({ kind: 'editTask', itemId: task.id, to })
      : await changes.change({ kind: 'addTask', itemId: unit.id, task: to });
    if (done) onClose();
  };
  return (
    <FormDialog
      title={task ? `Sửa nhiệm vụ của ${unit.unit}` : `Thêm nhiệm vụ cho ${unit.unit}`}
      action={task ? 'Sửa' : 'Thêm'}
      width={720}
      pending={changes.pending || correct.pending}
      error={changes.error}
      disabled={text.trim() === ''}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <TaskFields
        autoFocus
        text={text}
        lastDay={lastDay}
        written={written}
        onText={setText}
        onDay={setLastDay}
        onWritten={setWritten}
      />
    </FormDialog>
  );
}
