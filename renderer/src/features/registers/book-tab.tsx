import { Select } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { ENTRY_KIND_WORDS, lineNote } from '../../../../shared/domain/dispatch/register-words';
import type { RegisterBookRow, RegisterFilter, RegisterRow } from '../../../../shared/rpc/contract/register';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import type { Column } from '../../ui/data-table';
import { date } from '../../ui/format';
import { Answer } from '../../ui/states';
import { BookNumbers } from '../books/book-numbers';
import { BookTable, PAGE_OF_BOOK } from '../books/book-table';
import { ExplainDialog } from './number-dialogs';
import { READING } from '../../ui/writing';

const COLUMNS: readonly Column<RegisterRow>[] = [
  {
    key: 'number',
    title: 'Số, ký hiệu',
    width: 120,
    text: (row) => row.numberText,
    sort: (row) => row.number,
  },
  { key: 'date', title: 'Ngày VB', width: 100, text: (row) => date(row.date), sort: (row) => row.date },
  {
    key: 'subject',
    title: 'Tên loại và trích yếu',
    text: (row) =>
      row.subject ||
      [`(${ENTRY_KIND_WORDS[row.kind].toLowerCase()})`, row.reserved?.holder].filter(Boolean).join(' '),
  },
  { key: 'signer', title: 'Người ký', width: 130, text: (row) => row.signer },
  { key: 'recipients', title: 'Nơi nhận', width: 165, text: (row) => row.recipients },
  { key: 'keeper', title: 'Bản lưu', width: 85, hidden: true, text: (row) => row.keeper },
  {
    key: 'copies',
    title: 'Số bản',
    width: 75,
    number: true,
    text: (row) => (row.copies === null ? '' : String(row.copies)),
  },
  {
    key: 'sent',
    title: 'Ngày chuyển',
    width: 110,
    text: (row) => date(row.sentOn),
    sort: (row) => row.sentOn ?? '',
  },
  { key: 'note', title: 'Ghi chú', width: 190, text: lineNote },
];

interface BookTabProps {
  readonly books: readonly RegisterBookRow[];
  readonly seriesId: string;
  readonly onSeries: (seriesId: string) => void;
  readonly year: number | null;
  readonly onYear: (year: number | null) => void;
  readonly filter: RegisterFilter;
  readonly onFilter: (filter: RegisterFilter) => void;
  readonly onOpen: (number: number) => void;
  readonly onStart: () => void;
}

/** One book, highest number first, a page at a time, searched and filtered by the host. */
export function BookTab(props: BookTabProps): ReactNode {
  const { books, seriesId, year, filter } = props;
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const [turned, setTurned] = useState(0);
  const query = useDeferredValue(text);
  const book = useRpc(
    'register.get',
    { seriesId, year, query, filter, offset: (page - 1) * PAGE_OF_BOOK, limit: PAGE_OF_BOOK },
    { keep: true },
  );
  const takeBack = useCommand('register.explainGap', {
    offerUndo: true,
    done: 'Đã bỏ lý do; các số này lại chờ được giải thích hoặc cấp.',
  });
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
            // A turned page begins at its top; a search leaves the field where it is typed into alone.
            key={turned}
            id="register"
            label="Sổ đăng ký văn bản đi"
            book="văn bản đi"
            rows={value.entries}
            columns={COLUMNS}
            rowKey={(row) => row.id}
            rowClass={(row) => (row.kind === 'issued' ? '' : `${row.kind}-row`)}
            onOpen={(row) => props.onOpen(row.number)}
            choice={
              <>
                <Select
                  {...READING}
                  aria-label="Sổ"
                  style={{ minWidth: 220 }}
                  value={seriesId}
                  options={books.map((one) => ({
                    value: one.seriesId,
                    label: one.title,
                  }))}
                  onChange={first(props.onSeries)}
                />
                <Select
                  {...READING}
                  aria-label="Năm của sổ"
                  value={year ?? 0}
                  options={[
                    { value: 0, label: 'Mọi năm' },
                    ...value.years.map((one) => ({ value: one, label: `Năm ${one}` })),
                  ]}
                  onChange={first((one: number) => props.onYear(one === 0 ? null : one))}
                />
              </>
            }
            searchHint="Tìm số, trích yếu, nơi nhận"
            text={text}
            onText={first(setText)}
            filter={filter}
            filters={[
              { value: 'all', label: `Tất cả (${value.counts.all})` },
              { value: 'reserved', label: `Giữ chỗ (${value.counts.reserved})` },
              { value: 'void', label: `Đã hủy (${value.counts.void})` },
            ]}
            onFilter={first(props.onFilter)}
            total={value.total}
            page={page}
            onPage={(next) => {
              setPage(next);
              setTurned(turned + 1);
            }}
            below={value.gaps.length > 0 || value.paper ? 40 : 0}
          />
          <BookNumbers
            next={value.next}
            paper={value.paper}
            gaps={value.gaps}
            onStart={props.onStart}
            onTakeBack={(run) =>
              void takeBack.run({ seriesId, number: run.first, to: run.last, reason: null })
            }
            explain={(run, onClose) => <ExplainDialog seriesId={seriesId} run={run} onClose={onClose} />}
          />
        </div>
      )}
    </Answer>
  );
}
