import type { Report } from './model';

/** sha256 of every file that a report rests on. */
export function filesOfReport({ source }: Report): readonly string[] {
  return source.kind === 'form' ? [source.sha256] : source.evidence;
}
