/** What a window's host and the application's thread say to each other. Everything survives structured cloning. */
import type { Result } from '../../shared/result';
import type { HostEvent } from '../../shared/rpc/method';
import type { HostedApplication } from '../application';
import type { ComposeOptions } from '../compose';

/** How the thread composes; it starts its document workers itself. */
export type ThreadOptions = Omit<ComposeOptions, 'spawnWorker'>;

/** What can be asked of the thread: the application's own functions, by name. */
export type Verb = Exclude<keyof HostedApplication, 'onEvent'>;
export type Arguments<V extends Verb> = Parameters<HostedApplication[V]>;
export type Answer<V extends Verb> = Awaited<ReturnType<HostedApplication[V]>>;

/** Host → thread. */
export interface Question<V extends Verb = Verb> {
  readonly id: number;
  readonly verb: V;
  readonly with: Arguments<V>;
}

/** Thread → host. `opened` comes first and once; answers come in any order. */
export type ThreadMessage =
  | { readonly opened: Result<null> }
  | { readonly event: HostEvent }
  | { readonly id: number; readonly value: unknown }
  /** A programming mistake: the function threw. */
  | { readonly id: number; readonly fault: string };
