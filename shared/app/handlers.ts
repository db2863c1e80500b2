/** The application as a table of handlers, one a method of the contract. */
import type { Progress } from '../ports/system';
import type { Result } from '../result';
import type { MethodName, OutputOf, ParsedInputOf } from '../rpc/contract';

/** What a handler knows about the call besides its input. */
export interface CallContext {
  readonly requestId: string;
  /** Revision that the caller saw; null = whatever stands. */
  readonly expectedRevision: number | null;
  /** Author of a change, e.g. the PC's user name. */
  readonly by: string;
  readonly progress: Progress;
}

export type Handler<M extends MethodName> = (
  input: ParsedInputOf<M>,
  context: CallContext,
) => Promise<Result<OutputOf<M>>>;

export type Handlers = { readonly [M in MethodName]: Handler<M> };
