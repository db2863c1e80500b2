import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import type { BoardTask } from '../../../../shared/rpc/contract/task';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { date } from '../../ui/format';
import { Facts, Panel } from '../../ui/page';
import { Answer } from '../../ui/states';
import { rollUpColumn } from '../tasks/roll-up-column';

const COLUMNS: readonly Column<BoardTask>[] = [
  rollUpColumn('đơn vị'),
  { key: 'unit', title: 'Đơn vị', width: 230, filter: true, text: (task) => task.heading },
  { key: 'text', title: 'Nhiệm vụ', text: (task) => task.text },
  {
    key: 'due',
    title: 'Thời hạn',
    width: 130,
    text: (task) => (task.lastDay ? date(task.lastDay) : (task.recurrence ?? '')),
    sort: (task) => task.lastDay ?? '9999',
  },
];

/** The dossier at a glance, and its tasks as their units have carried them out. */
export function OverviewTab({
  dossier,
}: {
  readonly dossier: DossierView;
  readonly office: OfficeView;
}): ReactNode {
  const { plan, dossierId, deliveries, periods } = dossier;
  const board = useRpc('task.board', { dossierId });
  const navigate = useNavigate();
  const received = deliveries.filter((delivery) => delivery.state === 'received').length;
  return (
    <Answer of={board}>
      {({ progress, tasks }) => (
        <div className="stack">
          <Panel title="Hồ sơ">
            <Facts
              items={[
                { label: 'Ngày văn bản', value: date(plan.date) || '–' },
                { label: 'Người ký', value: plan.signer.name ?? '–' },
                {
                  label: 'Tiến độ nhiệm vụ',
                  value: (
                    <Link to={`/ke-hoach/${dossierId}/nhiem-vu`}>
                      {progress.percent === null
                        ? '–'
                        : `${progress.percent}% (${progress.done}/${progress.units} lượt đơn vị)`}
                    </Link>
                  ),
                  id: 'plan-progress',
                },
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
            columns={COLUMNS}
            rowKey={(task) => task.id}
            onOpen={(task) => void navigate(`/ke-hoach/${dossierId}/nhiem-vu?muc=${task.id}`)}
            empty={
              <>
                Chưa có nhiệm vụ nào. <Link to={`/ke-hoach/${dossierId}/ra-soat`}>Thêm ở phần Rà soát.</Link>
              </>
            }
          />
        </div>
      )}
    </Answer>
  );
}
