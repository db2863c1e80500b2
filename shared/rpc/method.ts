/**
 * RPC by hand, on zod. A method is a `query` or a `command`; a command's envelope carries `requestId` (a retry is
 * harmless) and, where it changes one aggregate, the revision that the caller saw.
 */
import { z } from 'zod';
import { withTextLimits } from './text-limits';

export interface Method<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command';
  readonly input: I;
  readonly output: O;
}

export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'query', input, output } as const satisfies Method<I, O>;
}

export function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'command', input: withTextLimits(input), output } as const satisfies Method<I, O>;
}

/** What goes over the wire. */
export const requestSchema = z.object({
  method: z.string(),
  input: z.unknown(),
  /** Commands only. */
  requestId: z.string().min(8).max(100).optional(),
  /** Commands only: revision the caller saw; null or absent = whatever stands. */
  expectedRevision: z.number().int().nonnegative().nullable().optional(),
});
export type Request = z.infer<typeof requestSchema>;

/** What the host pushes to its windows. */
export const hostEventSchema = z.discriminatedUnion('type', [
  /** An aggregate has a new revision: queries over it are stale. */
  z.object({ type: z.literal('changed'), kind: z.string(), id: z.string(), revision: z.number().int() }),
  /** Progress of the command with this requestId. */
  z.object({
    type: z.literal('progress'),
    requestId: z.string(),
    done: z.number(),
    total: z.number(),
    label: z.string(),
  }),
]);
export type HostEvent = z.infer<typeof hostEventSchema>;
