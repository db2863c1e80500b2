import { Form, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { RegisterBookRow } from '../../../../shared/rpc/contract/register';
import { callQuery } from '../../api/client';
import { ChoiceField } from '../../ui/choice-field';
import { FormDialog } from '../../ui/form-dialog';
import { date, today } from '../../ui/format';
import { useDelivery } from '../../ui/save-files';

const ALL = '';
const WHOLE = 0;
const OLDEST = 2020;

interface PrintDialogProps {
  readonly books: readonly RegisterBookRow[];
  readonly seriesId: string | null;
  readonly book: 'di' | 'chuyen-giao';
  /** Days that the transfers' tab shows. */
  readonly days: { readonly from: string; readonly to: string };
  readonly onClose: () => void;
}

/** Which book, of which time, as what: the cover says the same. */
export function PrintDialog(props: PrintDialogProps): ReactNode {
  const thisYear = Number(today().slice(0, 4));
  const [book, setBook] = useState(props.book);
  const [seriesId, setSeries] = useState(props.seriesId ?? ALL);
  const [year, setYear] = useState(thisYear);
  const [ranged, setRanged] = useState(true);
  const [format, setFormat] = useState<'pdf' | 'xlsx'>('pdf');
  const delivery = useDelivery();
  const years = Array.from({ length: thisYear - OLDEST + 1 }, (_, back) => thisYear - back);
  const print = () => {
    const out = book === 'di';
    const days = !out && ranged ? props.days : { from: null, to: null };
    delivery.make('book', async () => {
      const offered = await callQuery('register.export', {
        book,
        format,
        year: year === WHOLE ? (out ? null : thisYear) : year,
        seriesId: out && seriesId !== ALL ? seriesId : null,
        ...days,
      });
      props.onClose();
      return offered;
    });
  };
  return (
    <FormDialog
      reading
      title="In sổ, xuất sổ"
      action="Xuất sổ"
      pending={delivery.busy !== null}
      error={null}
      onSubmit={print}
      onClose={props.onClose}
    >
      <ChoiceField
        label="Sổ"
        name="Loại sổ"
        value={book}
        options={[
          { value: 'di', label: 'Sổ đăng ký văn bản đi' },
          { value: 'chuyen-giao', label: 'Sổ chuyển giao văn bản' },
        ]}
        onChange={setBook}
      />
      {book === 'di' ? (
        <>
          <Form.Item label="Dãy số">
            <Select
              aria-label="Dãy số"
              value={seriesId}
              options={[
                { value: ALL, label: 'Mọi dãy số, mỗi dãy một phần' },
                ...props.books.map((one) => ({ value: one.seriesId, label: one.title })),
              ]}
              onChange={setSeries}
            />
          </Form.Item>
          <Form.Item label="Thời gian">
            <Select
              aria-label="Thời gian"
              value={year}
              options={[
                { value: WHOLE, label: 'Cả nhiệm kỳ (cả sổ)' },
                ...years.map((one) => ({ value: one, label: `Năm ${one}` })),
              ]}
              onChange={setYear}
            />
          </Form.Item>
        </>
      ) : (
        <ChoiceField
          label="Thời gian"
          name="Thời gian của sổ chuyển giao"
          value={ranged}
          options={[
            { value: true, label: `${date(props.days.from)} – ${date(props.days.to)}` },
            { value: false, label: `Cả năm ${thisYear}` },
          ]}
          onChange={setRanged}
        />
      )}
      <ChoiceField
        label="Định dạng"
        value={format}
        options={[
          { value: 'pdf', label: 'PDF để in' },
          { value: 'xlsx', label: 'Excel' },
        ]}
        onChange={setFormat}
      />
    </FormDialog>
  );
}
