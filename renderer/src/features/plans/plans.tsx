import { Button, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { progressPercent } from '../../../../shared/domain/task/duties';
import { planStanding, periodWords } from '../../../../shared/i18n/vi';
import type { PlanRow } from '../../../../shared/rpc/contract/plan';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { useIntake } from '../../app/intake-context';
import { DataTable, type Column } from '../../ui/data-table';
import { date, moment, today } from '../../ui/format';
import { Page } from '../../ui/page';
import { Answer, EmptyPlace } from '../../ui/states';
import { NewPlanButton } from '../plan-text/new-plan-dialog';
import { PlanStatusTag } from '../../ui/tags';
import { READING } from '../../ui/writing';

/** "42% (54/128), 3 quá hạn" */
function progressText({ progress }: PlanRow): string {
  const percent = progressPercent(progress);
  if (percent === null) return '–';
  return `${percent}% (${progress.done}/${progress.units})${progress.overdue > 0 ? `, ${progress.overdue} quá hạn` : ''}`;
}

const COLUMNS: readonly Column<PlanRow>[] = [
  {
    key: 'number',
    title: 'Số, ký hiệu',
    width: 115,
    text: (row) => row.numberText ?? '',
    render: (row) => row.numberText ?? <span className="muted">Chưa lấy số</span>,
  },
  {
    key: 'title',
    title: 'Trích yếu',
    text: (row) => row.title,
    render: (row) => (
      <Link className="sentence" to={`/ke-hoach/${row.dossierId}`}>
        {row.title}
      </Link>
    ),
  },
  {
    key: 'status',
    title: 'Trạng thái',
    width: 135,
    filter: true,
    text: (row) => planStanding(row.status, row.documentStatus).word,
    render: (row) => <PlanStatusTag status={row.status} document={row.documentStatus} />,
  },
  {
    key: 'tasks',
    title: 'Nhiệm vụ',
    width: 150,
    text: (row) => progressText(row),
    sort: ({ progress }) => (progress.units === 0 ? -1 : progress.done / progress.units),
    render: (row) => (
      <Link to={`/ke-hoach/${row.dossierId}/nhiem-vu`}>
        <span className={`number${row.progress.overdue > 0 ? ' tone-bad' : ''}`}>{progressText(row)}</span>
      </Link>
    ),
  },
  {
    key: 'uncertain',
    title: 'Cần xem',
    width: 100,
    number: true,
    text: (row) => String(row.uncertain),
    sort: (row) => row.uncertain,
    render: (row) => (row.uncertain > 0 ? <span className="tone-warn">{row.uncertain}</span> : '0'),
  },
  {
    key: 'deadline',
    title: 'Hạn tiếp theo',
    width: 132,
    text: (row) => date(row.nextDeadline),
    sort: (row) => row.nextDeadline ?? '9999',
    render: (row) => (
      <span className={row.nextDeadline !== null && row.nextDeadline <= today() ? 'tone-bad' : ''}>
        {date(row.nextDeadline)}
      </span>
    ),
  },
  {
    key: 'reports',
    title: 'Báo cáo',
    width: 150,
    text: (row) => (row.reports ? `${row.reports.received}/${row.reports.expected}` : ''),
    sort: (row) => (row.reports ? row.reports.received / Math.max(1, row.reports.expected) : -1),
    render: (row) =>
      row.reports ? (
        <Link to={`/ke-hoach/${row.dossierId}/bao-cao?ky=${row.reports.period}`}>
          <span className="number">
            {row.reports.received}/{row.reports.expected}
          </span>{' '}
          <span className="muted">{periodWords(row.reports.period)}</span>
        </Link>
      ) : (
        <span className="muted">–</span>
      ),
  },
  {
    key: 'date',
    title: 'Ngày văn bản',
    width: 132,
    hidden: true,
    text: (row) => date(row.date),
    sort: (row) => row.date ?? '',
  },
  {
    key: 'updated',
    title: 'Sửa lúc',
    width: 140,
    hidden: true,
    text: (row) => moment(row.updatedAt),
    sort: (row) => row.updatedAt,
  },
];

export default function Plans(): ReactNode {
  const [params, setParams] = useSearchParams();
  const archived = params.get('luu-tru') === '1';
  const plans = useRpc('plan.list', { query: '', archived }, { keep: true });
  const intake = useIntake();
  const navigate = useNavigate();
  const [selected, setSelected] = useState<string[]>([]);
  const trash = useCommand('plan.trash', { done: 'Đã bỏ kế hoạch vào thùng rác. Ctrl+Z để lấy lại.' });
  const importPlan = () => intake.open({ kind: 'plan', files: [] });

  return (
    <Page
      title="Kế hoạch"
      actions={
        <>
          <Segmented
            {...READING}
            value={archived ? 'archived' : 'open'}
            options={[
              { value: 'open', label: 'Đang làm' },
              { value: 'archived', label: 'Đã kết thúc' },
            ]}
            onChange={(value) => {
              setParams(value === 'archived' ? { 'luu-tru': '1' } : {});
              setSelected([]);
            }}
          />
          <NewPlanButton />
          <Button type="primary" onClick={importPlan} aria-keyshortcuts="Control+I">
            Nhập kế hoạch
          </Button>
        </>
      }
    >
      <Answer of={plans}>
        {(rows) =>
          rows.length === 0 && !archived ? (
            <EmptyPlace
              title="Chưa có kế hoạch nào."
              hint="Thả một tệp .docx, .pdf hoặc .txt vào cửa sổ này, hoặc dán nội dung. Chương trình đọc đơn vị, nhiệm vụ, thời hạn, nơi nhận; anh chị rà soát lại rồi lưu thành hồ sơ."
              action={
                <Button type="primary" onClick={importPlan}>
                  Nhập kế hoạch
                </Button>
              }
            />
          ) : (
            <DataTable
              id="plans"
              label="Danh sách kế hoạch"
              rows={rows}
              columns={COLUMNS}
              rowKey={(row) => row.dossierId}
              onOpen={(row) => void navigate(`/ke-hoach/${row.dossierId}`)}
              selected={selected}
              onSelect={setSelected}
              empty="Chưa có hồ sơ nào kết thúc."
              tools={
                selected.length > 0 ? (
                  <Button
                    loading={trash.pending}
                    onClick={() =>
                      void (async () => {
                        const left: string[] = [];
                        for (const dossierId of selected)
                          if ((await trash.run({ dossierId })) === null) left.push(dossierId);
                        setSelected(left);
                      })()
                    }
                  >
                    Bỏ {selected.length} kế hoạch vào thùng rác
                  </Button>
                ) : null
              }
            />
          )
        }
      </Answer>
    </Page>
  );
}
