/**
 * "Gói kỳ": a period that goes to another PC of the same office (Ban Xây dựng Đảng adds it up) and comes back. One
 * zip: `goi-ky.json` (the manifest with a sha256 of every other file), `so-lieu.json` (the records), `tep/…` (kept
 * originals). The checksums tell a damaged or altered package from a sound one; they are no signature.
 */
import { z } from 'zod';
import { instantSchema } from '../../date/plain-date';
import { keptFileSchema } from '../archive/model';
import { directoryEntrySchema, indicatorSchema, pairedPcSchema, systemSchema } from '../office/model';
import { planItemSchema, planSchema } from '../plan/model';
import { consolidationSchema } from './consolidation-model';
import { figurePeriodSchema, reportPeriodSchema, reportSchema } from './model';

export const PACKAGE_FORMAT = 'vpdu-goi-ky';
export const PACKAGE_VERSION = 1;
export const PACKAGE_MANIFEST = 'goi-ky.json';
export const PACKAGE_RECORDS = 'so-lieu.json';
export const PACKAGE_FILES = 'tep/';

/** Who made it. Two PCs of one office may have been set up apart: the names tell as much as the id. */
export const packageOfficeSchema = z.object({
  officeId: z.string().min(1),
  code: z.string(),
  system: systemSchema,
  parentBody: z.string(),
  issuingBody: z.string(),
});
export type PackageOffice = z.infer<typeof packageOfficeSchema>;

export const packageManifestSchema = z.object({
  format: z.literal(PACKAGE_FORMAT),
  version: z.literal(PACKAGE_VERSION),
  office: packageOfficeSchema,
  dossierId: z.string().regex(/^[0-9A-Za-z-]{1,64}$/),
  planTitle: z.string(),
  period: figurePeriodSchema,
  /** Whether texts that are opened from the unit's own dossier only (tư tưởng, dư luận) are inside. */
  restricted: z.boolean(),
  madeAt: instantSchema,
  madeBy: z.string(),
  files: z.array(
    z.object({
      path: z.string().min(1),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: z.number().int().nonnegative(),
    }),
  ),
});
export type PackageManifest = z.infer<typeof packageManifestSchema>;

export const packageRecordsSchema = z.object({
  plan: planSchema,
  items: z.array(planItemSchema),
  periods: z.array(reportPeriodSchema).min(1),
  /** Units asked, what stands above them and what they went into, their groups. */
  entries: z.array(directoryEntrySchema),
  indicators: z.array(indicatorSchema),
  reports: z.array(reportSchema),
  files: z.array(keptFileSchema),
  /** Closings of the period and of what lies in it, as they were frozen. */
  consolidations: z.array(consolidationSchema).default([]),
  /** PCs of the office that the sender takes forms of, so that the receiver takes them too. */
  pairedPcs: z.array(pairedPcSchema).default([]),
  /**
   * Owed periods outside the package's own that its lũy kế, kỳ trước and stocks rest on, with their reports; restricted
   * texts and kept files never. Null: made by a version that sent the period alone.
   */
  beneath: z
    .object({ periods: z.array(reportPeriodSchema), reports: z.array(reportSchema) })
    .nullable()
    .default(null),
});
export type PackageRecords = z.infer<typeof packageRecordsSchema>;

/** Codes of a difference that is no figure and no text. */
export const DIFFERENCE_CODES = {
  nil: 'NIL',
  models: 'MODELS',
  state: 'STATE',
  received: 'RECEIVED',
  evidence: 'EVIDENCE',
} as const;

const sideSchema = z.object({
  version: z.number().int(),
  enteredAt: z.string(),
  /** Who typed it, or the name of the form's file. */
  from: z.string(),
  state: z.enum(['received', 'returned']),
});

/** One unit's report in one period: what the package has against what stands here. */
export const packageRowSchema = z.object({
  /** `<period>|<unit>`, with the unit's id here. */
  id: z.string(),
  period: z.string(),
  unit: z.string(),
  name: z.string(),
  /** `refused`: our period does not ask this unit. */
  outcome: z.enum(['new', 'same', 'different', 'refused']),
  ours: sideSchema.nullable(),
  theirs: sideSchema,
  differences: z.array(
    z.object({
      /** Indicator, or one of `DIFFERENCE_CODES`. */
      code: z.string(),
      /** Not shown for a restricted text. */
      ours: z.union([z.number(), z.string(), z.null()]),
      theirs: z.union([z.number(), z.string(), z.null()]),
      restricted: z.boolean(),
    }),
  ),
});
export type PackageRow = z.infer<typeof packageRowSchema>;

export const packageInspectionSchema = z.object({
  dossierId: z.string(),
  planTitle: z.string(),
  period: figurePeriodSchema,
  madeAt: z.string(),
  madeBy: z.string(),
  issuingBody: z.string(),
  restricted: z.boolean(),
  /** The dossier is not here yet: it is created as a received copy. */
  creates: z.boolean(),
  /** Owed periods, directory entries and indicators that are not here yet. */
  newPeriods: z.array(z.string()),
  /** Periods inside that lũy kế and kỳ trước rest on; null: the package holds its own period alone. */
  beneath: z.array(z.string()).nullable(),
  newEntries: z.array(z.string()),
  newIndicators: z.array(z.string()),
  rows: z.array(packageRowSchema),
  /** Closings (`<period>|<version>`) that are not here; those that are here with other contents, which stay out. */
  newClosings: z.array(z.string()),
  refusedClosings: z.array(z.string()),
  /** What the person should know: our terms of a period stay, an indicator is defined otherwise. */
  warnings: z.array(z.string()),
});
export type PackageInspection = z.infer<typeof packageInspectionSchema>;

const take = z.enum(['ours', 'theirs']);
/** What a person decided about one differing report: all of it, or figure by figure. */
export const packageChoiceSchema = z.object({
  id: z.string(),
  take,
  /** Code → side, where it is another than `take`. */
  figures: z.record(z.string(), take).default({}),
});
export type PackageChoice = z.infer<typeof packageChoiceSchema>;
