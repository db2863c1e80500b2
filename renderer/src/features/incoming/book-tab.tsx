import { Button, Form, Input, Pagination, Segmented, Select } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import type { IncomingFilter } from '../../../../shared/domain/incoming/standing';
import { REQUEST_WORDS, STATE_WORDS, URGENCY_WORDS } from '../../../../shared/domain/incoming/words';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { IncomingRow } from '../../../../shared/rpc/contract/incoming';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { FormDialog } from '../../ui/form-dialog';
import { date } from '../../ui/format';
import { Answer, EmptyPlace } from '../../ui/states';
import { READING } from '../../ui/writing';

const PAGE = 200;

const COLUMNS: readonly Column<IncomingRow>[] = [
  {
    key: 'arrived',
    title: 'Ngày đến',
    width: 100,
    text: (row) => date(row.arrivedOn),
    sort: (row) => row.arrivedOn,
  },
  {
    key: 'number',
    title: 'Số đến',
    width: 75,
    number: true,
    text: (row) => String(row.number),
    sort: (row) => row.number,
  },
  { key: 'issuer', title: 'Tác giả', width: 170, filter: true, text: (row) => row.issuer },
  { key: 'symbol', title: 'Số, ký hiệu', width: 120, text: (row) => row.numberText },
  { key: 'date', title: 'Ngày VB', width: 100, text: (row) => date(row.date), sort: (row) => row.date ?? '' },
  {
    key: 'subject',
    title: 'Tên loại và trích yếu',
    text: (row) =>
      [URGENCY_WORDS[row.urgency].toUpperCase(), row.documentKind, row.subject].filter(Boolean).join(' '),
  },
  { key: 'receiver', title: 'Nơi nhận', width: 140, text: (row) => row.receiver || row.handler },
  { key: 'forwarded', title: 'Ngày chuyển', width: 100, hidden: true, text: (row) => date(row.forwardedOn) },
  {
    key: 'request',
    title: 'Yêu cầu',
    width: 130,
    hidden: true,
    filter: true,
    text: (row) => REQUEST_WORDS[row.request],
  },
  {
    key: 'deadline',
    title: 'Thời hạn',
    width: 130,
    text: (row) => [row.deadlineTime, date(row.deadline)].filter(Boolean).join(' '),
    sort: (row) => row.deadline ?? '9999',
    render: (row) => (
      <>
        {[row.deadlineTime, date(row.deadline)].filter(Boolean).join(' ')}
        {row.time === '' ? null : <div className={row.overdue ? 'field-error' : 'muted'}>{row.time}</div>}
      </>
    ),
  },
  {
    key: 'state',
    title: 'Tiến độ',
    width: 125,
    filter: true,
    text: (row) => (row.voided ? 'Đã hủy' : row.needsPlan ? 'Chưa có kế hoạch' : STATE_WORDS[row.state]),
  },
  {
    key: 'note',
    title: 'Ghi chú',
    width: 120,
    hidden: true,
    text: (row) => [row.voided?.reason, row.note].filter(Boolean).join('; '),
  },
];

interface BookTabProps {
  readonly year: number | null;
  readonly onYear: (year: number) => void;
  readonly filter: IncomingFilter;
  readonly onFilter: (filter: IncomingFilter) => void;
  readonly onOpen: (id: string) => void;
  readonly onRegister: () => void;
}

/** The book of a year: newest first, a page at a time, searched and filtered by the host. */
export function BookTab({ year, onYear, filter, onFilter, onOpen, onRegister }: BookTabProps): ReactNode {
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const query = useDeferredValue(text);
  const book = useRpc(
    'incoming.list',
    { year, query, filter, offset: (page - 1) * PAGE, limit: PAGE },
    { keep: true },
  );
  const search = (value: string) => {
    setText(value);
    setPage(1);
  };
  return (
    <Answer of={book}>
      {(value) => (
        <div className="stack">
          <DataTable
            id="incoming"
            label="Sổ đăng ký văn bản đến"
            rows={value.rows}
            columns={COLUMNS}
            rowKey={(row) => row.id}
            search={false}
            rowClass={(row) => (row.voided ? 'void-row' : '')}
            onOpen={(row) => onOpen(row.id)}
            empty={
              value.counts.all === 0 ? (
                <EmptyPlace
                  title={`Sổ văn bản đến năm ${value.year} chưa có dòng nào.`}
                  hint="Bấm “Đăng ký văn bản đến”, hoặc thả tệp văn bản vào cửa sổ này: số, ngày, trích yếu và thời hạn đọc được sẽ hiện bên cạnh từng ô để anh chị xác nhận."
                  action={<Button onClick={onRegister}>Đăng ký văn bản đến</Button>}
                />
              ) : (
                'Không có dòng nào khớp.'
              )
            }
            tools={
              <>
                <Select
                  {...READING}
                  aria-label="Năm của sổ"
                  value={value.year}
                  options={value.years.map((one) => ({ value: one, label: `Năm ${one}` }))}
                  onChange={(next) => {
                    setPage(1);
                    onYear(next);
                  }}
                />
                <Input
                  {...READING}
                  allowClear
                  className="table-search"
                  aria-label="Tìm trong sổ văn bản đến"
                  placeholder="Tìm số, trích yếu, tác giả"
                  value={text}
                  onChange={(event) => search(event.target.value)}
                />
                <Segmented<IncomingFilter>
                  aria-label="Lọc sổ văn bản đến"
                  value={filter}
                  options={[
                    { value: 'all', label: `Tất cả (${value.counts.all})` },
                    { value: 'open', label: `Chưa giải quyết (${value.counts.open})` },
                    { value: 'overdue', label: `Quá hạn (${value.counts.overdue})` },
                    { value: 'no-plan', label: `Chưa có kế hoạch (${value.counts['no-plan']})` },
                  ]}
                  onChange={(next) => {
                    setPage(1);
                    onFilter(next);
                  }}
                />
              </>
            }
          />
          {value.total > PAGE ? (
            <Pagination
              size="small"
              current={page}
              pageSize={PAGE}
              total={value.total}
              showSizeChanger={false}
              showTotal={(total, [from, to]) => `Dòng ${from}–${to} trong ${total}`}
              onChange={setPage}
            />
          ) : null}
          <Gaps year={value.year} gaps={value.gaps} />
        </div>
      )}
    </Answer>
  );
}

type Gap = OutputOf<'incoming.list'>['gaps'][number];
const GAPS_SHOWN = 20;

/** Numbers without a line: each with its reason, or asked for one. */
function Gaps({ year, gaps }: { readonly year: number; readonly gaps: readonly Gap[] }): ReactNode {
  const [asked, setAsked] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const explain = useCommand('incoming.explainGap', { form: true, showsError: true, done: 'Đã ghi lý do.' });
  if (gaps.length === 0) return null;
  return (
    <div>
      <strong>Số bỏ trống:</strong>{' '}
      {gaps.slice(0, GAPS_SHOWN).map((gap) => (
        <span key={gap.number}>
          {gap.number}{' '}
          {gap.reason === null ? (
            <Button size="small" onClick={() => setAsked(gap.number)}>
              Ghi lý do
            </Button>
          ) : (
            <span className="muted">({gap.reason})</span>
          )}{' '}
        </span>
      ))}
      {gaps.length > GAPS_SHOWN ? `và ${gaps.length - GAPS_SHOWN} số nữa.` : null}
      {asked === null ? null : (
        <FormDialog
          title={`Vì sao bỏ trống số đến ${asked}/${year}`}
          action="Ghi lý do"
          pending={explain.pending}
          error={explain.error}
          disabled={reason.trim() === ''}
          onSubmit={() =>
            void explain.run({ year, number: asked, reason }).then((value) => {
              if (value) setAsked(null);
            })
          }
          onClose={() => setAsked(null)}
        >
          <Form.Item label="Lý do" htmlFor="gap-reason">
            <Input
              id="gap-reason"
              autoFocus
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Form.Item>
        </FormDialog>
      )}
    </div>
  );
}
