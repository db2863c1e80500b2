/** One hook for every command: runs it, says what went wrong, refreshes what it touched, remembers how to undo it. */
import { useCallback, useRef, useState } from 'react';
import type { CommandName, InputOf, OutputOf } from '../../../shared/rpc/contract';
import type { AppError } from '../../../shared/result';
import {
  rememberRevision,
  rememberTrash,
  toastDone,
  toastError,
  toastUndoable,
  type Undoable,
} from '../app/feedback';
import { aggregateOf, bookNamedIn, callCommand } from './client';
import { appErrorOf } from './errors';
import { refresh } from './queries';

export interface CommandOptions<M extends CommandName> {
  /** Said when it worked; nothing when absent. */
  readonly done?: string | ((value: OutputOf<M>) => string);
  /** More under `done`; nothing when it answers null. */
  readonly note?: (value: OutputOf<M>) => string | null;
  /** The toast itself offers to take it back. */
  readonly offerUndo?: boolean;
  /** False: the host had nothing to change, so there is nothing to take back. */
  readonly changed?: (value: OutputOf<M>) => boolean;
  /** A form shows `fields` itself: no toast when every complaint has its field. */
  readonly form?: boolean;
  /** The dialog shows `error` itself, whatever it is: the same sentence is not said twice. */
  readonly showsError?: boolean;
}

export interface Command<M extends CommandName> {
  /** Null when it failed: the person has been told. */
  readonly run: (input: InputOf<M>, requestId?: string) => Promise<OutputOf<M> | null>;
  readonly pending: boolean;
  readonly error: AppError | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly reset: () => void;
}

const NOT_UNDOABLE: ReadonlySet<string> = new Set([
  'office.setup',
  'store.undo',
  'plan.import',
  'archive.export',
  'store.purge',
  'plan.saveTextDraft',
]);

export function useCommand<M extends CommandName>(method: M, options: CommandOptions<M> = {}): Command<M> {
  const [pending, setPending] = useState(0);
  const [error, setError] = useState<AppError | null>(null);
  const latest = useRef(options);
  latest.current = options;

  const run = useCallback(
    async (input: InputOf<M>, requestId?: string): Promise<OutputOf<M> | null> => {
      setPending((count) => count + 1);
      const aggregate = aggregateOf(method, input);
      try {
        const value = await callCommand(method, input, requestId);
        setError(null);
        const { done, note, offerUndo, changed } = latest.current;
        const undo = changed?.(value) === false ? null : rememberHowToUndo(method, input, value);
        const more = note?.(value) ?? undefined;
        await refresh(aggregate?.kind ?? 'all', aggregate?.id ?? '');
        const words = typeof done === 'function' ? done(value) : done;
        if (words !== undefined && offerUndo === true && undo) toastUndoable(words, more, undo);
        else if (words !== undefined) toastDone(words, more);
        return value;
      } catch (thrown) {
        const failure = appErrorOf(thrown);
        setError(failure);
        const { showsError } = latest.current;
        if (failure.code === 'CONFLICT') {
          if (showsError !== true)
            toastError(failure.message, 'Đã nạp lại dữ liệu mới nhất; hãy xem rồi làm lại nếu vẫn cần.');
          await refresh(aggregate?.kind ?? 'all', aggregate?.id ?? '');
        } else if (showsError === true) {
          // Said where it happened.
        } else if (latest.current.form !== true || Object.keys(failure.fieldErrors ?? {}).length === 0) {
          toastError(failure.message);
        }
        return null;
      } finally {
        setPending((count) => count - 1);
      }
    },
    [method],
  );
  const reset = useCallback(() => setError(null), []);
  return { run, pending: pending > 0, error, fields: error?.fieldErrors ?? {}, reset };
}

function rememberHowToUndo(method: CommandName, input: unknown, value: unknown): Undoable | null {
  if (NOT_UNDOABLE.has(method) || value === null || typeof value !== 'object') return null;
  if ('trashId' in value && typeof value.trashId === 'string') {
    return rememberTrash(value.trashId);
  }
  const aggregate =
    aggregateOf(method, input) ?? (method.startsWith('register.') ? bookNamedIn(value) : null);
  const dryRun = input !== null && typeof input === 'object' && 'dryRun' in input && input.dryRun === true;
  if (!aggregate || dryRun || !('revision' in value) || typeof value.revision !== 'number') return null;
  return rememberRevision(aggregate.kind, aggregate.id, value.revision);
}
