/** Kinds of acts that a history may be asked for: the first word of a command says which. */

export const ACT_AREAS = ['plan', 'documents', 'reports', 'tasks', 'conferences', 'office', 'other'] as const;
export type ActArea = (typeof ACT_AREAS)[number];

const AREA: Readonly<Record<string, ActArea>> = {
  plan: 'plan',
  document: 'documents',
  promise: 'documents',
  dispatch: 'documents',
  delivery: 'documents',
  register: 'documents',
  incoming: 'documents',
  report: 'reports',
  intake: 'reports',
  ownPlan: 'reports',
  upward: 'reports',
  difficulty: 'reports',
  task: 'tasks',
  inspection: 'tasks',
  conference: 'conferences',
  budget: 'conferences',
  office: 'office',
};

/** Where a command belongs; what is of none (closing, files, undoing) is “other”. */
export function actAreaOf(command: string): ActArea {
  return AREA[command.split('.')[0] ?? ''] ?? 'other';
}
