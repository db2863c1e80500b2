/** A document's way, its drafts and rounds of comments, and documents that the plan promises. */
import { z } from 'zod';
import { channelSchema } from '../../domain/dispatch/channel';
import {
  commentRoundSchema,
  documentDraftSchema,
  documentStepSchema,
  promisedDocumentSchema,
} from '../../domain/dispatch/document-model';
import { documentRecordSchema } from '../../domain/dispatch/model';
import { command, query } from '../method';
import { committed, noteText, reasonText, revision, ticket } from './common';

const document = z.object({ dossierId: z.string(), documentId: z.string() });

export const documentMethods = {
  'document.get': query(
    document,
    z.object({
      document: documentRecordSchema.extend({ numberText: z.string().nullable() }),
      steps: z.array(documentStepSchema),
      drafts: z.array(documentDraftSchema.extend({ fileName: z.string() })),
      rounds: z.array(commentRoundSchema),
      moves: z.array(z.enum(['submit', 'sign', 'issue', 'back', 'recall', 'replace'])),
      /** Whom it goes to by what it is; null: the plan's own recipients. */
      proposed: z
        .object({
          because: z.enum(['replacement', 'invitation', 'chasing']),
          entryIds: z.array(z.string()),
          /** The way that each had it the last time. */
          channels: z.array(z.object({ entryId: z.string(), channel: channelSchema })),
        })
        .nullable(),
    }),
  ),
  /** Any move but issuing, which is sending. `reason`: for back, recall, replace; `otherId`: what replaces it. */
  'document.move': command(
    document.extend({
      move: z.enum(['submit', 'sign', 'back', 'recall', 'replace']),
      date: z.string(),
      reason: reasonText.default(''),
      otherId: z.string().nullable().default(null),
      /** A person saw that the document in its place is of another kind; CONFLICT says so otherwise. */
      kindSeen: z.boolean().default(false),
    }),
    committed,
  ),
  'document.addDraft': command(
    document.extend({ ticket, note: noteText.default('') }),
    z.object({ revision, version: z.number().int() }),
  ),
  /** `to`: entries or groups, expanded as of the day and frozen. */
  'document.askComments': command(
    document.extend({
      version: z.number().int().nullable(),
      to: z.array(z.string()),
      date: z.string(),
      lastDay: z.string(),
      note: noteText.default(''),
    }),
    z.object({ revision, roundId: z.string() }),
  ),
  /** `answer` null takes back what was noted. */
  'document.noteComments': command(
    z.object({
      dossierId: z.string(),
      roundId: z.string(),
      entryIds: z.array(z.string()).min(1),
      answer: z
        .object({
          date: z.string(),
          kind: z.enum(['agreed', 'remarks', 'none']),
          numberText: z.string().default(''),
          text: z.string().default(''),
          taken: z.string().default(''),
          /** A new file; null keeps the one that is there. */
          ticket: ticket.nullable().default(null),
        })
        .nullable(),
    }),
    committed,
  ),
  'document.closeComments': command(
    z.object({ dossierId: z.string(), roundId: z.string(), date: z.string() }),
    committed,
  ),

  /** Sentences that promise a document, and what a person made of them. */
  'promise.list': query(
    z.object({ dossierId: z.string() }),
    z.object({
      proposed: z.array(
        z.object({ id: z.string(), text: z.string(), type: z.string(), lastDay: z.string().nullable() }),
      ),
      settled: z.array(promisedDocumentSchema),
    }),
  ),
  /** accept, dismiss, issued (needs `documentId`), or forget: as if nobody had decided. */
  'promise.settle': command(
    z.object({
      dossierId: z.string(),
      text: z.string().min(1, 'Ghi nội dung đã hứa.').max(5000),
      decision: z.enum(['accept', 'dismiss', 'issued', 'forget']),
      lastDay: z.string().nullable().default(null),
      documentId: z.string().nullable().default(null),
    }),
    committed,
  ),
} as const;
