import { z } from 'zod';
import { channelSchema } from '../../domain/dispatch/channel';
import {
  deliverySchema,
  documentRecordSchema,
  proofKindSchema,
  registerEntrySchema,
} from '../../domain/dispatch/model';
import { command, query } from '../method';
import { committed, noteText, offeredFiles, reasonText, revision, ticket } from './common';

export const deliveryStatus = z.object({
  deliveries: z.array(deliverySchema),
  sent: z.number().int(),
  received: z.number().int(),
  refused: z.number().int(),
  unconfirmed: z.number().int(),
});

const checkedUnit = z.object({ entryId: z.string(), name: z.string() });

/** Whom the recipients of a plan come to: each line, what it was matched to, and the units after expansion. */
export const expandedRecipients = z.object({
  lines: z.array(
    z.object({
      itemId: z.string().nullable(),
      name: z.string(),
      purpose: z.string().nullable(),
      entryIds: z.array(z.string()),
      /** Vietnamese sentence where nothing in the directory fits. */
      problem: z.string().nullable(),
    }),
  ),
  recipients: z.array(
    z.object({
      entryId: z.string(),
      name: z.string(),
      /** Its place in `lines`. */
      line: z.number().int(),
      via: z.string(),
      purpose: z.string().nullable(),
    }),
  ),
  /** Units that have work and get no copy; units that get one and have no work. */
  check: z.object({ withoutCopy: z.array(checkedUnit), withoutWork: z.array(checkedUnit) }),
});

/** Why a number can't simply be given; `claimable`: it is kept, or its line was written by hand. */
const takenNumber = z.object({ message: z.string(), claimable: z.boolean() });

const printedNumber = z.object({
  number: z.number().int().nullable(),
  date: z.string().nullable(),
  /** "Số 101-KH/ĐU, ngày 05 tháng 02 năm 2026" */
  words: z.string(),
  taken: takenNumber.nullable(),
  /** The symbol printed is not the book's. */
  question: z.string().nullable(),
});

/** A wished number; a sentence for whoever types one that can't be. */
const bookNumber = z.number().int('Số văn bản là số nguyên.').positive('Số văn bản từ 1 trở lên.');

export const dispatchMethods = {
  'document.list': query(
    z.object({ dossierId: z.string() }),
    z.array(documentRecordSchema.extend({ numberText: z.string().nullable() })),
  ),
  'document.add': command(
    z.object({
      dossierId: z.string(),
      type: z.string(),
      title: z.string().min(1),
      ticket: ticket.nullable(),
    }),
    z.object({ revision, documentId: z.string() }),
  ),
  /** Attaches the signed copy, kept byte for byte. */
  'document.sign': command(
    z.object({ dossierId: z.string().nullable(), documentId: z.string(), ticket }),
    z.object({ revision, sha256: z.string() }),
  ),
  /** A kept file of a dossier, as it was. */
  'file.get': query(z.object({ dossierId: z.string(), sha256: z.string() }), offeredFiles),

  /** The number the next document of this type would get. */
  'dispatch.nextNumber': query(
    z.object({
      dossierId: z.string(),
      documentId: z.string().nullable(),
      date: z.string(),
      /** A wished number, to be looked up in the book; null: the next one. */
      number: bookNumber.nullable().default(null),
    }),
    z.object({
      seriesId: z.string(),
      number: z.number().int(),
      numberText: z.string(),
      /** Questions about the date (outside the term, earlier than the number before): told, never refused. */
      warnings: z.array(z.string()),
      /** What a skipping number would leave blank, as a question; it is given only with `gapSeen`. */
      leaves: z.string().nullable(),
      /** What the book says of the wished number where it can't simply be given. */
      taken: takenNumber.nullable(),
      /** What the document itself prints, with its words; never taken over by itself. */
      printed: printedNumber.nullable(),
      /** Numbers of the book that are kept for somebody. */
      reserved: z.array(
        z.object({
          number: z.number().int(),
          numberText: z.string(),
          holder: z.string(),
          reason: z.string(),
        }),
      ),
      /** Places of the plan's text that nobody filled in ("……"): asked about, never a bar. */
      blanks: z.array(z.object({ where: z.string(), words: z.string() })),
    }),
  ),
  /** Takes the next number of the document's series, or the given one; a taken number is CONFLICT. `documentId` null: the plan. */
  'dispatch.register': command(
    z.object({
      dossierId: z.string(),
      documentId: z.string().nullable(),
      number: bookNumber.nullable(),
      date: z.string(),
      /** The number is kept for this document, or is its line that was written by hand. */
      claim: z.boolean().default(false),
      /** A person saw the places that are not filled in, and goes on; CONFLICT names them otherwise. */
      blanksSeen: z.boolean().default(false),
      /** A person saw which numbers a skipping number leaves blank; CONFLICT names them otherwise. */
      gapSeen: z.boolean().default(false),
    }),
    z.object({
      revision,
      documentId: z.string(),
      numberText: z.string(),
      registerEntry: registerEntrySchema,
      seriesId: z.string(),
      /** Questions about the date or the number, as sentences. */
      warnings: z.array(z.string()),
    }),
  ),
  'dispatch.recipients': query(
    z.object({
      dossierId: z.string(),
      documentId: z.string().nullable(),
      date: z.string(),
      to: z.array(z.string()).nullable(),
      also: z.array(z.string()).default([]),
    }),
    expandedRecipients,
  ),
  /**
   * `to`: entry ids (groups are expanded as of the date) in place of the plan's own recipients; `also`: beside them.
   * Without a signed copy a `waiver` is needed: the reason why it goes out all the same.
   */
  'dispatch.send': command(
    z.object({
      dossierId: z.string(),
      documentId: z.string().nullable(),
      date: z.string(),
      channel: channelSchema,
      to: z.array(z.string()).nullable(),
      also: z.array(z.string()).default([]),
      /** Entries that get it another way than `channel`. */
      channels: z.array(z.object({ entryId: z.string(), channel: channelSchema })).default([]),
      waiver: reasonText.nullable().default(null),
    }),
    z.object({
      revision,
      dispatchId: z.string(),
      deliveries: z.array(deliverySchema),
      /** Lines, as printed, that the directory does not know in whole or in part: nothing went there. */
      unreached: z.array(z.string()),
    }),
  ),
  'dispatch.acknowledge': command(
    z.object({
      dossierId: z.string(),
      /** Delivery ids, or entry ids of the newest dispatch. */
      recipients: z.array(z.string()).min(1),
      date: z.string(),
      state: z.enum(['received', 'refused']).default('received'),
      note: noteText.default(''),
      proof: proofKindSchema.nullable().default(null),
    }),
    committed,
  ),
  'dispatch.status': query(z.object({ dossierId: z.string() }), deliveryStatus),
} as const;
