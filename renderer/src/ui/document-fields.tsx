import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { HandedFile } from '../../../shared/rpc/bridge';
import { DateField } from './date-field';
import { FileField, fault } from './form-dialog';

/** The document that says it: its number and its day in one row of a form; what the host refused stands under it. */
export function DocumentMarkField(props: {
  readonly id: string;
  readonly label: string;
  readonly dayLabel: string;
  /** A number as one is written; absent: "số, ký hiệu". */
  readonly example?: string;
  readonly numberText: string;
  readonly day: string | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly onNumber: (numberText: string) => void;
  readonly onDay: (day: string | null) => void;
}): ReactNode {
  const { id, fields } = props;
  return (
    <Form.Item
      label={props.label}
      htmlFor={id}
      {...fault(fields, fields['date'] === undefined ? 'numberText' : 'date')}
    >
      <div className="row">
        <Input
          id={id}
          placeholder={props.example ?? 'số, ký hiệu'}
          style={{ width: 180 }}
          value={props.numberText}
          onChange={(event) => props.onNumber(event.target.value)}
        />
        <DateField label={props.dayLabel} value={props.day} allowClear onChange={props.onDay} />
      </div>
    </Form.Item>
  );
}

/** The file of a line: one from the PC, and what is kept until another is chosen. */
export function KeptFileField(props: {
  readonly label: string;
  readonly value: HandedFile | null;
  /** Name of what is kept already; null: nothing. */
  readonly kept: string | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly onChange: (file: HandedFile | null) => void;
}): ReactNode {
  const { value, kept } = props;
  return (
    <Form.Item label="Tệp" {...fault(props.fields, 'ticket')}>
      <FileField label={props.label} value={value} onChange={props.onChange} />
      {kept !== null && value === null ? <div className="muted">Đang giữ: {kept}</div> : null}
    </Form.Item>
  );
}
