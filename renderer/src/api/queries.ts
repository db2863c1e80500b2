/** TanStack Query over the client: one hook for queries, one for commands. */
import {
  QueryClient,
  keepPreviousData,
  notifyManager,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { InputOf, OutputOf, QueryName } from '../../../shared/rpc/contract';
import type { HostEvent } from '../../../shared/rpc/method';
import { callQuery, forgetRevision, host, type AggregateKind } from './client';
import type { RpcError } from './errors';

// Whoever waited for `refresh` closes a dialog next: the page must have heard of the answers by then. The library's own
// turn comes a timer later, and for that moment a closed dialog would show the page as it was before.
notifyManager.setScheduler(queueMicrotask);

export const queryClient = new QueryClient({
  defaultOptions: {
    // The cable is out in an ordinary office: the host is on this very PC, so never pause for the network.
    queries: { networkMode: 'always', retry: false, staleTime: 30_000, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
});

interface RpcOptions {
  readonly enabled?: boolean;
  /** Show the last answer while the next one (other input) is on its way. */
  readonly keep?: boolean;
  /** Asked again after so many milliseconds, for answers that change without a commit. */
  readonly every?: number;
}

export function useRpc<M extends QueryName>(
  method: M,
  input: InputOf<M>,
  options: RpcOptions = {},
): UseQueryResult<OutputOf<M>, RpcError> {
  return useQuery<OutputOf<M>, RpcError>({
    queryKey: [method, input],
    queryFn: () => callQuery(method, input),
    enabled: options.enabled ?? true,
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Answers that any change may touch, whatever aggregate it was in. */
const DERIVED = new Set([
  'plan.list',
  'plan.trashed',
  'today.list',
  'report.matrix',
  'intake.tray',
  'intake.batch',
  'obligation.list',
  'ownPlan.list',
  'upward.list',
  'difficulty.list',
  'incoming.list',
  'incoming.withoutPlan',
  'incoming.unitsWithoutPlan',
  'incoming.basisLinks',
  'report.owing',
  'report.chaseTexts',
  'delivery.list',
  'search.find',
  'store.state',
  'store.history',
]);

function touches(key: readonly unknown[], kind: string, id: string): boolean {
  const [method, input] = key;
  if (typeof method !== 'string') return false;
  if (DERIVED.has(method)) return true;
  if (kind === 'office') return true;
  if (kind === 'incoming') return method.startsWith('incoming.') || method === 'register.transfers';
  if (kind === 'intake') return method.startsWith('intake.');
  if (kind === 'register') return method.startsWith('register.') || method.startsWith('dispatch.');
  if (kind === 'dossier' && input !== null && typeof input === 'object' && 'dossierId' in input) {
    return input.dossierId === id;
  }
  return !method.startsWith('office.') && !method.startsWith('backup.');
}

/** Marks every answer stale that a change of this aggregate may have touched. */
export function refresh(kind: AggregateKind | 'all', id = ''): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: (query) => kind === 'all' || touches(query.queryKey, kind, id),
  });
}

/** The first change is shown at once; while more keep coming (an import), the lists follow once a second. */
const SOON_MS = 80;
const BUSY_MS = 1000;
let refreshedAt = -BUSY_MS;

const pending = new Map<string, { kind: AggregateKind; id: string }>();
let timer: ReturnType<typeof setTimeout> | null = null;

/** Listens to the host; bursts of changes (an import of 60 forms) become one refresh. */
export function followHost(): () => void {
  return host.on((event: HostEvent) => {
    if (event.type !== 'changed') return;
    const kind = event.kind as AggregateKind;
    forgetRevision({ kind, id: event.id }, event.revision);
    pending.set(`${kind}:${event.id}`, { kind, id: event.id });
    timer ??= setTimeout(
      () => {
        timer = null;
        refreshedAt = performance.now();
        const changed = [...pending.values()];
        pending.clear();
        for (const { kind: each, id } of changed.length > 5 ? [{ kind: 'all' as const, id: '' }] : changed) {
          void refresh(each, id);
        }
      },
      Math.max(SOON_MS, refreshedAt + BUSY_MS - performance.now()),
    );
  });
}
