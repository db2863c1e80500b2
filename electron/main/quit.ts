/**
 * Leaving with work in hand: running commands are finished, pending snapshots written, then the program ends. A job
 * that takes longer asks the person: wait, stop it, or stay.
 */
import type { RunningCall } from '../application';

export type LeaveAnswer = 'wait' | 'stop' | 'stay';

export interface QuitWork {
  /** Whether the person goes though the page holds what was typed and not saved; true where it holds nothing. */
  mayDropTyped(): Promise<boolean>;
  running(): Promise<readonly RunningCall[]>;
  idle(): Promise<void>;
  cancelAll(): Promise<void>;
  /** Writes what is pending and frees the data folder. */
  close(): Promise<void>;
  /** Asks the person about a job that goes on. */
  ask(calls: readonly RunningCall[]): Promise<LeaveAnswer>;
  /** Ends the program: nothing is in hand any more. */
  leave(): void;
  /** Resolves after a time in which short work is done without asking. */
  patience(): Promise<void>;
}

export interface QuitGuard {
  /** For `close` of the window and `before-quit`: prevented until everything is in order. */
  handle(event: { preventDefault(): void }): void;
  /** True once the person has answered and everything is written: nothing is asked any more. */
  left(): boolean;
}

export function createQuitGuard(work: QuitWork): QuitGuard {
  let state: 'open' | 'leaving' | 'left' = 'open';

  const leave = async (): Promise<void> => {
    // Before anything is closed: a page that stays needs its data.
    if (!(await work.mayDropTyped())) {
      state = 'open';
      return;
    }
    await Promise.race([work.idle(), work.patience()]);
    const running = await work.running();
    if (running.length > 0) {
      const answer = await work.ask(running);
      if (answer === 'stay') {
        state = 'open';
        return;
      }
      if (answer === 'stop') await work.cancelAll();
      await work.idle();
    }
    await work.close();
    state = 'left';
    work.leave();
  };

  return {
    left: () => state === 'left',
    handle(event) {
      if (state === 'left') return;
      event.preventDefault();
      if (state === 'leaving') return;
      state = 'leaving';
      void leave();
    },
  };
}
