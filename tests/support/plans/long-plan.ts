/** A plan of any length: the sections of an invented one, over and over. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Characters on a printed page of an office's text. */
const PAGE = 2500;

export function longPlan(pages: number): string {
  const lines = readFileSync(
    join(import.meta.dirname, '../../fixtures/plans/23-party-report-regime.txt'),
    'utf8',
  ).split('\n');
  const first = lines.findIndex((line) => line.startsWith('I. '));
  const end = lines.findIndex((line) => line.startsWith('Kế hoạch này'));
  const sections = lines.slice(first, end);
  const times = Math.max(1, Math.round((pages * PAGE) / sections.join('\n').length));
  return [
    ...lines.slice(0, first),
    ...Array.from({ length: times }, () => sections).flat(),
    ...lines.slice(end),
  ].join('\n');
}
