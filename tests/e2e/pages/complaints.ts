/** What a page complains of in its console: an error of React, a breach of the window's policy, a request refused. */
import type { Page } from '@playwright/test';

const deaf = new WeakSet<Page>();

/** The list grows while the page lives. */
export function listenTo(page: Page): string[] {
  const complaints: string[] = [];
  const hear = (words: string): void => {
    if (!deaf.has(page)) complaints.push(words);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') hear(message.text());
  });
  page.on('pageerror', (error) => hear(error.message));
  return complaints;
}

/** Does `act` without listening: an examiner writes a style of its own, which the page's rules refuse. */
export async function unheard<T>(page: Page, act: () => Promise<T>): Promise<T> {
  deaf.add(page);
  try {
    return await act();
  } finally {
    deaf.delete(page);
  }
}
