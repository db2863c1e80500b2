/** One of a few, each to be seen: a labelled row of radio buttons in a dialog. */
import { Form, Radio } from 'antd';
import type { ReactNode } from 'react';

interface ChoiceFieldProps<Value extends string | boolean> {
  readonly label: string;
  /** What the group is called where the label beside it says too little. */
  readonly name?: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

export function ChoiceField<Value extends string | boolean>(props: ChoiceFieldProps<Value>): ReactNode {
  return (
    <Form.Item label={props.label}>
      <Radio.Group
        aria-label={props.name ?? props.label}
        value={props.value}
        options={[...props.options]}
        onChange={(event) => props.onChange(event.target.value as Value)}
      />
    </Form.Item>
  );
}
