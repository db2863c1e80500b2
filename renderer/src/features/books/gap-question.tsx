import { Alert, Checkbox } from 'antd';
import type { ReactNode } from 'react';

/** A number that skips others: which would stay blank, and the press by which a person says that they are to. */
export function GapQuestion(props: {
  /** Null: nothing to ask. */
  readonly question: string | null;
  /** As it would be written: "999-KH/ĐU". */
  readonly number: string;
  readonly seen: boolean;
  readonly onSeen: (seen: boolean) => void;
}): ReactNode {
  if (props.question === null) return null;
  return (
    <Alert
      data-testid="gap-question"
      type="warning"
      showIcon
      style={{ marginTop: 8, marginBottom: 8 }}
      title={props.question}
      description={
        <Checkbox checked={props.seen} onChange={(event) => props.onSeen(event.target.checked)}>
          Đúng là số {props.number}, để trống các số trước nó
        </Checkbox>
      }
    />
  );
}
