import { Button, Select } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import type { IncomingFilter } from '../../../../shared/domain/incoming/standing';
import { REQUEST_WORDS, STATE_WORDS, URGENCY_WORDS } from '../../../../shared/domain/incoming/words';
import type { IncomingRow } from '../../../../shared/rpc/contract/incoming';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import type { Column } from '../../ui/data-table';
import { date } from '../../ui/format';
import { Answer, EmptyPlace } from '../../ui/states';
import { BookNumbers } from '../books/book-numbers';
import { BookTable, PAGE_OF_BOOK } from '../books/book-table';
import { ExplainArrivalDialog, StartYearDialog } from './number-dialogs';

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
  { key: 'issuer', title: 'Tác giả', width: 150, filter: true, clamp: true, text: (row) => row.issuer },
  { key: 'symbol', title: 'Số, ký hiệu', width: 120, text: (row) => row.numberText },
  { key: 'date', title: 'Ngày VB', width: 100, text: (row) => date(row.date), sort: (row) => row.date ?? '' },
  {
    key: 'subject',
    title: 'Tên loại và trích yếu',
    clamp: true,
    text: (row) =>
      [URGENCY_WORDS[row.urgency].toUpperCase(), row.documentKind, row.subject].filter(Boolean).join(' '),
  },
  { key: 'receiver', title: 'Nơi nhận', width: 110, clamp: true, text: (row) => row.receiver || row.handler },
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
    clamp: true,
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
    { year, query, filter, offset: (page - 1) * PAGE_OF_BOOK, limit: PAGE_OF_BOOK },
    { keep: true },
  );
  const takeBack = useCommand('incoming.explainGap', {
    offerUndo: true,
    done: 'Đã bỏ lý do; các số này lại chờ được giải thích.',
  });
  const [starting, setStarting] = useState(false);
  const first =
    <Value,>(act: (value: Value) => void) =>
    (value: Value) => {
      setPage(1);
      act(value);
    };
  return (
    <Answer of={book}>
      {(value) => (
        <div className="stack">
          <BookTable
            id="incoming"
            label="Sổ đăng ký văn bản đến"
            book="văn bản đến"
            rows={value.rows}
            columns={COLUMNS}
            rowKey={(row) => row.id}
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
            choice={
              <Select
                aria-label="Năm của sổ"
                value={value.year}
                options={value.years.map((one) => ({ value: one, label: `Năm ${one}` }))}
                onChange={first(onYear)}
              />
            }
            searchHint="Tìm số, trích yếu, tác giả"
            text={text}
            onText={first(setText)}
            filter={filter}
            filters={[
              { value: 'all', label: `Tất cả (${value.counts.all})` },
              { value: 'open', label: `Chưa giải quyết (${value.counts.open})` },
              { value: 'overdue', label: `Quá hạn (${value.counts.overdue})` },
              { value: 'no-plan', label: `Chưa có kế hoạch (${value.counts['no-plan']})` },
            ]}
            onFilter={first(onFilter)}
            total={value.total}
            page={page}
            onPage={setPage}
          />
          <BookNumbers
            next={value.next}
            paper={value.paper}
            gaps={value.gaps}
            onStart={() => setStarting(true)}
            onTakeBack={(run) =>
              void takeBack.run({ year: value.year, number: run.first, to: run.last, reason: null })
            }
            explain={(run, onClose) => <ExplainArrivalDialog year={value.year} run={run} onClose={onClose} />}
          />
          {starting ? <StartYearDialog year={value.year} onClose={() => setStarting(false)} /> : null}
        </div>
      )}
    </Answer>
  );
}
