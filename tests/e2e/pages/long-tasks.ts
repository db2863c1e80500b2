/**
 * How long the page was at a stretch unable to answer, by what its thread itself computed: Chromium's own trace tells
 * both clocks of each task, and time in which another program had the processor is not the page's fault.
 */
import type { CDPSession, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds that the thread computed; absent where the task only marked a moment. */
  readonly tdur?: number;
  readonly args: Readonly<Record<string, unknown>>;
}

interface Watch {
  readonly devtools: CDPSession;
  readonly events: TraceEvent[];
}

const TASK = 'ThreadControllerImpl::RunTask';
const watches = new WeakMap<Page, Watch>();

/** Begins anew. */
export async function observeTasks(page: Page): Promise<void> {
  await ended(page);
  const devtools = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  devtools.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'], excludedCategories: ['*'] },
  });
  watches.set(page, { devtools, events });
}

/** Milliseconds of the longest task since `observeTasks`, which is over with this. */
export async function longestTask(page: Page): Promise<number> {
  // What is still running would be lost with the end of the trace: an answer of the page comes within a task.
  await page.evaluate(() => new Promise<void>((done) => setTimeout(done)));
  const events = await ended(page);
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args['name'] === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(({ name, pid, tid }) => name === TASK && main.has(`${pid} ${tid}`));
  // A trace without tasks would let everything pass.
  if (tasks.length === 0) throw new Error('the trace knows no task of the page');
  return Math.round(tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur), 0) / 1000);
}

/** Milliseconds that a plain table of so many rows, without the product, costs this machine's page: a baseline. */
export async function plainTable(page: Page, rows: number): Promise<number> {
  await observeTasks(page);
  await page.evaluate(
    (count) =>
      new Promise<void>((done) => {
        setTimeout(() => {
          const table = document.createElement('table');
          for (let row = 0; row < count; row += 1)
            for (let cell = 0, line = table.insertRow(); cell < 12; cell += 1)
              line.insertCell().textContent = `${row}.${cell}`;
          document.body.append(table);
          // Asked for its height, it is laid out within this very task.
          table.dataset['height'] = String(table.offsetHeight);
          table.remove();
          done();
        });
      }),
    rows,
  );
  return longestTask(page);
}

async function ended(page: Page): Promise<readonly TraceEvent[]> {
  const watch = watches.get(page);
  if (!watch) return [];
  watches.delete(page);
  const complete = new Promise((done) => watch.devtools.once('Tracing.tracingComplete', done));
  await watch.devtools.send('Tracing.end');
  await complete;
  await watch.devtools.detach();
  return watch.events;
}
