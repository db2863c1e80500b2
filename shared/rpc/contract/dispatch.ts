import { z } from 'zod';
import { channelSchema } from '../../domain/dispatch/channel';
import {
  deliverySchema,
  documentRecordSchema,
  proofKindSchema,
  registerEntrySchema,
  seriesSchema,
} from '../../domain/dispatch/model';
import { command, query } from '../method';
import { committed, offeredFiles, revision, ticket } from './common';

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
    z.object({ entryId: z.string(), name: z.string(), via: z.string(), purpose: z.string().nullable() }),
  ),
  /** Units that have work and get no copy; units that get one and have no work. */
  check: z.object({ withoutCopy: z.array(checkedUnit), withoutWork: z.array(checkedUnit) }),
});

export const registerView = z.object({
  seriesId: z.string(),
  series: seriesSchema,
  entries: z.array(registerEntrySchema),
  next: z.number().int(),
  gaps: z.array(z.number().int()),
});

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
    z.object({ dossierId: z.string(), documentId: z.string().nullable(), date: z.string() }),
    z.object({
      seriesId: z.string(),
      number: z.number().int(),
      numberText: z.string(),
      /** Questions about the date (outside the term, earlier than the number before): told, never refused. */
      warnings: z.array(z.string()),
    }),
  ),
  /** Takes the next number of the document's series, or the given one; a taken number is CONFLICT. `documentId` null: the plan. */
  'dispatch.register': command(
    z.object({
      dossierId: z.string(),
      documentId: z.string().nullable(),
      number: z.number().int().positive().nullable(),
      date: z.string(),
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
      waiver: z.string().nullable().default(null),
    }),
    z.object({ revision, dispatchId: z.string(), deliveries: z.array(deliverySchema) }),
  ),
  'dispatch.acknowledge': command(
    z.object({
      dossierId: z.string(),
      /** Delivery ids, or entry ids of the newest dispatch. */
      recipients: z.array(z.string()).min(1),
      date: z.string(),
      state: z.enum(['received', 'refused']).default('received'),
      note: z.string().default(''),
      proof: proofKindSchema.nullable().default(null),
    }),
    committed,
  ),
  'dispatch.status': query(z.object({ dossierId: z.string() }), deliveryStatus),

  'register.list': query(
    z.object({}),
    z.array(
      z.object({
        seriesId: z.string(),
        title: z.string(),
        last: z.number().int(),
        entries: z.number().int(),
      }),
    ),
  ),
  'register.get': query(z.object({ seriesId: z.string() }), registerView),
  'register.export': query(
    z.object({
      book: z.enum(['di', 'den', 'theo-doi']),
      year: z.number().int(),
      format: z.enum(['xlsx', 'pdf']),
    }),
    offeredFiles.extend({ rows: z.number().int() }),
  ),
} as const;
