import { Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { CHOICE_WORDS, reportsText } from '../../../../shared/domain/task/words';
import type { DutyView } from '../../../../shared/rpc/contract/task';
import { callQuery } from '../../api/client';
import { DataTable, type Column } from '../../ui/data-table';
import { date, figure, moment } from '../../ui/format';
import { useDelivery } from '../../ui/save-files';
import { StateTag } from '../../ui/tags';
import { ExtendDialog, PutDialog, type Chosen } from './duty-dialogs';
import { STANDING } from './task-part';
import { offWhen } from '../../ui/writing';

const keyOf = (row: DutyView) => `${row.task}|${row.unit}`;
const isOpen = ({ state, role }: DutyView) => role !== 'former' && state !== 'done' && state !== 'not-done';

/** Rows as the host asks for them: units by task. */
function chosenOf(rows: readonly DutyView[]): Chosen[] {
  const units = new Map<string, string[]>();
  for (const { task, unit } of rows) units.set(task, [...(units.get(task) ?? []), unit]);
  return [...units].map(([task, of]) => ({ task, units: of }));
}

function resultOf({ record, reports }: DutyView): string {
  if (!record) return reports.length === 0 ? '' : `Theo báo cáo ${reportsText(reports)}`;
  const { amount, choice, result, reason } = record;
  return [
    amount === null ? '' : `Số lượng: ${figure(amount)}`,
    choice === null ? '' : CHOICE_WORDS[choice],
    result,
    reason === '' ? '' : `Lý do: ${reason}`,
    reports.length === 0 ? '' : `Theo báo cáo ${reportsText(reports)}`,
  ]
    .filter(Boolean)
    .join('; ');
}

/** What was read from reports says so. */
function standingWord({ standing, state, reports }: DutyView): string {
  const { word } = STANDING[standing];
  return reports.length > 0 && state !== 'todo' ? `${word} – theo báo cáo` : word;
}

interface DutyTableProps {
  readonly dossierId: string;
  readonly rows: readonly DutyView[];
  /** What the rows are of: one task (rows are units) or one unit (rows are tasks). */
  readonly by: 'task' | 'unit';
  readonly writable: boolean;
  readonly tools: ReactNode;
  /** Shows the words of a row's task; null: the caller does it for all rows. */
  readonly onSource: ((task: string) => void) | null;
}

/** Duties, several of which can be settled or given more time in one go. */
export function DutyTable({ dossierId, rows, by, writable, tools, onSource }: DutyTableProps): ReactNode {
  const [selected, setSelected] = useState<string[]>([]);
  const [dialog, setDialog] = useState<{
    readonly step: 'put' | 'extend';
    readonly rows: readonly DutyView[];
  } | null>(null);
  const delivery = useDelivery();
  const navigate = useNavigate();
  const chosen = rows.filter((row) => selected.includes(keyOf(row)) && row.role !== 'former');
  const open = rows.filter(isOpen);
  const followsReports = rows.some(({ reports }) => reports.length > 0);
  const noun = by === 'task' ? 'đơn vị' : 'nhiệm vụ';
  const menuOf = (row: DutyView) => [
    ...(writable && isOpen(row) ? [{ key: 'extend', label: 'Gia hạn' }] : []),
    ...(onSource && row.role !== 'former' ? [{ key: 'source', label: 'Xem lời kế hoạch' }] : []),
    ...(row.reports.length > 0 ? [{ key: 'reports', label: 'Xem báo cáo' }] : []),
    ...(row.record?.evidence?.file ? [{ key: 'file', label: 'Lấy tệp' }] : []),
  ];
  const choose = (row: DutyView, key: string) => {
    const file = row.record?.evidence?.file;
    if (key === 'file' && file)
      delivery.make('file', () => callQuery('file.get', { dossierId, sha256: file }));
    else if (key === 'source') onSource?.(row.task);
    else if (key === 'reports') {
      const { period = '' } =
        row.reports.find(({ receivedOn }) => receivedOn === null) ?? row.reports.at(-1) ?? {};
      void navigate(`/ke-hoach/${dossierId}/bao-cao?ky=${period}`);
    } else setDialog({ step: 'extend', rows: [row] });
  };
  const columns: readonly Column<DutyView>[] = [
    by === 'task'
      ? { key: 'unit', title: 'Đơn vị', width: 230, text: (row) => row.unitName }
      : { key: 'task', title: 'Nhiệm vụ', width: 240, text: (row) => row.taskText },
    {
      key: 'state',
      title: 'Tình trạng',
      width: followsReports ? 200 : 150,
      filter: true,
      text: standingWord,
      render: (row) => (
        <StateTag
          words={{ sign: STANDING[row.standing].sign, word: standingWord(row) }}
          tone={STANDING[row.standing].tone}
        />
      ),
    },
    {
      key: 'role',
      title: 'Vai trò',
      width: 95,
      filter: true,
      text: (row) =>
        row.role === 'lead' ? 'Chủ trì' : row.role === 'coordinating' ? 'Phối hợp' : 'Không còn giao',
    },
    {
      key: 'due',
      title: 'Hạn',
      width: 105,
      text: (row) => `${date(row.due)}${row.extended ? ' (gia hạn)' : ''}`,
      sort: (row) => row.due ?? '9999',
    },
    {
      key: 'done',
      title: 'Xong',
      width: 105,
      text: (row) => date(row.doneOn),
      sort: (row) => row.doneOn ?? '',
    },
    { key: 'result', title: 'Kết quả', width: 170, text: resultOf },
    {
      key: 'evidence',
      title: 'Văn bản',
      width: followsReports ? 95 : 130,
      text: (row) =>
        [row.record?.evidence?.numberText, date(row.record?.evidence?.date), row.fileName]
          .filter(Boolean)
          .join(', '),
    },
    {
      key: 'trace',
      title: 'Đã ghi',
      width: 260,
      hidden: true,
      text: (row) =>
        (row.record?.trace ?? []).map(({ at, by: who, text }) => `${moment(at)} ${who}: ${text}`).join(' | '),
    },
    {
      key: 'do',
      title: 'Thao tác',
      width: 150,
      sort: false,
      text: () => '',
      render: (row) => (
        <span className="row nowrap-row">
          {writable && row.role !== 'former' ? (
            <Button size="small" onClick={() => setDialog({ step: 'put', rows: [row] })}>
              {isOpen(row) ? 'Ghi' : 'Sửa'}
            </Button>
          ) : null}
          {menuOf(row).length > 0 ? (
            <Dropdown
              trigger={['click']}
              menu={{ items: menuOf(row), onClick: ({ key }) => choose(row, key) }}
            >
              <Button
                size="small"
                type="text"
                aria-label={`Việc khác với ${by === 'task' ? row.unitName : row.taskText}`}
              >
                Khác…
              </Button>
            </Dropdown>
          ) : null}
        </span>
      ),
    },
  ];
  const [only] = dialog?.rows ?? [];
  const single = dialog?.rows.length === 1 && only ? only : null;
  const what = single
    ? `${single.unitName}: ${single.taskText.slice(0, 140)}`
    : `${dialog?.rows.length ?? 0} ${noun}`;
  const close = (done: boolean) => {
    setDialog(null);
    if (done) setSelected([]);
  };
  return (
    <>
      <DataTable
        id={`duties-${by}`}
        label={by === 'task' ? 'Đơn vị thực hiện nhiệm vụ' : 'Nhiệm vụ của đơn vị'}
        rows={rows}
        columns={columns}
        rowKey={keyOf}
        virtual
        height={430}
        {...(writable ? { selected, onSelect: setSelected } : {})}
        {...(writable
          ? {
              onOpen: (row: DutyView) =>
                row.role === 'former' ? undefined : setDialog({ step: 'put', rows: [row] }),
            }
          : {})}
        tools={
          <>
            {writable && chosen.length > 0 ? (
              <>
                <Button type="primary" onClick={() => setDialog({ step: 'put', rows: chosen })}>
                  Ghi kết quả {chosen.length} {noun}
                </Button>
                <Button
                  {...offWhen(!chosen.some(isOpen))}
                  onClick={() => setDialog({ step: 'extend', rows: chosen.filter(isOpen) })}
                >
                  Gia hạn
                </Button>
              </>
            ) : writable && open.length > 1 ? (
              <Button type="primary" onClick={() => setDialog({ step: 'put', rows: open })}>
                Ghi kết quả {open.length} {noun} chưa xong
              </Button>
            ) : null}
            {tools}
          </>
        }
      />
      {dialog?.step === 'put' ? (
        <PutDialog
          dossierId={dossierId}
          duties={chosenOf(dialog.rows)}
          what={what}
          // As the task is now: that only a count is taken may have been said a moment before.
          guarded={rows.some(({ task, guarded }) => guarded && dialog.rows.some((row) => row.task === task))}
          standing={single}
          onClose={close}
        />
      ) : null}
      {dialog?.step === 'extend' ? (
        <ExtendDialog
          dossierId={dossierId}
          duties={chosenOf(dialog.rows)}
          what={what}
          due={single?.due ?? null}
          onClose={close}
        />
      ) : null}
    </>
  );
}
