import type { Report } from './model';

/** sha256 of every file that a report rests on: the form it was read from, and what is attached to either kind. */
export function filesOfReport({ source }: Report): readonly string[] {
  const form = source.kind === 'form' ? [source.sha256] : [];
  return [...new Set([...form, ...(source.evidence ?? [])])];
}
