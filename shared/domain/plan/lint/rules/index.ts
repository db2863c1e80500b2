/** Every rule, in the order in which an office reads a plan: letterhead, references, body, tasks, recipients, signature. */
import type { LintRule } from '../model';
import { weekdayMismatch } from './weekday';

export const LINT_RULES: readonly LintRule[] = [weekdayMismatch];
