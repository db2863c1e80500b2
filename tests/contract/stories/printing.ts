/** What a plan looks like printed, and the rule profiles that decide it. */
import { NOWHERE, bad, good, inDossier, text } from '../case';
import type { Case } from '../case';

function isPdf(value: Record<string, unknown>): void {
  const head = Buffer.from(String(value['pdf']), 'base64').subarray(0, 5).toString('latin1');
  if (head !== '%PDF-') throw new Error('the preview is no PDF');
}

export const printing: readonly Case[] = [
  good('plan.preview', inDossier({ profile: null, annex: true }), isPdf),
  bad('plan.preview', 'NOT_FOUND', inDossier({ profile: 'khong-co' })),
  good('office.ruleProfile', { id: 'hd36' }),
  bad('office.ruleProfile', 'NOT_FOUND', { id: 'khong-co' }),
  good('office.previewRuleProfile', { id: 'hd36', values: { 'body.size': 15 } }, isPdf),
  bad('office.previewRuleProfile', 'BAD_REQUEST', { id: 'hd36', values: { 'body.size': 40 } }),
  good('office.copyRuleProfile', { from: 'hd36', name: 'Thể thức của phường' }, (value, memory) => {
    memory.set('ownProfile', value['id']);
  }),
  bad('office.copyRuleProfile', 'BAD_REQUEST', { from: 'hd36', name: 'Thể thức của phường' }),
  good('office.saveRuleProfile', (memory) => ({
    id: text(memory, 'ownProfile'),
    values: { 'position.bold': true, 'kindName.size': 15 },
  })),
  bad('office.saveRuleProfile', 'BAD_REQUEST', { id: 'hd36', values: { 'page.left': 10 } }),
  good(
    'plan.preview',
    (memory) => ({
      dossierId: text(memory, 'dossier'),
      profile: text(memory, 'ownProfile'),
    }),
    isPdf,
  ),
  good('office.resetRuleProfile', (memory) => ({ id: text(memory, 'ownProfile') })),
  bad('office.resetRuleProfile', 'NOT_FOUND', { id: NOWHERE }),
];
