/** Figures added up: totals and where they come from, closings, a period as one file, charts, what goes to superiors. */
import { z } from 'zod';
import { BOTH, EXPORT_FORMATS, formatIds } from '../../app/export/registry';
import { chartSchema } from '../../documents/charts/chart-model';
import { consolidationSchema } from '../../domain/report/consolidation-model';
import { packageChoiceSchema, packageInspectionSchema } from '../../domain/report/exchange-model';
import { figurePeriodSchema, totalsSchema } from '../../domain/report/model';
import { supplementSchema } from '../../domain/report/supplement-model';
import { command, query } from '../method';
import { figuresAt, offeredFiles, owedPeriod, reasonText, revision, ticket } from './common';

/** Every format of the registry. */
const summaryFormat = z.enum(formatIds(EXPORT_FORMATS));

export const figureMethods = {
  'report.totals': query(
    figuresAt.extend({
      cumulative: z.boolean().default(false),
      version: z.number().int().nullable().default(null),
    }),
    totalsSchema,
  ),
  /** What a total is made of: unit → report → file, sheet, cell. */
  'report.trace': query(
    figuresAt.extend({ indicator: z.string(), cumulative: z.boolean().default(false) }),
    z.array(
      z.object({
        unit: z.string(),
        name: z.string(),
        period: z.string(),
        value: z.number().nullable(),
        carried: z.boolean(),
        /** A unit above it told it already: it is not added again. */
        held: z.object({ by: z.string(), value: z.number() }).nullable(),
        file: z
          .object({ sha256: z.string(), name: z.string(), sheet: z.string(), cell: z.string().nullable() })
          .nullable(),
        /** Who typed the figure; null: from a form, a rate, or nothing reported. */
        typed: z.object({ by: z.string(), at: z.string(), evidence: z.array(z.string()) }).nullable(),
        version: z.number().int().nullable(),
        /** What the unit's rate was computed from. */
        parts: z.array(z.object({ indicator: z.string(), value: z.number().nullable() })),
      }),
    ),
  ),
  'report.close': command(
    figuresAt.extend({ reason: reasonText.default('') }),
    z.object({ revision, version: z.number().int(), supplement: z.boolean(), checksum: z.string() }),
  ),
  'report.consolidation': query(figuresAt.extend({ version: z.number().int() }), consolidationSchema),
  /** Closings of a period, oldest first; `intact`: the figures are still those of the checksum. */
  'report.closings': query(
    figuresAt,
    z.object({
      closings: z.array(
        z.object({
          version: z.number().int(),
          supplement: z.boolean(),
          reason: z.string(),
          closedAt: z.string(),
          closedBy: z.string(),
          checksum: z.string(),
          intact: z.boolean(),
          received: z.number().int(),
          expected: z.number().int(),
        }),
      ),
      /** Units whose figures or standing changed since the last closing; null: nothing is new. */
      unitsChangedSince: z.number().int().nullable(),
    }),
  ),
  /** Đã báo cáo → điều chỉnh: from a closing to another, or (null) to the figures as they stand. */
  'report.supplement': query(
    figuresAt.extend({ from: z.number().int(), to: z.number().int().nullable().default(null) }),
    supplementSchema,
  ),
  /** "Gói kỳ": one zip for another PC of this office. Restricted texts only when a person ticks it. */
  'report.exportPackage': query(
    figuresAt.extend({ restricted: z.boolean().default(false) }),
    offeredFiles.extend({ reports: z.number().int(), kept: z.number().int() }),
  ),
  /** What a package is and what it would change here; nothing is kept. */
  'report.inspectPackage': query(z.object({ ticket }), packageInspectionSchema),
  'report.importPackage': command(
    z.object({
      ticket,
      /** The dossier that the person means; a package of another is then refused. */
      dossierId: z.string().nullable().default(null),
      choices: z.array(packageChoiceSchema).default([]),
      /** For differing reports without a choice; null: then nothing is taken and the reply says which. */
      otherwise: z.enum(['ours', 'theirs']).nullable().default(null),
    }),
    z.object({
      dossierId: z.string(),
      revision,
      /** The dossier was not here: a received copy was made. */
      created: z.boolean(),
      added: z.number().int(),
      replaced: z.number().int(),
      same: z.number().int(),
      /** Different, and left as it stood. */
      kept: z.number().int(),
      /** Units that our period does not ask. */
      refused: z.number().int(),
      /** Closings taken over; those whose number stands here with other contents. */
      closings: z.number().int(),
      refusedClosings: z.number().int(),
    }),
  ),
  /** The charts that the report prints, drawn by the window too. */
  'report.charts': query(
    owedPeriod.extend({
      /** A closing; null: the figures as they stand. */
      version: z.number().int().nullable().default(null),
      /** Codes for the comparison with the period before; null: the first ones that can be compared. */
      compare: z.array(z.string()).nullable().default(null),
    }),
    z.object({
      charts: z.array(chartSchema),
      /** Figures that stand in both periods. */
      comparable: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  ),
  'export.summary': query(
    z.object({
      dossierId: z.string().nullable(),
      period: figurePeriodSchema,
      // Both that a superior asks for in one delivery: the figures and the report.
      format: z.union([summaryFormat, z.literal(BOTH)]),
      /** A closing of the one dossier; null: the figures as they stand. */
      version: z.number().int().nullable().default(null),
      /** Sơ kết or tổng kết stands in the titles; null: an ordinary period's report. */
      occasion: z.enum(['preliminary', 'final']).nullable().default(null),
    }),
    offeredFiles.extend({ version: z.number().int().nullable() }),
  ),
} as const;
