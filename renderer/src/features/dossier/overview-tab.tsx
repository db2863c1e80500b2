import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { PlanItemOf } from '../../../../shared/domain/plan/model';
import { periodWords } from '../../../../shared/i18n/vi';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { useCommand } from '../../api/commands';
import { DataTable, type Column } from '../../ui/data-table';
import { date, today } from '../../ui/format';
import { Facts, Panel } from '../../ui/page';
import { assignmentsOf } from '../review/sections';

type Task = PlanItemOf<'task'>;

/** The dossier at a glance, and its tasks with their state. */
export function OverviewTab({
  dossier,
}: {
  readonly dossier: DossierView;
  readonly office: OfficeView;
}): ReactNode {
  const { plan, items, dossierId, deliveries, periods } = dossier;
  const save = useCommand('plan.saveItem');
  const units = new Map(assignmentsOf(items).map((unit) => [unit.id, unit.unit]));
  const live = items.filter((item) => !item.dropped);
  const tasks = live.filter((item): item is Task => item.kind === 'task');
  const done = tasks.filter((task) => task.state === 'done').length;
  const received = deliveries.filter((delivery) => delivery.state === 'received').length;
  const columns: readonly Column<Task>[] = [
    {
      key: 'state',
      title: 'Tình trạng',
      width: 138,
      filter: true,
      text: (task) => (task.state === 'done' ? 'Đã xong' : late(task) ? 'Quá hạn' : 'Đang làm'),
      render: (task) => (
        <button
          type="button"
          className={`link-button tag ${task.state === 'done' ? 'tone-good' : late(task) ? 'tone-bad' : 'tone-info'}`}
          title={task.state === 'done' ? 'Đánh dấu đang làm' : 'Đánh dấu đã xong'}
          disabled={plan.status === 'closed'}
          onClick={() =>
            void save.run({
              dossierId,
              itemId: task.id,
              patch: { state: task.state === 'done' ? 'open' : 'done' },
            })
          }
        >
          {task.state === 'done' ? '● Đã xong' : late(task) ? '! Quá hạn' : '◔ Đang làm'}
        </button>
      ),
    },
    {
      key: 'unit',
      title: 'Đơn vị',
      width: 230,
      filter: true,
      text: (task) => units.get(task.assignmentId ?? '') ?? '',
    },
    { key: 'text', title: 'Nhiệm vụ', text: (task) => task.text },
    {
      key: 'due',
      title: 'Thời hạn',
      width: 130,
      text: (task) =>
        task.lastDay ? date(task.lastDay) : task.period ? periodWords(task.period) : (task.recurrence ?? ''),
      sort: (task) => task.lastDay ?? '9999',
    },
  ];
  return (
    <div className="stack">
      <Panel title="Hồ sơ">
        <Facts
          items={[
            { label: 'Ngày văn bản', value: date(plan.date) || '–' },
            { label: 'Người ký', value: plan.signer.name ?? '–' },
            { label: 'Nhiệm vụ đã xong', value: `${done}/${tasks.length}` },
            { label: 'Nơi nhận đã xác nhận', value: `${received}/${deliveries.length}` },
            { label: 'Kỳ báo cáo', value: periods.length },
            { label: 'Kỳ đã chốt', value: dossier.consolidations.length },
            { label: 'Tệp nguồn', value: plan.sourceName },
          ]}
        />
      </Panel>
      <DataTable
        id="tasks"
        label="Nhiệm vụ của kế hoạch"
        rows={tasks}
        columns={columns}
        rowKey={(task) => task.id}
        empty={
          <>
            Chưa có nhiệm vụ nào. <Link to={`/ke-hoach/${dossierId}/ra-soat`}>Thêm ở phần Rà soát.</Link>
          </>
        }
      />
    </div>
  );
}

function late(task: Task): boolean {
  return task.state !== 'done' && task.lastDay !== null && task.lastDay < today();
}
