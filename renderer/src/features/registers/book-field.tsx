import { AutoComplete, Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { KIND_OF_TYPE } from '../../../../shared/domain/plan/plan-record';
import type { RegisterBookRow } from '../../../../shared/rpc/contract/register';
import { useRpc } from '../../api/queries';
import { fault } from '../../ui/form-dialog';
import { TextItem } from '../../ui/text-item';
import { useNames } from '../incoming/names';

/** The book that a dialog writes into: one that stands, or a new one of a type and a body. */
export interface BookChoice {
  readonly seriesId: string | null;
  readonly type: string;
  readonly issuerSymbol: string | null;
}

const NEW_BOOK = '';
const TYPES = Object.entries(KIND_OF_TYPE).map(([value, name]) => ({
  value,
  label: `${value} – ${name.charAt(0)}${name.slice(1).toLowerCase()}`,
}));

/** The book that most is written into: what a page or a dialog begins with where none is named. */
export function mostUsed(books: readonly RegisterBookRow[]): RegisterBookRow | undefined {
  return [...books].sort((a, b) => b.entries - a.entries)[0];
}

export function choiceOf(books: readonly RegisterBookRow[], seriesId: string | null): BookChoice {
  const book = books.find((one) => one.seriesId === seriesId) ?? mostUsed(books);
  return { seriesId: book?.seriesId ?? null, type: book?.series.type ?? 'KH', issuerSymbol: null };
}

interface BookFieldProps {
  readonly books: readonly RegisterBookRow[];
  readonly value: BookChoice;
  readonly onChange: (value: BookChoice) => void;
  readonly fields: Readonly<Record<string, string>>;
}

export function BookField({ books, value, onChange, fields }: BookFieldProps): ReactNode {
  const book = books.find((one) => one.seriesId === value.seriesId);
  return (
    <>
      <Form.Item label="Sổ">
        <Select
          aria-label="Sổ"
          value={value.seriesId ?? NEW_BOOK}
          options={[
            ...books.map((one) => ({
              value: one.seriesId,
              label: `${one.title} (số tiếp theo ${one.next})`,
            })),
            { value: NEW_BOOK, label: 'Sổ khác, chưa có dòng nào' },
          ]}
          onChange={(seriesId: string) =>
            onChange(
              seriesId === NEW_BOOK
                ? { ...value, seriesId: null, type: value.type || 'KH' }
                : { ...choiceOf(books, seriesId), issuerSymbol: null },
            )
          }
        />
      </Form.Item>
      {book === undefined || book.series.type === null ? (
        <Form.Item label="Loại văn bản" {...fault(fields, 'type')}>
          <Select
            aria-label="Loại văn bản"
            value={value.type}
            options={TYPES}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(type: string) => onChange({ ...value, type })}
          />
        </Form.Item>
      ) : null}
      {book === undefined ? (
        <TextItem
          id="book-symbol"
          label="Ký hiệu cơ quan"
          placeholder="để trống: của cơ quan (ĐU); ban, văn phòng: VPĐU, UBKTĐU…"
          value={value.issuerSymbol ?? ''}
          onChange={(text) => onChange({ ...value, issuerSymbol: text === '' ? null : text })}
        />
      ) : null}
    </>
  );
}

/** A unit or a position: any words, names of the directory beside them. */
export function HolderField({
  id,
  value,
  onChange,
}: {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const office = useRpc('office.get', {});
  const names = useNames(office.data?.entries, ['unit', 'position']);
  return (
    <AutoComplete
      id={id}
      value={value}
      options={names.matching(value)}
      defaultActiveFirstOption={false}
      placeholder="Đơn vị hoặc chức danh"
      onChange={onChange}
    />
  );
}
