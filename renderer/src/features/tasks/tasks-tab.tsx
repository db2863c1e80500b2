import { Button, Dropdown } from 'antd';
import type { ComponentType, ReactNode } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { callQuery } from '../../api/client';
import { useRpc } from '../../api/queries';
import { Facts } from '../../ui/page';
import { PlacePanel, PlaceTabs } from '../../ui/place-tabs';
import { useDelivery } from '../../ui/save-files';
import { Answer, EmptyPlace } from '../../ui/states';
import { ByTask } from './by-task';
import { ByUnit } from './by-unit';
import { InspectionsPart } from './inspections-part';
import { RecurringPart } from './recurring-part';
import type { TaskBoard, TaskPartProps } from './task-part';
import { READING } from '../../ui/writing';

interface TaskPart {
  /** Last part of the address `/ke-hoach/:id/nhiem-vu/…`. */
  readonly key: string;
  readonly label: string;
  readonly component: ComponentType<TaskPartProps>;
}

/** The parts of Nhiệm vụ, in the order of their tabs; the first is where it opens. */
const TASK_PARTS: readonly [TaskPart, ...TaskPart[]] = [
  { key: 'theo-nhiem-vu', label: 'Theo nhiệm vụ', component: ByTask },
  { key: 'theo-don-vi', label: 'Theo đơn vị', component: ByUnit },
  { key: 'dinh-ky', label: 'Định kỳ và chỉ tiêu tuần', component: RecurringPart },
  { key: 'kiem-tra', label: 'Kiểm tra', component: InspectionsPart },
];

const FORMATS = [
  { key: 'xlsx', label: 'Excel' },
  { key: 'pdf', label: 'PDF' },
  { key: 'docx', label: 'Word' },
  { key: 'csv', label: 'CSV' },
] as const;

/** Who has carried out what of one plan. */
export function TasksTab({
  dossier,
  office,
}: {
  readonly dossier: DossierView;
  readonly office: OfficeView;
}): ReactNode {
  const { dossierId } = dossier;
  const { part } = useParams();
  const navigate = useNavigate();
  const board = useRpc('task.board', { dossierId });
  const store = useRpc('store.state', {});
  const base = `/ke-hoach/${dossierId}/nhiem-vu`;
  const [first] = TASK_PARTS;
  const current = part === undefined ? first : TASK_PARTS.find(({ key }) => key === part);
  if (!current) return <Navigate to={base} replace />;
  const Part = current.component;
  const writable =
    dossier.plan.status !== 'closed' && store.data !== undefined && store.data.readOnlyBecause === null;
  return (
    <Answer of={board} loading="Đang mở nhiệm vụ…">
      {(value) =>
        value.tasks.length === 0 && value.dropped.length === 0 && value.recurring.length === 0 ? (
          <EmptyPlace
            title="Kế hoạch chưa có nhiệm vụ nào."
            hint="Thêm nhiệm vụ và đơn vị được giao ở phần Rà soát; nơi này theo dõi từng đơn vị đã làm đến đâu."
            action={
              <Button
                {...READING}
                type="primary"
                onClick={() => void navigate(`/ke-hoach/${dossierId}/ra-soat`)}
              >
                Mở Rà soát
              </Button>
            }
          />
        ) : (
          <div className="stack">
            <Head board={value} dossierId={dossierId} />
            <PlaceTabs
              label="Các phần của Nhiệm vụ"
              tabs={TASK_PARTS}
              current={current.key}
              onChoose={(key) => void navigate(key === first.key ? base : `${base}/${key}`)}
            />
            <PlacePanel>
              <Part dossier={dossier} office={office} board={value} writable={writable} />
            </PlacePanel>
          </div>
        )
      }
    </Answer>
  );
}

function Head({ board, dossierId }: { readonly board: TaskBoard; readonly dossierId: string }): ReactNode {
  const { progress, tasks } = board;
  const delivery = useDelivery();
  return (
    <div className="row">
      <Facts
        items={[
          {
            label: 'Tiến độ kế hoạch',
            value: (
              <span title="Số lượt nhiệm vụ – đơn vị đã hoàn thành trên tổng số lượt; không trọng số, làm tròn xuống.">
                {progress.percent === null ? '–' : `${progress.percent}%`}
              </span>
            ),
            id: 'task-percent',
          },
          { label: 'Nhiệm vụ', value: tasks.length },
          { label: 'Lượt nhiệm vụ – đơn vị', value: progress.units, id: 'task-duties' },
          {
            label: '● Hoàn thành',
            value: progress.doneLate > 0 ? `${progress.done} (${progress.doneLate} trễ)` : progress.done,
            id: 'task-done',
          },
          { label: '! Quá hạn', value: progress.overdue, id: 'task-overdue' },
          { label: '– Không thực hiện', value: progress.notDone },
        ]}
      />
      <span className="grow" />
      <Dropdown
        trigger={['click']}
        menu={{
          items: FORMATS.map(({ key, label }) => ({ key, label })),
          onClick: ({ key }) => {
            const format = FORMATS.find((each) => each.key === key)?.key;
            if (format) delivery.make('export', () => callQuery('task.export', { dossierId, format }));
          },
        }}
      >
        <Button {...READING} loading={delivery.busy === 'export'}>
          Xuất tiến độ…
        </Button>
      </Dropdown>
    </div>
  );
}
