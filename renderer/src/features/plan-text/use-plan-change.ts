import { useCallback, useState } from 'react';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { PlanChange } from '../../../../shared/rpc/contract/composing';
import { callQuery } from '../../api/client';
import { useCommand } from '../../api/commands';
import { appErrorOf } from '../../api/errors';
import type { AppError } from '../../../../shared/result';
import { toastError } from '../../app/feedback';

export type Proposal = OutputOf<'plan.proposeEdits'>;

export interface PlanChanges {
  /** How a change would be written; null when it was refused, `error` says why. */
  readonly propose: (change: PlanChange) => Promise<Proposal | null>;
  /** Writes what was proposed; false when it was refused. */
  readonly write: (proposal: Proposal) => Promise<boolean>;
  /** Both at once, for a change that needs no second look; a refusal is told. */
  readonly change: (change: PlanChange) => Promise<boolean>;
  readonly pending: boolean;
  readonly error: AppError | null;
  readonly reset: () => void;
}

/** Changes of a plan's structure and data, written into its text. `quiet`: the caller shows `error` itself. */
export function usePlanChange(dossierId: string, done: string, quiet = false): PlanChanges {
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<AppError | null>(null);
  const replace = useCommand('plan.replaceText', {
    done,
    note: () => 'Ctrl+Z để lấy lại.',
    showsError: quiet,
  });
  const { run } = replace;
  const propose = useCallback(
    async (change: PlanChange) => {
      setAsking(true);
      try {
        const proposal = await callQuery('plan.proposeEdits', { dossierId, change });
        setRefused(null);
        return proposal;
      } catch (thrown) {
        const failure = appErrorOf(thrown);
        setRefused(failure);
        if (!quiet) toastError(failure.message);
        return null;
      } finally {
        setAsking(false);
      }
    },
    [dossierId, quiet],
  );
  const write = useCallback(
    async ({ edits, textHash }: Proposal) =>
      edits.length === 0 || (await run({ dossierId, textHash, edits })) !== null,
    [run, dossierId],
  );
  return {
    propose,
    write,
    change: useCallback(
      async (change) => {
        const proposal = await propose(change);
        return proposal !== null && (await write(proposal));
      },
      [propose, write],
    ),
    pending: asking || replace.pending,
    error: refused ?? replace.error,
    reset: useCallback(() => setRefused(null), []),
  };
}
