import type { ReactNode } from 'react';
import { SecondPress } from '../../ui/second-press';

/** A number that skips others: which would stay blank. */
export function GapQuestion(props: {
  /** Null: nothing to ask. */
  readonly question: string | null;
  /** As it would be written: "999-KH/ĐU". */
  readonly number: string;
  readonly seen: boolean;
  readonly onSeen: (seen: boolean) => void;
}): ReactNode {
  const { number, ...rest } = props;
  return <SecondPress {...rest} answer={`Đúng là số ${number}, để trống các số trước nó`} />;
}
