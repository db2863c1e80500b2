import { Alert, Checkbox } from 'antd';
import type { ReactNode } from 'react';

/** What the host asks before it does something, and the press by which a person says that it is meant. */
export function SecondPress(props: {
  /** Null: nothing to ask. */
  readonly question: string | null;
  readonly answer: string;
  readonly seen: boolean;
  readonly onSeen: (seen: boolean) => void;
}): ReactNode {
  if (props.question === null) return null;
  return (
    <Alert
      data-testid="second-press"
      type="warning"
      showIcon
      style={{ marginTop: 8, marginBottom: 8 }}
      title={props.question}
      description={
        <Checkbox checked={props.seen} onChange={(event) => props.onSeen(event.target.checked)}>
          {props.answer}
        </Checkbox>
      }
    />
  );
}
