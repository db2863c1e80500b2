/** What is kept around a document: its steps, its drafts, rounds of comments, and documents that a plan promised. */
import { z } from 'zod';
import { instantSchema, plainDateSchema } from '../../date/plain-date';
import { documentStatusSchema } from './model';

/** One step of a document's way; never changed afterwards. */
export const documentStepSchema = z.object({
  id: z.string().min(1),
  documentId: z.string().min(1),
  from: documentStatusSchema,
  to: documentStatusSchema,
  on: plainDateSchema,
  reason: z.string(),
  /** The document that took its place. */
  otherId: z.string().nullable(),
  at: instantSchema,
  by: z.string(),
});
export type DocumentStep = z.infer<typeof documentStepSchema>;

/** Dự thảo lần n, kept byte for byte; id = `<documentId>|<n>`. */
export const documentDraftSchema = z.object({
  id: z.string().min(1),
  documentId: z.string().min(1),
  version: z.number().int().positive(),
  /** sha256 */
  file: z.string().min(1),
  note: z.string(),
  at: instantSchema,
  by: z.string(),
});
export type DocumentDraft = z.infer<typeof documentDraftSchema>;

/** What one body said of a draft. Of units and bodies, never of persons. */
export const commentSchema = z.object({
  entryId: z.string().min(1),
  /** As of the day of asking. */
  name: z.string().min(1),
  answer: z
    .object({
      on: plainDateSchema,
      kind: z.enum(['agreed', 'remarks', 'none']),
      /** Số, ký hiệu of its letter. */
      numberText: z.string(),
      text: z.string(),
      /** What was taken in, and what not and why. */
      taken: z.string(),
      file: z.string().nullable(),
    })
    .nullable(),
});
export type Comment = z.infer<typeof commentSchema>;

/** Lấy ý kiến: one draft sent to bodies for their comments by a day. */
export const commentRoundSchema = z.object({
  id: z.string().min(1),
  documentId: z.string().min(1),
  /** Which draft; null: none is kept here. */
  version: z.number().int().positive().nullable(),
  sentOn: plainDateSchema,
  lastDay: plainDateSchema,
  note: z.string(),
  comments: z.array(commentSchema).min(1),
  /** Ended with answers missing. */
  closedOn: plainDateSchema.nullable(),
});
export type CommentRound = z.infer<typeof commentRoundSchema>;

/** "có văn bản riêng": a document that the plan promises, as a person settled it. Id: `promiseId` of its sentence. */
export const promisedDocumentSchema = z.object({
  id: z.string().min(1),
  text: z.string().min(1),
  lastDay: plainDateSchema.nullable(),
  /** dismissed: it is no promise of ours. */
  state: z.enum(['owed', 'issued', 'dismissed']),
  documentId: z.string().nullable(),
  at: instantSchema,
  by: z.string(),
});
export type PromisedDocument = z.infer<typeof promisedDocumentSchema>;
