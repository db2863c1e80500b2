/** A plan that is written here: its text edited, what was read from it followed. */
import { NOWHERE, asDossier, bad, good, inDossier, rows, text } from '../case';
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

  good('plan.outline', inDossier(), (value, memory) => {
    const nodes = rows(value['nodes']);
    if (nodes.length < 5) throw new Error(`not an outline: ${JSON.stringify(nodes)}`);
    memory.set('part', nodes.find((node) => node['kind'] === 'section')?.['key']);
  }),
  bad('plan.outline', 'NOT_FOUND', { dossierId: NOWHERE }),
  good('plan.saveTextDraft', (memory) => ({
    ...asDossier(memory),
    key: text(memory, 'part'),
    title: 'Mục đích',
    textHash: text(memory, 'textHash'),
    base: 'I. MỤC ĐÍCH',
    text: 'I. MỤC ĐÍCH, YÊU CẦU',
  })),
  bad('plan.saveTextDraft', 'NOT_FOUND', {
    dossierId: NOWHERE,
    key: '0',
    title: '',
    textHash: '',
    base: '',
    text: 'x',
  }),
  bad('plan.saveTextDraft', 'FORBIDDEN', (memory) => ({
    ...asDossier(memory),
    key: text(memory, 'part'),
    title: 'Mục đích',
    textHash: text(memory, 'textHash'),
    base: '',
    text: 'TUYỆT MẬT',
  })),
  good('plan.saveTextDraft', (memory) => ({
    ...asDossier(memory),
    key: text(memory, 'part'),
    title: 'Mục đích',
    textHash: text(memory, 'textHash'),
    base: '',
    text: null,
  })),
  good('plan.proposeEdits', inDossier({ change: { kind: 'renumber', style: 'roman-letter' } })),
  good(
    'plan.proposeEdits',
    inDossier({ change: { kind: 'addRecipient', name: 'Đài Truyền thanh phường', purpose: 'để đưa tin' } }),
    (value) => {
      if (rows(value['preview']).length !== 1) throw new Error('one recipient is not one line');
    },
  ),
  bad('plan.proposeEdits', 'BAD_REQUEST', inDossier({ change: { kind: 'renumber', style: 'khong-co' } })),
  bad('plan.proposeEdits', 'NOT_FOUND', inDossier({ change: { kind: 'removeUnit', itemId: NOWHERE } })),
  good('plan.saveVersion', inDossier({ note: 'Xin ý kiến' }), (value, memory) => {
    memory.set('version', value['id']);
  }),
  bad('plan.saveVersion', 'NOT_FOUND', { dossierId: NOWHERE }),
  good('plan.versions', inDossier(), (value) => {
    if (rows(value)[0]?.['isCurrent'] !== true) throw new Error('the text was not changed, but differs');
  }),
  bad('plan.versions', 'NOT_FOUND', { dossierId: NOWHERE }),
  good('plan.compareVersions', (memory) => ({
    ...asDossier(memory),
    from: text(memory, 'version'),
    to: null,
  })),
  bad('plan.compareVersions', 'NOT_FOUND', inDossier({ from: NOWHERE, to: null })),
  good('plan.restoreVersion', (memory) => ({ ...asDossier(memory), versionId: text(memory, 'version') })),
  bad('plan.restoreVersion', 'NOT_FOUND', inDossier({ versionId: NOWHERE })),
  good('office.savePlanTemplate', inDossier({ id: null, name: 'Mẫu của phường' }), (value, memory) => {
    memory.set('template', value['id']);
  }),
  bad('office.savePlanTemplate', 'NOT_FOUND', { id: NOWHERE, name: 'Mẫu không có' }),
  good('plan.templates', {}, (value) => {
    if (rows(value).length < 5) throw new Error('the office’s own template is not listed');
  }),
  good('plan.cloneDates', inDossier({ years: 1 })),
  bad('plan.cloneDates', 'NOT_FOUND', { dossierId: NOWHERE, years: 1 }),
  good(
    'plan.create',
    (memory) => ({ source: { kind: 'template', templateId: text(memory, 'template') }, year: 2027 }),
    (value, memory) => {
      memory.set('composed', value['dossierId']);
    },
  ),
  good('plan.trash', (memory) => ({ dossierId: text(memory, 'composed') })),
  bad('plan.create', 'NOT_FOUND', { source: { kind: 'template', templateId: NOWHERE }, year: 2027 }),
  bad('plan.create', 'CONFLICT', (memory) => ({
    source: { kind: 'clone', dossierId: text(memory, 'dossier'), textHash: 'cu', dates: [] },
    year: 2027,
  })),
  good('office.removePlanTemplate', (memory) => ({ id: text(memory, 'template') })),
  bad('office.removePlanTemplate', 'NOT_FOUND', { id: 'tuyen-truyen' }),
];
