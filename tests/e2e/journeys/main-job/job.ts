/** What the parts of the journey hand on to each other. */
import type { Figures } from '../../../../electron/cli/demo/fill-form';
import type { ActionCounter } from '../../pages/actions';
import { screenshot } from '../../pages/screenshot';
import type { AppWindow } from '../../pages/window';

export const CELLS = 46;
export const PERIOD = 'Quý I/2026';

export interface Job {
  window: AppWindow;
  actions: ActionCounter;
  forms: readonly string[];
  /** The units that an own office starts with, and the imported ones. */
  units: number;
  /** What stands in the accepted reports, form by form, and what was typed. */
  readonly written: Map<string, Figures>;
  dossierAddress: string;
  /** The window's own day; the host keeps the PC's clock. */
  onDay(day: string): Promise<void>;
  shot(name: string): Promise<void>;
}

/** A journey that has not begun: its window is opened before the first test. */
export function newJob(): Job {
  const job: Omit<Job, 'window' | 'actions'> & Partial<Job> = {
    forms: [],
    units: 0,
    written: new Map(),
    dossierAddress: '',
    onDay: async (day) => {
      await job.window?.page.clock.setSystemTime(`${day}T08:00:00+07:00`);
    },
    shot: async (name) => {
      if (job.window) await screenshot(job.window.page, name);
    },
  };
  return job as Job;
}
