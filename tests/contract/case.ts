/** What a story of the contract suite is made of: a call, what it should answer, what is kept of the answer. */
import type { Result } from '../../shared/result';
import type { MethodName } from '../../shared/rpc/contract';

/** A host as the story sees it: calls, files in, files out. */
export interface ContractHost {
  readonly name: string;
  send(request: unknown): Promise<Result<unknown>>;
  /** Hands a file over as a person would; answers its ticket. */
  upload(name: string, bytes: Uint8Array): Promise<string>;
  /** Takes offered files as a person would. */
  take(offered: { readonly ticket: string; readonly suggestedName: string }): Promise<readonly TakenFile[]>;
  close(): Promise<void>;
}

export interface TakenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What earlier calls answered, by the name they were kept under. */
export type Memory = Map<string, unknown>;

export interface Case {
  readonly method: string;
  readonly input: (memory: Memory, host: ContractHost) => unknown;
  readonly expect: 'ok' | 'BAD_REQUEST' | 'NOT_FOUND' | 'CONFLICT' | 'FORBIDDEN' | 'UNAVAILABLE';
  /** Set, in place of the story's own, for calls that break the envelope. */
  readonly envelope?: Readonly<Record<string, unknown>>;
  readonly keep?: (value: Kept, memory: Memory, host: ContractHost) => void | Promise<void>;
}

/** An answer, read loosely: the contract says its shape, and the dispatcher checks it. */
export type Kept = Readonly<Record<string, unknown>>;

type Input = Case['input'] | Readonly<Record<string, unknown>>;

export function good(method: MethodName, input: Input, keep?: Case['keep']): Case {
  const base = { method, input: asFunction(input), expect: 'ok' } as const;
  return keep ? { ...base, keep } : base;
}

export function bad(method: MethodName, expect: Exclude<Case['expect'], 'ok'>, input: Input): Case {
  return { method, input: asFunction(input), expect };
}

export function asFunction(input: Input): Case['input'] {
  return typeof input === 'function' ? input : () => input;
}

export const text = (memory: Memory, name: string): string => {
  const value = memory.get(name);
  if (typeof value !== 'string') throw new Error(`the story has no ${name} yet`);
  return value;
};
export const rows = (value: unknown): readonly Kept[] => value as readonly Kept[];
/** `{ dossierId }` of the story's dossier, with more. */
export const inDossier =
  (more: Readonly<Record<string, unknown>> = {}): Case['input'] =>
  (memory) => ({ dossierId: text(memory, 'dossier'), ...more });

/** The period that the office's story reports on. */
export const PERIOD = '2026-Q1';
/** The id of nothing. */
export const NOWHERE = '00000000-0000-4000-8000-00000000dead';

export function asDossier(memory: Memory): { readonly dossierId: string } {
  return { dossierId: text(memory, 'dossier') };
}

export const inPeriod = (more: Readonly<Record<string, unknown>> = {}): Case['input'] =>
  inDossier({ period: PERIOD, ...more });
export const ofUnit =
  (unit: string, more: Readonly<Record<string, unknown>> = {}): Case['input'] =>
  (memory) => ({ ...asDossier(memory), period: PERIOD, unit: text(memory, unit), ...more });
