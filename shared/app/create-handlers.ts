/** The application: every method of the contract over the given ports. */
import { contract, type MethodName } from '../rpc/contract';
import type { Ports } from '../ports/ports';
import { fail, ok } from '../result';
import type { App } from './application';
import { guarded } from './guard';
import type { Handler, Handlers } from './handlers';
import { createJobs } from './jobs';
import { createSearchIndex } from './store/search-index';

function implemented(app: App): Partial<Handlers> {
  return {
    'job.cancel': async ({ requestId }) => ok({ found: app.jobs.cancel(requestId) }),
  };
}

export function createHandlers(ports: Ports): Handlers {
  const app: App = { ports, jobs: createJobs(), search: createSearchIndex(ports) };
  const table = implemented(app);
  const wrap = <M extends MethodName>(method: M): Handler<M> =>
    guarded(
      app,
      method,
      (table[method] as Handler<M> | undefined) ??
        (async () => fail('UNAVAILABLE', 'Chức năng này chưa có trong bản này.')),
    );
  const methods = Object.keys(contract) as MethodName[];
  return Object.fromEntries(methods.map((method) => [method, wrap(method)])) as unknown as Handlers;
}
