/** How long the page was at a stretch unable to answer: the browser's own measure of tasks over 50 ms. */
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    vpduTasks?: number[];
  }
}

/** Begins anew. */
export async function observeTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    window.vpduTasks = tasks;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
}

/** Milliseconds; 0 when no task took longer than 50. */
export async function longestTask(page: Page): Promise<number> {
  const tasks = await page.evaluate(() => window.vpduTasks ?? []);
  return Math.round(Math.max(0, ...tasks));
}
