/** What the catalogue keeps of a dossier's documents for Hôm nay: comments that are owed, documents that were promised. */
import { z } from 'zod';
import { unanswered } from '../domain/dispatch/commenting';
import type { View } from '../records';
import type { DossierTables } from './aggregates';

export const commentsOwedSchema = z
  .array(z.object({ documentId: z.string(), title: z.string(), lastDay: z.string(), open: z.number() }))
  .default([]);

export const promisesOwedSchema = z
  .array(z.object({ id: z.string(), title: z.string(), lastDay: z.string().nullable() }))
  .default([]);

const TITLE = 160;

export function commentsOwed(view: View<DossierTables>): z.infer<typeof commentsOwedSchema> {
  return view.list('commentRounds').flatMap((round) => {
    const open = unanswered(round).length;
    const title = view.get('documents', round.documentId)?.title ?? '';
    return open === 0
      ? []
      : [{ documentId: round.documentId, title: title.slice(0, TITLE), lastDay: round.lastDay, open }];
  });
}

export function promisesOwed(view: View<DossierTables>): z.infer<typeof promisesOwedSchema> {
  return view
    .list('promisedDocuments')
    .flatMap(({ id, text, lastDay, state }) =>
      state === 'owed' ? [{ id, title: text.slice(0, TITLE), lastDay }] : [],
    );
}
