/**
 * Errors as values. Use cases answer a `Result`; only programming mistakes throw.
 */

/** The closed set of error codes that cross the RPC boundary. */
export const ERROR_CODES = [
  'BAD_REQUEST',
  'NOT_FOUND',
  'CONFLICT',
  'FORBIDDEN',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error for a person: `message` is a complete Vietnamese sentence (what happened, where, what to do). */
export interface AppError {
  readonly code: ErrorCode;
  readonly message: string;
  /** Machine-readable particulars: file, sheet, cell, taken number, … */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Form field path → Vietnamese sentence. */
  readonly fieldErrors?: Readonly<Record<string, string>>;
}

export type Result<T, E = AppError> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function fail(
  code: ErrorCode,
  message: string,
  extra: Pick<AppError, 'details' | 'fieldErrors'> = {},
): Result<never> {
  return { ok: false, error: { code, message, ...extra } };
}

/** The value of a result that is known to be good; throws the error's message otherwise (tests, start-up). */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}
