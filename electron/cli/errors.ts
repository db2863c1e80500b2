/** How a verb ends otherwise than well. */
import type { AppError } from '../../shared/result';

/** Wrong usage: exit status 2 with this sentence. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** An answer of the application that is an error: exit status 1. */
export class RefusedError extends Error {
  constructor(readonly error: AppError) {
    super(error.message);
  }
}
