/** A plan that is written here: its text edited, what was read from it followed. */
import { NOWHERE, asDossier, bad, good, inDossier, text } from '../case';
import type { Case } from '../case';

const keepText: NonNullable<Case['keep']> = (value, memory) => {
  const plan = value['plan'] as { text: string; textHash: string };
  memory.set('planText', plan.text);
  memory.set('textHash', plan.textHash);
};

export const composing: readonly Case[] = [
  good('plan.get', inDossier(), keepText),
  good(
    'plan.replaceText',
    (memory) => {
      const start = text(memory, 'planText').indexOf('TỔ CHỨC THỰC HIỆN');
      return {
        ...asDossier(memory),
        textHash: text(memory, 'textHash'),
        edits: [{ start, end: start + 'TỔ CHỨC'.length, text: 'TỔ CHỨC, PHÂN CÔNG' }],
      };
    },
    (value, memory) => {
      memory.set('newHash', value['textHash']);
    },
  ),
  bad('plan.replaceText', 'CONFLICT', (memory) => ({
    ...asDossier(memory),
    textHash: text(memory, 'textHash'),
    edits: [{ start: 0, end: 1, text: '' }],
  })),
  bad('plan.replaceText', 'FORBIDDEN', (memory) => ({
    ...asDossier(memory),
    textHash: text(memory, 'newHash'),
    edits: [{ start: 0, end: 0, text: 'MẬT\n' }],
  })),
  bad('plan.replaceText', 'NOT_FOUND', {
    dossierId: NOWHERE,
    textHash: '',
    edits: [{ start: 0, end: 1, text: '' }],
  }),
  good('store.undo', (memory) => ({ kind: 'dossier', id: text(memory, 'dossier'), revision: null })),
];
