import { Button, Dropdown, Select } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { partsOf } from '../../../../shared/date/plain-date';
import type { RegisterEntry } from '../../../../shared/domain/dispatch/model';
import { callQuery } from '../../api/client';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { date, today } from '../../ui/format';
import { Facts, Page } from '../../ui/page';
import { useDelivery } from '../../ui/save-files';
import { Answer, EmptyPlace } from '../../ui/states';

const KIND: Readonly<Record<RegisterEntry['kind'], string>> = {
  issued: '',
  reserved: 'Giữ chỗ',
  void: 'Hủy số',
};

const COLUMNS: readonly Column<RegisterEntry>[] = [
  {
    key: 'number',
    title: 'Số, ký hiệu',
    width: 120,
    text: (row) => row.numberText,
    sort: (row) => row.number,
  },
  { key: 'date', title: 'Ngày tháng', width: 105, text: (row) => date(row.date), sort: (row) => row.date },
  { key: 'subject', title: 'Tên loại và trích yếu', text: (row) => row.subject },
  { key: 'signer', title: 'Người ký', width: 150, filter: true, text: (row) => row.signer },
  { key: 'recipients', title: 'Nơi nhận', width: 200, text: (row) => row.recipients },
  { key: 'keeper', title: 'Đơn vị lưu', width: 110, text: (row) => row.keeper },
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
  {
    key: 'note',
    title: 'Ghi chú',
    width: 130,
    text: (row) => [KIND[row.kind], row.note].filter(Boolean).join('; '),
  },
];

/** Sổ đăng ký văn bản đi, one book a series. */
export default function Registers(): ReactNode {
  const [params, setParams] = useSearchParams();
  const registers = useRpc('register.list', {});
  const navigate = useNavigate();
  const delivery = useDelivery();
  const year = partsOf(today()).year;
  const exportBook = (format: 'xlsx' | 'pdf') =>
    delivery.make(format, () => callQuery('register.export', { book: 'di', year, format }));
  return (
    <Answer of={registers}>
      {(books) => {
        const seriesId = params.get('so') ?? books[0]?.seriesId ?? null;
        return (
          <Page
            title="Văn bản đi"
            actions={
              <>
                <Button onClick={() => void navigate('/van-ban-di/giao-nhan')}>Sổ giao nhận</Button>
                {books.length > 0 ? (
                  <Select
                    aria-label="Sổ"
                    style={{ minWidth: 320 }}
                    value={seriesId}
                    options={books.map((book) => ({
                      value: book.seriesId,
                      label: `${book.title} (${book.entries})`,
                    }))}
                    onChange={(value) => setParams({ so: value })}
                  />
                ) : null}
                <Dropdown
                  trigger={['click']}
                  menu={{
                    items: [
                      { key: 'xlsx', label: `Excel, năm ${year}` },
                      { key: 'pdf', label: `PDF, năm ${year}` },
                    ],
                    onClick: ({ key }) => exportBook(key === 'pdf' ? 'pdf' : 'xlsx'),
                  }}
                >
                  <Button type="primary" loading={delivery.busy !== null} disabled={books.length === 0}>
                    Xuất sổ
                  </Button>
                </Dropdown>
              </>
            }
          >
            {seriesId === null ? (
              <EmptyPlace
                title="Sổ văn bản đi chưa có dòng nào."
                hint="Mở một kế hoạch đã rà soát, phần Văn bản, rồi bấm “Lấy số”: văn bản được ghi vào sổ và nhận số tiếp theo."
              />
            ) : (
              <Book key={seriesId} seriesId={seriesId} />
            )}
          </Page>
        );
      }}
    </Answer>
  );
}

function Book({ seriesId }: { readonly seriesId: string }): ReactNode {
  const register = useRpc('register.get', { seriesId });
  const navigate = useNavigate();
  return (
    <Answer of={register}>
      {(book) => (
        <>
          <Facts
            items={[
              { label: 'Sổ', value: book.series.title },
              { label: 'Số văn bản', value: book.entries.length },
              { label: 'Số tiếp theo', value: book.next },
              { label: 'Số bỏ trống', value: book.gaps.length === 0 ? 'Không có' : book.gaps.join(', ') },
            ]}
          />
          <DataTable
            id="register"
            label="Sổ đăng ký văn bản đi"
            rows={book.entries}
            columns={COLUMNS}
            rowKey={(row) => row.id}
            virtual
            height={window.innerHeight - 250}
            onOpen={(row) => {
              if (row.dossierId !== null) void navigate(`/ke-hoach/${row.dossierId}/van-ban`);
            }}
          />
        </>
      )}
    </Answer>
  );
}
