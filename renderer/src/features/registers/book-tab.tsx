import { Button, Input, Pagination, Segmented, Select } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { ENTRY_KIND_WORDS, lineNote } from '../../../../shared/domain/dispatch/register-words';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { RegisterBookRow, RegisterFilter, RegisterRow } from '../../../../shared/rpc/contract/register';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { date } from '../../ui/format';
import { Answer } from '../../ui/states';
import { ExplainDialog } from './number-dialogs';
import { READING } from '../../ui/writing';

/** Lines that the window holds at once; the host searches the rest. */
const PAGE = 200;

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
    { seriesId, year, query, filter, offset: (page - 1) * PAGE, limit: PAGE },
    { keep: true },
  );
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
          <DataTable
            // A turned page begins at its top; a search leaves the field where it is typed into alone.
            key={turned}
            id="register"
            label="Sổ đăng ký văn bản đi"
            rows={value.entries}
            columns={COLUMNS}
            rowKey={(row) => row.id}
            search={false}
            virtual
            height={Math.max(240, window.innerHeight - 300 - (value.gaps.length > 0 || value.paper ? 40 : 0))}
            rowClass={(row) => (row.kind === 'issued' ? '' : `${row.kind}-row`)}
            onOpen={(row) => props.onOpen(row.number)}
            tools={
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
                <Input
                  {...READING}
                  allowClear
                  className="table-search"
                  aria-label="Tìm trong sổ văn bản đi"
                  placeholder="Tìm số, trích yếu, nơi nhận"
                  value={text}
                  onChange={(event) => first(setText)(event.target.value)}
                />
                <Segmented<RegisterFilter>
                  aria-label="Lọc sổ văn bản đi"
                  value={filter}
                  options={[
                    { value: 'all', label: `Tất cả (${value.counts.all})` },
                    { value: 'reserved', label: `Giữ chỗ (${value.counts.reserved})` },
                    { value: 'void', label: `Đã hủy (${value.counts.void})` },
                  ]}
                  onChange={first(props.onFilter)}
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
              onChange={(next) => {
                setPage(next);
                setTurned(turned + 1);
              }}
            />
          ) : null}
          <div className="row wrap">
            <span>
              Số tiếp theo: <strong>{value.next}</strong>
            </span>
            <span className="muted">
              {value.paper ? `Sổ giấy đã đến số ${value.paper.last} (${value.paper.reason}).` : null}
            </span>
            <Button size="small" type="text" onClick={props.onStart}>
              Sổ giấy đã đến số…
            </Button>
            <Gaps seriesId={seriesId} gaps={value.gaps} />
          </div>
        </div>
      )}
    </Answer>
  );
}

type Gap = OutputOf<'register.get'>['gaps'][number];
const GAPS_SHOWN = 12;

/** Numbers without a line: each with its reason, or asked for one. */
function Gaps({ seriesId, gaps }: { readonly seriesId: string; readonly gaps: readonly Gap[] }): ReactNode {
  const [asked, setAsked] = useState<number | null>(null);
  const open = useCommand('register.explainGap', {
    offerUndo: true,
    done: 'Đã bỏ lý do; số này lại chờ được giải thích hoặc cấp.',
  });
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
            <>
              <span className="muted">({gap.reason})</span>
              <Button
                size="small"
                type="text"
                onClick={() => void open.run({ seriesId, number: gap.number, reason: null })}
              >
                Bỏ lý do
              </Button>
            </>
          )}{' '}
        </span>
      ))}
      {gaps.length > GAPS_SHOWN ? `và ${gaps.length - GAPS_SHOWN} số nữa.` : null}
      {asked === null ? null : (
        <ExplainDialog
          seriesId={seriesId}
          number={asked}
          numberText={String(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}
