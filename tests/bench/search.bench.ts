/**
 * Searching a large office: 1,000 dossiers with whole plans, 20,000 lines of the books that go out, 5,000 that came in.
 * Against folding the same texts once without an index; and how long the thread was ever held.
 */
import { createLiveTables } from '../../electron/adapters/store/live-tables';
import { createSearchIndex } from '../../shared/app/search/search-index';
import type { Ref, Store } from '../../shared/ports/store';
import type { Change, Tables, View } from '../../shared/records';
import { ok, unwrap } from '../../shared/result';
import type { ParsedInputOf } from '../../shared/rpc/contract';
import { fold } from '../../shared/text/normalize';
import { nodeTurns } from '../../electron/adapters/system/turns';
import { longPlan } from '../support/plans/long-plan';
import { AT, entry as registerEntry } from '../support/store-fixtures';
import { median, row, type BenchRow } from './bench-row';

const DOSSIERS = 1000;
const TASKS = 40;
const OUTGOING = 20_000;
const BOOKS = 10;
const INCOMING = 5_000;
const ROUNDS = 9;
const AGAINST = 'folding the same texts plainly, once';
/** The thread is not to be held longer: a person who types notices more. */
const HELD_MS = 50;

interface Planted {
  readonly ref: Ref;
  readonly view: View<Tables>;
}

function planted(
  ref: Ref,
  records: readonly { readonly table: string; readonly record: { id: string } }[],
): Planted {
  const tables = createLiveTables();
  const changes: Change[] = records.map(({ table, record }) => ({
    table,
    id: record.id,
    before: null,
    after: record,
  }));
  tables.apply(1, changes);
  return { ref, view: tables.view };
}

const uuid = (count: number): string => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;

function dossier(count: number, text: string): Planted {
  const id = uuid(count);
  const common = {
    origins: [],
    source: null,
    touched: false,
    dropped: false,
    accepted: true,
    doubt: '',
    order: 1,
  };
  const plan = {
    id: 'plan',
    status: 'issued',
    title: `thực hiện Nghị quyết số ${count}-NQ/TU về chuyên đề thứ ${count}`,
    kind: 'KẾ HOẠCH',
    date: `${2020 + (count % 7)}-03-25`,
    issuingBody: 'ĐẢNG ỦY PHƯỜNG AN BÌNH',
    signer: { name: 'Trần Văn Mẫu' },
    text: text.replaceAll('2026', String(2020 + (count % 7))),
    textHash: String(count),
    sourceFile: null,
  };
  const tasks = Array.from({ length: TASKS }, (_, at) => ({
    table: 'items',
    record: {
      ...common,
      id: `${id}-${at}`,
      kind: 'task',
      assignmentId: null,
      text: `Tham mưu nội dung ${at} của chuyên đề ${count}, hoàn thành trước ngày 10/6/2026 và báo cáo kết quả thực hiện`,
      coordinating: ['Văn phòng Đảng ủy'],
    },
  }));
  return planted({ kind: 'dossier', id }, [{ table: 'plan', record: plan }, ...tasks]);
}

function office(): readonly Planted[] {
  const text = longPlan(6);
  const books = Array.from({ length: BOOKS }, (_, book) =>
    planted({ kind: 'register', id: `DU-KH-${book}` }, [
      { table: 'series', record: { id: 'series', title: `Sổ ${book}` } as { id: string } },
      ...Array.from({ length: OUTGOING / BOOKS }, (__, at) => ({
        table: 'entries',
        record: registerEntry(at + 1, { subject: `Kế hoạch số ${at} về công tác tuyên truyền ở sổ ${book}` }),
      })),
    ]),
  );
  const lines = Array.from({ length: INCOMING }, (_, at) => ({
    table: 'entries',
    record: {
      id: `2026-${at + 1}`,
      year: 2026,
      number: at + 1,
      numberText: `${at + 1}-CV/BTGDVTU`,
      documentKind: 'Công văn',
      issuer: 'Ban Tuyên giáo và Dân vận Thành ủy',
      subject: `về việc báo cáo kết quả lần ${at}`,
      handler: '',
      voided: null,
      files: [],
    },
  }));
  return [
    planted({ kind: 'office', id: 'office' }, []),
    ...Array.from({ length: DOSSIERS }, (_, count) => dossier(count, text)),
    ...books,
    planted({ kind: 'incoming', id: 'incoming' }, lines),
  ];
}

function storeOf(aggregates: readonly Planted[]): Store {
  const byKey = new Map(aggregates.map((one) => [`${one.ref.kind}/${one.ref.id}`, one]));
  const store: Pick<Store, 'load' | 'list' | 'getFile'> = {
    load: async (ref) => {
      const found = byKey.get(`${ref.kind}/${ref.id}`);
      return ok(found ? { ref, revision: 1, view: found.view as never } : undefined);
    },
    list: async (kind) =>
      aggregates
        .filter(({ ref }) => ref.kind === kind)
        .map(({ ref }) => ({ ref, revision: 1, updatedAt: AT, summary: {} })),
    getFile: () => Promise.reject(new Error('no files here')),
  };
  // Search asks for nothing else.
  return store as Store;
}

const input = (text: string, whole = true): ParsedInputOf<'search.find'> => ({
  text,
  groups: null,
  year: null,
  state: null,
  dossierId: null,
  limit: 60,
  perGroup: 5,
  whole,
});

/**
 * The longest stretch in which nothing else had its turn while `work` ran, on the clock or in computing, whichever is
 * less: a busy machine takes the processor away, and other threads of this process compute too.
 */
async function longestHold(work: () => Promise<unknown>): Promise<number> {
  const computed = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  let [clock, cpu, longest, running] = [performance.now(), computed(), 0, true];
  const look = (): void => {
    const [nowClock, nowCpu] = [performance.now(), computed()];
    longest = Math.max(longest, Math.min(nowClock - clock, nowCpu - cpu));
    [clock, cpu] = [nowClock, nowCpu];
  };
  const watch = (): void => {
    look();
    if (running) setImmediate(watch);
  };
  setImmediate(watch);
  await work();
  running = false;
  look();
  return longest;
}

async function timed(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

export async function run(): Promise<readonly BenchRow[]> {
  const aggregates = office();
  const texts = aggregates.flatMap(({ view }) =>
    ['plan', 'items', 'entries'].flatMap((table) =>
      view.list(table).map((record) =>
        Object.values(record)
          .filter((value) => typeof value === 'string')
          .join(' '),
      ),
    ),
  );
  const letters = texts.reduce((sum, text) => sum + text.length, 0);
  const before = process.memoryUsage().heapUsed;
  const index = createSearchIndex({
    store: storeOf(aggregates),
    clock: { now: () => AT },
    turns: nodeTurns,
    textReader: {
      read: () => Promise.reject(new Error('no files here')),
      look: () => Promise.reject(new Error('no files here')),
    },
    textCache: {
      get: async () => null,
      put: async () => {},
      remove: async () => {},
      keepOnly: async () => {},
    },
  });
  const folding = performance.now();
  if (texts.map(fold).length === 0) throw new Error('no texts');
  const foldingMs = performance.now() - folding;
  let buildMs = 0;
  const heldBuilding = await longestHold(async () => {
    const start = performance.now();
    await index.warmUp();
    buildMs = performance.now() - start;
  });
  const heap = process.memoryUsage().heapUsed - before;

  // Letter after letter as somebody types; a phrase and a number at the end.
  const typed = ['ch', 'chu', 'chuyên', 'chuyên đề 9', 'chuyên đề 917', '"noi dung" 917', '917 nq tu'];
  const first = performance.now();
  const answer = unwrap(await index.find(input('chuyên đề 917')));
  const firstMs = performance.now() - first;
  if (answer.hits.length === 0) throw new Error('the bench found nothing');
  let heldSearching = 0;
  const perKeystroke: number[] = [];
  for (const text of typed) {
    const value = await timed(() => index.find(input(text, false)));
    perKeystroke.push(value);
    heldSearching = Math.max(heldSearching, await longestHold(() => index.find(input(text, false))));
  }
  process.stdout.write(
    `search: ${Math.round(letters / 1e6)} M letters, index ${Math.round(heap / 2 ** 20)} MB of heap; by keystroke ${perKeystroke.map((ms) => ms.toFixed(0)).join(', ')} ms\n`,
  );
  const worst = Math.max(...perKeystroke);
  return [
    row('building the index', AGAINST, foldingMs, buildMs, 3),
    row('the first search', AGAINST, foldingMs, firstMs, 1),
    row('the slowest keystroke', AGAINST, foldingMs, worst, 0.5),
    row('the longest hold while building', `${HELD_MS} ms`, HELD_MS, heldBuilding, 1),
    row('the longest hold while searching', `${HELD_MS} ms`, HELD_MS, heldSearching, 1),
  ];
}
