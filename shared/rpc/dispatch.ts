/**
 * From a request as it came over the wire to the handler's answer. Every host calls this and nothing else, so a
 * method behaves the same in all of them: envelope, NFC, input by schema, closed set of errors.
 */
import type { CallContext, Handlers } from '../app/handlers';
import { validated } from '../app/validation';
import { silentProgress, type Progress } from '../ports/system';
import { fail, type Result } from '../result';
import { nfcDeep } from '../text/normalize';
import type { Reply } from './client';
import { contract, type MethodName } from './contract';
import { requestSchema, type Method, type Request } from './method';

export interface DispatchContext {
  /** Author of changes, e.g. the PC's user name. */
  readonly by: string;
  /** The progress of the call with this requestId; `done` is called when it has answered. */
  progressFor(requestId: string, method: string): Progress & { done?(): void };
}

export interface DispatchOptions {
  /** Checks every answer against the contract: in development and tests. */
  readonly checkOutput?: boolean;
  /** Told of programming mistakes (a handler threw, an answer broke the contract); for the log. */
  readonly onFault?: (method: string, fault: unknown) => void;
}

export type Dispatch = (request: unknown, context: DispatchContext) => Promise<Reply>;

type AnyHandler = (input: unknown, context: CallContext) => Promise<Result<unknown>>;

const INTERNAL =
  'Việc này chưa làm được vì một lỗi của chương trình; dữ liệu đã ghi vẫn nguyên vẹn. Hãy thử lại; nếu vẫn vậy, sao lưu dữ liệu rồi báo người phụ trách.';

/**
 * A dispatcher over `handlers`. It never throws. A command that is retried while its first call still runs gets that
 * call's answer; one retried later is the store's to recognise.
 */
export function createDispatch(handlers: Handlers, options: DispatchOptions = {}): Dispatch {
  const running = new Map<string, Promise<Reply>>();

  const run = async (name: MethodName, request: Request, context: DispatchContext): Promise<Reply> => {
    const method: Method = contract[name];
    const input = validated(method.input, nfcDeep(request.input), name);
    if (!input.ok)
      return fail(input.error.code, input.error.message, {
        details: { method: name },
        fieldErrors: input.error.fieldErrors ?? {},
      });
    const requestId = request.requestId ?? '';
    const progress: ReturnType<DispatchContext['progressFor']> =
      requestId === '' ? silentProgress : context.progressFor(requestId, name);
    try {
      const handler = handlers[name] as AnyHandler;
      const reply = await handler(input.value, {
        requestId,
        expectedRevision: request.expectedRevision ?? null,
        by: context.by,
        progress,
      });
      if (reply.ok && options.checkOutput) {
        const output = method.output.safeParse(reply.value);
        if (!output.success) throw new Error(`answer breaks the contract: ${output.error.message}`);
      }
      return reply;
    } catch (fault) {
      options.onFault?.(name, fault);
      return fail('INTERNAL', INTERNAL, { details: { method: name } });
    } finally {
      progress.done?.();
    }
  };

  return async (raw, context) => {
    const envelope = requestSchema.safeParse(raw);
    if (!envelope.success)
      return fail('BAD_REQUEST', 'Yêu cầu không đúng mẫu nên chưa làm gì. Mở lại chương trình rồi thử lại.');
    const request = envelope.data;
    if (!isMethod(request.method))
      return fail('BAD_REQUEST', 'Chương trình không có việc này. Mở lại chương trình rồi thử lại.', {
        details: { method: request.method },
      });
    const name = request.method;
    if (contract[name].kind === 'query') return run(name, request, context);
    if (request.requestId === undefined)
      return fail('BAD_REQUEST', 'Yêu cầu thay đổi dữ liệu thiếu mã yêu cầu nên chưa làm gì.', {
        details: { method: name },
      });
    const key = `${name} ${request.requestId}`;
    const standing = running.get(key);
    if (standing) return standing;
    const reply = run(name, request, context).finally(() => running.delete(key));
    running.set(key, reply);
    return reply;
  };
}

function isMethod(name: string): name is MethodName {
  return Object.hasOwn(contract, name);
}
