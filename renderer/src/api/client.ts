/**
 * The typed client: one place that knows envelopes, revisions and request ids.
 *
 * A command on an aggregate carries the revision that this window saw last; commands on one aggregate wait for one
 * another, so that a person who presses keys fast does not conflict with themselves.
 */
import type { CommandName, InputOf, OutputOf, QueryName } from '../../../shared/rpc/contract';
import { RpcError } from './errors';
import { electronHost } from './electron-host';
import type { Host } from './host';
import { httpHost } from './http-host';

export const host: Host = window.vpdu ? electronHost(window.vpdu) : httpHost();

export type AggregateKind = 'office' | 'register' | 'dossier' | 'intake' | 'incoming';
export interface Aggregate {
  readonly kind: AggregateKind;
  readonly id: string;
}

const seen = new Map<string, number>();
const waiting = new Map<string, Promise<unknown>>();
const keyOf = (aggregate: Aggregate) => `${aggregate.kind}:${aggregate.id}`;

/** Commands with a dossierId that do not go by the dossier's revision: they touch other aggregates or none. */
const FREE: ReadonlySet<string> = new Set([
  'archive.export',
  'store.purge',
  'plan.trash',
  'report.forms',
  'ownPlan.match',
  // One commit a unit: each row carries the version that was seen.
  'report.putMany',
  'dispatch.register',
  'document.sign',
  // Typed words are kept beside the text, whatever revision it has.
  'plan.saveTextDraft',
  // Two windows may write into the book at once: the host gives each its own number.
  'incoming.register',
  'incoming.explainGap',
  'incoming.startFrom',
  // So with the books of outgoing documents: the draft decides, whatever page a window shows.
  'register.reserve',
  'register.release',
  'register.void',
  'register.correct',
  'register.enter',
  'register.explainGap',
  'register.startFrom',
]);

/** The aggregate that a call is about, null when it is about none or several. */
export function aggregateOf(method: string, input: unknown): Aggregate | null {
  if (method.startsWith('office.')) return { kind: 'office', id: 'office' };
  if (method.startsWith('incoming.')) return { kind: 'incoming', id: 'incoming' };
  if (method.startsWith('intake.')) return { kind: 'intake', id: 'intake' };
  if (
    input !== null &&
    typeof input === 'object' &&
    'dossierId' in input &&
    typeof input.dossierId === 'string'
  ) {
    return { kind: 'dossier', id: input.dossierId };
  }
  if (method.startsWith('register.')) return bookNamedIn(input);
  return null;
}

/** The book that a call or its answer names; an answer names also one that the call began. */
export function bookNamedIn(value: unknown): Aggregate | null {
  if (value === null || typeof value !== 'object' || !('seriesId' in value)) return null;
  return typeof value.seriesId === 'string' ? { kind: 'register', id: value.seriesId } : null;
}

function note(aggregate: Aggregate | null, value: unknown): void {
  if (!aggregate || value === null || typeof value !== 'object') return;
  if (!('revision' in value) || typeof value.revision !== 'number') return;
  // An answer that was on its way while a command was done is older than what the command told us.
  seen.set(keyOf(aggregate), Math.max(value.revision, seen.get(keyOf(aggregate)) ?? 0));
}

/** Another window changed it: what we saw is stale until the next query answers. */
export function forgetRevision(aggregate: Aggregate, revision: number): void {
  if ((seen.get(keyOf(aggregate)) ?? revision) < revision) seen.delete(keyOf(aggregate));
}

export async function callQuery<M extends QueryName>(method: M, input: InputOf<M>): Promise<OutputOf<M>> {
  const reply = await host.call({ method, input });
  if (!reply.ok) throw new RpcError(reply.error);
  note(aggregateOf(method, input), reply.value);
  return reply.value as OutputOf<M>;
}

export async function callCommand<M extends CommandName>(
  method: M,
  input: InputOf<M>,
  requestId: string = crypto.randomUUID(),
): Promise<OutputOf<M>> {
  const aggregate = FREE.has(method) ? null : aggregateOf(method, input);
  const send = async (): Promise<OutputOf<M>> => {
    const expectedRevision = aggregate ? (seen.get(keyOf(aggregate)) ?? null) : null;
    const reply = await host.call({ method, input, requestId, expectedRevision });
    if (!reply.ok) {
      if (reply.error.code === 'CONFLICT' && aggregate) seen.delete(keyOf(aggregate));
      throw new RpcError(reply.error);
    }
    note(aggregate, reply.value);
    const about = aggregateOf(method, input);
    if (!aggregate && about) seen.delete(keyOf(about));
    return reply.value as OutputOf<M>;
  };
  if (!aggregate) return send();
  const key = keyOf(aggregate);
  const turn = (waiting.get(key) ?? Promise.resolve()).then(send, send);
  waiting.set(key, turn);
  return turn;
}
