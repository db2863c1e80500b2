import { describe, expect, it, vi } from 'vitest';
import type { CallContext, Handlers } from '../../../../shared/app/handlers';
import { silentProgress } from '../../../../shared/ports/system';
import { fail, ok, type Result } from '../../../../shared/result';
import { createClient } from '../../../../shared/rpc/client';
import { createDispatch } from '../../../../shared/rpc/dispatch';

type Answer = (input: unknown, context: CallContext) => Promise<Result<unknown>>;

/** Only the methods that a test calls. */
const handlers = (some: Readonly<Record<string, Answer>>): Handlers => some as unknown as Handlers;
const context = { by: 'an', progressFor: () => silentProgress };

describe('dispatch', () => {
  it('passes parsed input in NFC, and who calls', async () => {
    const seen: unknown[] = [];
    const dispatch = createDispatch(
      handlers({ 'plan.list': async (input, { by }) => (seen.push(input, by), ok([])) }),
      { checkOutput: true },
    );
    const reply = await dispatch(
      { method: 'plan.list', input: { query: 'ke\u0302\u0301 hoa\u0323ch' } },
      context,
    );
    expect(reply).toEqual(ok([]));
    expect(seen).toEqual([{ query: 'kế hoạch', archived: false }, 'an']);
  });

  it.each([
    ['no envelope', null],
    ['no method', {}],
    ['an unknown method', { method: 'plan.destroy', input: {} }],
    ['a name of Object', { method: 'constructor', input: {} }],
    ['a command without requestId', { method: 'backup.create', input: {} }],
    ['a requestId that is too short', { method: 'backup.create', input: {}, requestId: 'x' }],
    [
      'a negative revision',
      { method: 'backup.create', input: {}, requestId: 'request-1', expectedRevision: -1 },
    ],
  ])('refuses %s', async (_name, request) => {
    const create = vi.fn();
    const dispatch = createDispatch(handlers({ 'backup.create': create }));
    expect(await dispatch(request, context)).toMatchObject({ ok: false, error: { code: 'BAD_REQUEST' } });
    expect(create).not.toHaveBeenCalled();
  });

  it('names the fields that are wrong, in Vietnamese', async () => {
    const dispatch = createDispatch(handlers({}));
    const reply = await dispatch(
      { method: 'archive.reopen', input: { dossierId: 7, reason: '' }, requestId: 'request-1' },
      context,
    );
    expect(reply.ok).toBe(false);
    const fields = reply.ok ? {} : (reply.error.fieldErrors ?? {});
    expect(Object.keys(fields).sort()).toEqual(['dossierId', 'reason']);
    expect(fields['reason']).toBe('Ghi lý do mở lại hồ sơ.');
    expect(fields['dossierId']).not.toMatch(/expected|invalid/i);
  });

  it('turns what is thrown into INTERNAL, says nothing of it outside, and tells the log', async () => {
    const onFault = vi.fn();
    const dispatch = createDispatch(
      handlers({
        'backup.list': async () => {
          throw new Error('secret path /home/an');
        },
      }),
      { onFault },
    );
    const reply = await dispatch({ method: 'backup.list', input: {} }, context);
    expect(reply).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(JSON.stringify(reply)).not.toContain('secret');
    expect(onFault).toHaveBeenCalledWith(
      'backup.list',
      expect.objectContaining({ message: 'secret path /home/an' }),
    );
  });

  it('checks answers where it is told to', async () => {
    const table = handlers({ 'backup.list': async () => ok([{ file: 1 }]) });
    const request = { method: 'backup.list', input: {} };
    expect(await createDispatch(table, { checkOutput: true })(request, context)).toMatchObject({ ok: false });
    expect(await createDispatch(table)(request, context)).toMatchObject({ ok: true });
  });

  it('gives a retry the answer of the call that still runs', async () => {
    let finish: (result: Result<unknown>) => void = () => undefined;
    const create = vi.fn(() => new Promise<Result<unknown>>((resolve) => (finish = resolve)));
    const dispatch = createDispatch(handlers({ 'backup.create': create }));
    const request = { method: 'backup.create', input: {}, requestId: 'request-1' };
    const replies = [dispatch(request, context), dispatch(request, context)];
    await Promise.resolve();
    finish(ok('made'));
    expect(await Promise.all(replies)).toEqual([ok('made'), ok('made')]);
    expect(create).toHaveBeenCalledTimes(1);
    const later = dispatch(request, context);
    finish(ok('again'));
    expect(await later).toEqual(ok('again'));
  });

  it('gives progress to calls that can be named, and says when they are done', async () => {
    const done = vi.fn();
    const progressFor = vi.fn(() => ({ ...silentProgress, done }));
    const dispatch = createDispatch(
      handlers({ 'store.check': async () => ok([]), 'backup.list': async () => ok([]) }),
    );
    await dispatch({ method: 'backup.list', input: {} }, { by: 'an', progressFor });
    expect(progressFor).not.toHaveBeenCalled();
    await dispatch({ method: 'store.check', input: {}, requestId: 'request-1' }, { by: 'an', progressFor });
    expect(progressFor).toHaveBeenCalledWith('request-1', 'store.check');
    expect(done).toHaveBeenCalledTimes(1);
  });
});

describe('client', () => {
  it('puts queries and commands into envelopes', async () => {
    const sent: unknown[] = [];
    const client = createClient(
      {
        send: async (request) => (sent.push(request), fail('NOT_FOUND', 'Không có.')),
        onEvent: () => () => undefined,
      },
      () => 'new-request-id',
    );
    await client.query('backup.list', {});
    await client.command('backup.create', {});
    await client.command(
      'archive.close',
      { dossierId: 'd' },
      { requestId: 'request-1', expectedRevision: 4 },
    );
    expect(sent).toEqual([
      { method: 'backup.list', input: {} },
      { method: 'backup.create', input: {}, requestId: 'new-request-id', expectedRevision: null },
      { method: 'archive.close', input: { dossierId: 'd' }, requestId: 'request-1', expectedRevision: 4 },
    ]);
  });
});
