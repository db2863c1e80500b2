/** Empty, loading and failed: every place answers all three in the same voice. */
import { Alert, Button, Spin } from 'antd';
import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { RpcError } from '../api/errors';

export function Loading({ what = 'Đang mở…' }: { readonly what?: string }): ReactNode {
  return (
    <div className="state" role="status">
      <Spin /> <span className="muted">{what}</span>
    </div>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly action?: ReactNode;
}

/** An empty place teaches the first step. */
export function EmptyPlace({ title, hint, action }: EmptyProps): ReactNode {
  return (
    <div className="state empty">
      <strong>{title}</strong>
      {hint === undefined ? null : <p className="muted">{hint}</p>}
      {action}
    </div>
  );
}

export function Failure({
  error,
  onRetry,
}: {
  readonly error: Error;
  readonly onRetry?: () => void;
}): ReactNode {
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={error.message}
      {...(onRetry ? { action: <Button onClick={onRetry}>Thử lại</Button> } : {})}
    />
  );
}

interface AnswerProps<T> {
  readonly of: UseQueryResult<T, RpcError>;
  readonly children: (value: T) => ReactNode;
  readonly loading?: string;
}

/** The answer of a query, or why there is none yet. */
export function Answer<T>({ of, children, loading }: AnswerProps<T>): ReactNode {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <Failure error={of.error} onRetry={() => void of.refetch()} />;
  return loading === undefined ? <Loading /> : <Loading what={loading} />;
}
