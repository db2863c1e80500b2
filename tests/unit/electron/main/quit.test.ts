import { describe, expect, it, vi } from 'vitest';
import type { RunningCall } from '../../../../electron/application';
import { createQuitGuard, type LeaveAnswer } from '../../../../electron/main/quit';

const call: RunningCall = { requestId: 'r', method: 'report.import', label: 'Đang nhận', startedAt: '' };
const settle = () => new Promise((resolve) => setImmediate(resolve));

function setUp(answer: LeaveAnswer, busy: boolean, mayDrop = true) {
  const told: string[] = [];
  let running = busy ? [call] : [];
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const end = () => {
    running = [];
    finish();
  };
  const guard = createQuitGuard({
    mayDropTyped: async () => mayDrop,
    running: async () => running,
    idle: () => (running.length === 0 ? Promise.resolve() : finished),
    patience: () => Promise.resolve(),
    ask: async (calls) => (told.push(`ask ${calls.length}`), answer),
    cancelAll: async () => {
      told.push('cancel');
      end();
    },
    close: async () => void told.push('close'),
    leave: () => told.push('leave'),
  });
  const leave = () => {
    const event = { preventDefault: vi.fn() };
    guard.handle(event);
    return event.preventDefault.mock.calls.length > 0;
  };
  return { told, leave, end };
}

describe('leaving', () => {
  it('stays, with its data open, where the person keeps what was typed and not saved', async () => {
    const { told, leave } = setUp('stay', false, false);
    expect(leave()).toBe(true);
    await settle();
    expect(told).toEqual([]);
    expect(leave()).toBe(true);
  });
  it('writes what is pending, then goes; the second time nothing is prevented', async () => {
    const { told, leave } = setUp('stay', false);
    expect(leave()).toBe(true);
    await settle();
    expect(told).toEqual(['close', 'leave']);
    expect(leave()).toBe(false);
  });
  it('waits for the job that the person wants finished', async () => {
    const { told, leave, end } = setUp('wait', true);
    leave();
    await settle();
    expect(told).toEqual(['ask 1']);
    expect(leave()).toBe(true);
    end();
    await settle();
    expect(told).toEqual(['ask 1', 'close', 'leave']);
  });
  it('stops the job, then writes what is pending', async () => {
    const { told, leave } = setUp('stop', true);
    leave();
    await settle();
    expect(told).toEqual(['ask 1', 'cancel', 'close', 'leave']);
  });
  it('stays when the person changes their mind, and can be asked again', async () => {
    const { told, leave } = setUp('stay', true);
    leave();
    await settle();
    expect(told).toEqual(['ask 1']);
    leave();
    await settle();
    expect(told).toEqual(['ask 1', 'ask 1']);
  });
});
