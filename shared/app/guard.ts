/** What holds for every method: a read-only store takes no command, a running call can be stopped, nothing throws. */
import { contract, type MethodName } from '../rpc/contract';
import { fail } from '../result';
import type { App } from './application';
import type { Handler } from './handlers';
import { refuseSecretInput } from './security-mark';

/** Said of a mistake of the program, whichever host it happens in. */
export const INTERNAL_SENTENCE =
  'Ứng dụng gặp sự cố khi làm việc này; dữ liệu đã lưu không bị ảnh hưởng. Hãy thử lại.';

/** Commands that write nothing into the open store. */
const READING_COMMANDS: ReadonlySet<MethodName> = new Set<MethodName>([
  'report.forms',
  'ownPlan.match',
  'archive.export',
  'store.check',
  'backup.create',
  'backup.restore',
  'store.useFolder',
]);

/** Before these the data folder is backed up, so that there is a way back. */
const RISKY: Partial<Readonly<Record<MethodName, string>>> = {
  'store.purge': 'Trước khi xóa hẳn',
  'backup.restore': 'Trước khi khôi phục',
};

function isDryRun(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'dryRun' in input && input.dryRun === true;
}

export function guarded<M extends MethodName>(app: App, method: M, handler: Handler<M>): Handler<M> {
  return async (input, context) => {
    if (contract[method].kind === 'command' && !READING_COMMANDS.has(method) && !isDryRun(input)) {
      const because = app.ports.store.state().readOnlyBecause;
      if (because !== null)
        return fail('UNAVAILABLE', `Dữ liệu đang mở ở chế độ chỉ đọc nên không ghi được. ${because}`);
    }
    if (method === 'job.cancel') return handler(input, context);
    if (contract[method].kind === 'command') {
      const open = refuseSecretInput(method, input);
      if (!open.ok) return open;
    }
    const risk = RISKY[method];
    if (risk !== undefined && app.ports.store.state().readOnlyBecause === null) {
      const backup = await app.ports.backups.create({ reason: risk, at: app.ports.clock.now() });
      if (!backup.ok) return backup;
    }
    const progress = app.jobs.start(context.requestId, context.progress);
    try {
      return await handler(input, { ...context, progress });
    } catch (error) {
      app.ports.log.error('handler failed', {
        method,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
      return fail('INTERNAL', INTERNAL_SENTENCE);
    } finally {
      app.jobs.end(context.requestId);
    }
  };
}
