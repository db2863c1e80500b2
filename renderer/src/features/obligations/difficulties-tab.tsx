import { Button, Checkbox, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { DIFFICULTY_STATE } from '../../../../shared/i18n/vi';
import type { DifficultyRow } from '../../../../shared/rpc/contract/obligation';
import { callQuery } from '../../api/client';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { date } from '../../ui/format';
import { useDelivery } from '../../ui/save-files';
import { Answer, EmptyPlace } from '../../ui/states';
import { StateTag, type Tone } from '../../ui/tags';
import type { ReportTabProps } from '../reports/report-tab';
import { AnswerDialog, DifficultyDialog } from './difficulty-dialogs';
import { ObligationPlace, useNamedRow } from './obligation-place';
import { READING } from '../../ui/writing';

const TONE: Readonly<Record<DifficultyRow['state'], Tone>> = {
  waiting: 'info',
  overdue: 'bad',
  answered: 'good',
  'answered-late': 'warn',
};

function answerText({ answer }: DifficultyRow): string {
  if (answer === null) return '';
  return [answer.numberText, date(answer.date), answer.by, answer.note].filter(Boolean).join(', ');
}

/** Khó khăn, vướng mắc: what units asked in writing, and what was answered. */
export default function DifficultiesTab({ tabs }: ReportTabProps): ReactNode {
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState(true);
  const delivery = useDelivery();
  return (
    <ObligationPlace
      tabs={tabs}
      actions={(dossierId) => (
        <>
          <Button
            {...READING}
            loading={delivery.busy === 'xlsx'}
            onClick={() =>
              delivery.make('xlsx', () =>
                callQuery('difficulty.export', { dossierId, only: open ? 'open' : 'all' }),
              )
            }
          >
            Xuất Excel
          </Button>
          <Button type="primary" onClick={() => setAdding(true)}>
            Ghi khó khăn, vướng mắc
          </Button>
        </>
      )}
    >
      {(dossierId) => (
        <>
          <Ledger
            key={dossierId ?? ''}
            dossierId={dossierId}
            open={open}
            onOpenOnly={setOpen}
            onAdd={() => setAdding(true)}
          />
          {adding ? (
            <DifficultyDialog dossierId={dossierId} standing={null} onClose={() => setAdding(false)} />
          ) : null}
        </>
      )}
    </ObligationPlace>
  );
}

interface LedgerProps {
  readonly dossierId: string | null;
  readonly open: boolean;
  readonly onOpenOnly: (open: boolean) => void;
  readonly onAdd: () => void;
}

function Ledger({ dossierId, open, onOpenOnly, onAdd }: LedgerProps): ReactNode {
  const ledger = useRpc('difficulty.list', { dossierId });
  const { named, close } = useNamedRow();
  const [shown, setShown] = useState<{
    readonly row: DifficultyRow;
    readonly step: 'edit' | 'answer';
  } | null>(null);
  const remove = useCommand('difficulty.remove', { done: 'Đã bỏ khỏi sổ.', offerUndo: true });
  const delivery = useDelivery();
  const asked = ledger.data?.find(({ id, answer }) => id === named && answer === null);
  const dialog = shown ?? (asked ? { row: asked, step: 'answer' as const } : null);
  const shut = () => {
    setShown(null);
    if (named !== null) close();
  };
  const menu = (row: DifficultyRow) => [
    { key: 'edit', label: 'Sửa' },
    ...(row.answer ? [{ key: 'answer', label: 'Sửa trả lời' }] : []),
    ...(row.file ? [{ key: 'file', label: 'Lấy văn bản của đơn vị' }] : []),
    ...(row.answer ? [] : [{ key: 'remove', label: 'Bỏ khỏi sổ', danger: true }]),
  ];
  const choose = (row: DifficultyRow, key: string) => {
    if (key === 'remove') void remove.run({ dossierId: row.dossierId, id: row.id });
    else if (key === 'file' && row.file !== null) {
      const { file } = row;
      delivery.make('file', () => callQuery('file.get', { dossierId: row.dossierId, sha256: file }));
    } else setShown({ row, step: key === 'answer' ? 'answer' : 'edit' });
  };
  const columns: readonly Column<DifficultyRow>[] = [
    {
      key: 'received',
      title: 'Ngày nhận',
      width: 105,
      text: (row) => date(row.receivedOn),
      sort: (row) => row.receivedOn,
    },
    { key: 'unit', title: 'Đơn vị', width: 150, filter: true, text: (row) => row.unitName },
    { key: 'subject', title: 'Nội dung', text: (row) => row.subject },
    {
      key: 'forwarded',
      title: 'Chuyển đến',
      width: 135,
      filter: true,
      text: (row) => row.forwardedTo,
    },
    {
      key: 'due',
      title: 'Hạn trả lời',
      width: 105,
      text: (row) => date(row.lastDay),
      sort: (row) => row.lastDay ?? '9',
    },
    {
      key: 'state',
      title: 'Tình trạng',
      width: 145,
      filter: true,
      text: (row) => DIFFICULTY_STATE[row.state].word,
      render: (row) => <StateTag words={DIFFICULTY_STATE[row.state]} tone={TONE[row.state]} />,
    },
    { key: 'answer', title: 'Trả lời', width: 150, text: answerText },
    { key: 'plan', title: 'Kế hoạch', width: 200, hidden: true, filter: true, text: (row) => row.plan },
    {
      key: 'do',
      title: 'Thao tác',
      width: 140,
      sort: false,
      text: () => '',
      render: (row) => (
        <span className="row">
          {row.answer === null ? (
            <Button size="small" onClick={() => setShown({ row, step: 'answer' })}>
              Trả lời
            </Button>
          ) : null}
          <Dropdown trigger={['click']} menu={{ items: menu(row), onClick: ({ key }) => choose(row, key) }}>
            <Button size="small" type="text" aria-label={`Việc khác với ${row.subject}`}>
              Khác…
            </Button>
          </Dropdown>
        </span>
      ),
    },
  ];
  return (
    <>
      <Answer of={ledger}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyPlace
              title="Sổ khó khăn, vướng mắc chưa có dòng nào."
              hint="Khi một đơn vị nêu khó khăn bằng văn bản, ghi vào đây một dòng: đơn vị, nội dung, chuyển cho ai, hạn trả lời. Hôm nay nhắc khi đến hạn; khi có trả lời, ghi số và ngày. Chỉ ghi việc của đơn vị, không ghi thông tin của công dân."
              action={<Button onClick={onAdd}>Ghi khó khăn, vướng mắc</Button>}
            />
          ) : (
            <DataTable
              id="difficulties"
              label="Sổ khó khăn, vướng mắc"
              rows={open ? rows.filter(({ answer }) => answer === null) : rows}
              columns={columns}
              rowKey={(row) => `${row.dossierId}|${row.id}`}
              empty="Mọi khó khăn, vướng mắc đã được trả lời."
              tools={
                <Checkbox checked={open} onChange={(event) => onOpenOnly(event.target.checked)}>
                  Chỉ nội dung chưa trả lời
                </Checkbox>
              }
              onOpen={(row) => setShown({ row, step: row.answer === null ? 'answer' : 'edit' })}
            />
          )
        }
      </Answer>
      {dialog?.step === 'edit' ? (
        <DifficultyDialog dossierId={dialog.row.dossierId} standing={dialog.row} onClose={shut} />
      ) : null}
      {dialog?.step === 'answer' ? <AnswerDialog row={dialog.row} onClose={shut} /> : null}
    </>
  );
}
