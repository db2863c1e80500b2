import { Form, Input, type FormItemProps, type InputProps } from 'antd';
import type { TextAreaProps } from 'antd/es/input';
import type { ReactNode } from 'react';

interface TextOf {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (text: string) => void;
}
/** What `fault` says of the field; nothing where it was not refused. */
type Refused = Partial<Pick<FormItemProps, 'validateStatus' | 'help'>>;
type Rest<P> = Omit<P, keyof TextOf | keyof Refused>;

/** A line of text in a form, with its label; what the host refused stands under it. */
export function TextItem(props: TextOf & Refused & Rest<InputProps>): ReactNode {
  const { id, label, value, onChange, validateStatus = '', help = null, ...input } = props;
  return (
    <Form.Item label={label} htmlFor={id} {...(help === null ? {} : { validateStatus, help })}>
      <Input {...input} id={id} value={value} onChange={(event) => onChange(event.target.value)} />
    </Form.Item>
  );
}

/** Several lines of text in a form. */
export function TextAreaItem(props: TextOf & Refused & Rest<TextAreaProps>): ReactNode {
  const { id, label, value, onChange, validateStatus = '', help = null, ...area } = props;
  return (
    <Form.Item label={label} htmlFor={id} {...(help === null ? {} : { validateStatus, help })}>
      <Input.TextArea {...area} id={id} value={value} onChange={(event) => onChange(event.target.value)} />
    </Form.Item>
  );
}
