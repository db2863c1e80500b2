import { describe, expect, it, vi } from 'vitest';
import { createCalls } from '../../../electron/calls';
import { keepDailyBackups } from '../../../electron/daily-backup';
import type { Ports } from '../../../shared/ports/ports';
import { fail, ok } from '../../../shared/result';
import type { HostEvent } from '../../../shared/rpc/method';

const clock = { now: () => '2026-03-25T08:00:00+07:00' };

describe('running calls', () => {
  it('are known while they run, with what they do', async () => {
    const calls = createCalls(clock, () => undefined);
    const one = calls.progressFor('request-1', 'report.import');
    const two = calls.progressFor('request-1', 'report.import');
    one.report(1, 9, 'Đang nhận');
    expect(calls.running().map((call) => call.label)).toEqual(['Đang nhận', '']);
    let idle = false;
    const waiting = calls.idle().then(() => (idle = true));
    one.done?.();
    await Promise.resolve();
    expect(idle).toBe(false);
    two.done?.();
    await waiting;
    expect(calls.running()).toEqual([]);
    await calls.idle();
  });
  it('tell windows how far they are, not for every step, but always the last', () => {
    const events: HostEvent[] = [];
    const progress = createCalls(clock, (event) => events.push(event)).progressFor('request-1', 'x');
    for (let done = 1; done <= 1000; done += 1) progress.report(done, 1000, 'Tệp');
    expect(events.length).toBeLessThan(500);
    expect(events[0]).toEqual({
      type: 'progress',
      requestId: 'request-1',
      done: 1,
      total: 1000,
      label: 'Tệp',
    });
    expect(events.at(-1)).toMatchObject({ done: 1000 });
  });
});

describe('daily backup', () => {
  const setUp = (
    last: string | null,
    options: { readOnly?: boolean; empty?: boolean; fails?: boolean } = {},
  ) => {
    const create = vi.fn(async () =>
      options.fails === true
        ? fail('UNAVAILABLE', 'Ổ đĩa đã đầy.')
        : ok({ file: '', createdAt: '', bytes: 0, aggregates: 0, files: 0 }),
    );
    const error = vi.fn();
    const info = (createdAt: string) => ({ file: '', createdAt, bytes: 0, aggregates: 0, files: 0 });
    const ports = {
      clock,
      log: { info: () => undefined, error },
      store: {
        state: () => ({
          folder: '',
          notices: [],
          readOnlyBecause: options.readOnly === true ? 'Chỉ đọc.' : null,
        }),
        list: async () => (options.empty === true ? [] : [{}]),
      },
      backups: {
        create,
        list: async () => (last === null ? [] : [info('2026-03-01T08:00:00+07:00'), info(last)]),
      },
    } as unknown as Ports;
    return { daily: keepDailyBackups(ports, { first: 1e6, next: 1e6 }), create, error };
  };

  it('is made when the newest is older than a day, or there is none', async () => {
    for (const last of [null, '2026-03-24T07:59:00+07:00']) {
      const { daily, create } = setUp(last);
      expect(await daily.look()).toBe(true);
      expect(create).toHaveBeenCalledWith({ reason: 'Hằng ngày', at: clock.now() });
      await daily.stop();
    }
  });
  it('is not made twice a day, whatever time zone the moments are written in', async () => {
    const { daily, create } = setUp('2026-03-24T01:30:00Z');
    expect(await daily.look()).toBe(false);
    expect(create).not.toHaveBeenCalled();
    await daily.stop();
  });
  it('is not made of nothing, nor where nothing can be written', async () => {
    for (const options of [{ empty: true }, { readOnly: true }]) {
      const { daily, create } = setUp(null, options);
      expect(await daily.look()).toBe(false);
      expect(create).not.toHaveBeenCalled();
      await daily.stop();
    }
  });
  it('that fails is told to the log', async () => {
    const { daily, error } = setUp(null, { fails: true });
    expect(await daily.look()).toBe(false);
    expect(error).toHaveBeenCalled();
    await daily.stop();
  });
});
