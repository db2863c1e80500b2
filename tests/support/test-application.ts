/** The application over test ports, with calls as a host makes them, and an office that is set up. */
import { contract, type InputOf, type MethodName, type OutputOf } from '../../shared/rpc/contract';
import { createHandlers } from '../../shared/app/create-handlers';
import type { CallContext, Handler } from '../../shared/app/handlers';
import { silentProgress } from '../../shared/ports/system';
import type { AppError } from '../../shared/result';
import { createTestPorts, samplePlanText, type TestPorts } from './test-ports';
import type { MemoryStoreOptions } from './memory-store';

export interface TestApplication {
  readonly ports: TestPorts;
  /** The reply, checked against the contract; throws on a refusal. */
  readonly call: <M extends MethodName>(
    method: M,
    input: InputOf<M>,
    context?: Partial<CallContext>,
  ) => Promise<OutputOf<M>>;
  /** The refusal; throws when the call is answered. */
  readonly refusal: <M extends MethodName>(
    method: M,
    input: InputOf<M>,
    context?: Partial<CallContext>,
  ) => Promise<AppError>;
}

/** What a test puts in the place of the test ports, e.g. the store on the disk. */
export type RealParts = Partial<Pick<TestPorts, 'store' | 'log'>>;

export function createTestApplication(
  options: MemoryStoreOptions = {},
  real: RealParts = {},
): TestApplication {
  const ports: TestPorts = Object.assign(createTestPorts(options), real);
  const handlers = createHandlers(ports);
  let requests = 0;
  const run = async <M extends MethodName>(
    method: M,
    input: InputOf<M>,
    context: Partial<CallContext> = {},
  ) => {
    requests += 1;
    const parsed = contract[method].input.parse(input);
    const handler = handlers[method] as unknown as Handler<MethodName>;
    return handler(parsed, {
      requestId: `yeu-cau-${requests}`,
      expectedRevision: null,
      by: 'Nguyễn Thị Mai',
      progress: silentProgress,
      ...context,
    });
  };
  return {
    ports,
    async call(method, input, context) {
      const reply = await run(method, input, context);
      if (!reply.ok)
        throw new Error(`${method}: ${reply.error.code}: ${reply.error.message} ${ports.logged.join('\n')}`);
      return contract[method].output.parse(reply.value) as never;
    },
    async refusal(method, input, context) {
      const reply = await run(method, input, context);
      if (reply.ok) throw new Error(`${method} was answered: ${JSON.stringify(reply.value).slice(0, 400)}`);
      return reply.error;
    },
  };
}

export const SETUP: InputOf<'office.setup'> = {
  system: 'party',
  wardKind: 'phường',
  wardName: 'An Bình',
  city: 'Hải Phòng',
  code: 'AB',
  term: { name: '2025–2030', from: '2025-07-01', to: '2030-06-30' },
  ruleProfileId: 'hd36',
  spelling: 'ủy',
};

/** Office set up, and the sample plan imported. */
export async function officeWithPlan(
  real: RealParts = {},
): Promise<TestApplication & { readonly dossierId: string }> {
  const app = createTestApplication({}, real);
  await app.call('office.setup', SETUP);
  const { dossierId } = await app.call('plan.import', { text: samplePlanText, name: 'Kế hoạch thử' });
  return { ...app, dossierId };
}

/** Three units only, for reports whose numbers a person can check. */
export async function officeWithSchedule(
  indicators: readonly string[] = ['HN01', 'HN02', 'DV01', 'DV02'],
  real: RealParts = {},
): Promise<TestApplication & { readonly dossierId: string; readonly units: readonly string[] }> {
  const app = await officeWithPlan(real);
  const units: string[] = [];
  for (const name of ['Chi bộ Tổ dân phố số 1', 'Chi bộ Tổ dân phố số 2', 'Chi bộ Tổ dân phố số 3']) {
    const { id } = await app.call('office.saveEntry', { kind: 'unit', name });
    units.push(id);
  }
  await app.call('report.schedule', {
    dossierId: app.dossierId,
    period: '2026-Q1',
    lastDay: '2026-03-25',
    indicators: [...indicators],
    units,
  });
  return { ...app, units };
}
