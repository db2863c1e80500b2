/** The application: every method of the contract over the given ports. */
import { contract, type MethodName } from '../rpc/contract';
import type { Ports } from '../ports/ports';
import { ok } from '../result';
import type { App } from './application';
import { archiveHandlers } from './archive/archive-handlers';
import { exportCalendar, listCalendar } from './calendar/calendar';
import { conferenceHandlers } from './conference/conference-handlers';
import { dispatchHandlers } from './dispatch/dispatch-handlers';
import { guarded } from './guard';
import { incomingHandlers } from './incoming/incoming-handlers';
import { createJobs } from './jobs';
import { obligationHandlers } from './obligation/obligation-handlers';
import { officeHandlers } from './office/office-handlers';
import { planHandlers } from './plan/plan-handlers';
import { reportHandlers } from './report/report-handlers';
import { createSample } from './sample/create';
import { storeHandlers } from './store/store-handlers';
import { taskHandlers } from './task/task-handlers';
import { listToday } from './today/list';
import type { Handler, Handlers } from './handlers';
import { createSearchIndex, type SearchIndex } from './search/search-index';

/** Each area lists its own; the compiler misses what none of them has. */
function allHandlers(app: App): Handlers {
  return {
    ...officeHandlers(app),
    ...planHandlers(app),
    ...dispatchHandlers(app),
    ...reportHandlers(app),
    ...obligationHandlers(app),
    ...taskHandlers(app),
    ...conferenceHandlers(app),
    ...incomingHandlers(app),
    ...archiveHandlers(app),
    ...storeHandlers(app),
    'calendar.list': listCalendar(app),
    'calendar.export': exportCalendar(app),
    'today.list': listToday(app),
    'sample.create': createSample(app),
    'search.find': async (input) => app.search.find(input),
    'job.cancel': async ({ requestId }) => ok({ found: app.jobs.cancel(requestId) }),
  };
}

/** A host that keeps the search index ready hands in its own. */
export function createHandlers(ports: Ports, search: SearchIndex = createSearchIndex(ports)): Handlers {
  const app: App = { ports, jobs: createJobs(), search };
  const table = allHandlers(app);
  const wrap = <M extends MethodName>(method: M): Handler<M> => guarded(app, method, table[method]);
  const methods = Object.keys(contract) as MethodName[];
  return Object.fromEntries(methods.map((method) => [method, wrap(method)])) as unknown as Handlers;
}
