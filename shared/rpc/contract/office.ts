import { z } from 'zod';
import {
  directoryEntrySchema,
  holidaySchema,
  indicatorSchema,
  officeProfileSchema,
  reportDefaultsSchema,
  retentionRuleSchema,
  signerSchema,
} from '../../domain/office/model';
import { command, query } from '../method';
import { committed, empty, offeredFiles, printedPdf, revision, ticket } from './common';

export const officeView = z.object({
  revision,
  /** Null before the first run was answered. */
  profile: officeProfileSchema.nullable(),
  entries: z.array(directoryEntrySchema),
  signers: z.array(signerSchema),
  indicators: z.array(indicatorSchema),
  holidays: z.array(holidaySchema),
  retention: z.array(retentionRuleSchema),
  defaults: reportDefaultsSchema.nullable(),
});
export type OfficeView = z.infer<typeof officeView>;

/** What first run asks for; the rest has defaults (catalogue, retention, holidays) from resources. */
export const officeSetup = z.object({
  system: z.enum(['party', 'state']),
  wardKind: z.enum(['phường', 'xã', 'đặc khu']),
  wardName: z.string().trim().min(1, 'Ghi tên phường hoặc xã, ví dụ “An Bình”.'),
  city: z.string().trim().min(1, 'Ghi tên tỉnh hoặc thành phố.'),
  code: z.string().regex(/^[A-Z]{1,6}$/, 'Mã cơ quan gồm 1–6 chữ cái in hoa không dấu.'),
  term: z.object({ name: z.string().min(1), from: z.string(), to: z.string() }),
  ruleProfileId: z.string(),
  spelling: z.enum(['ủy', 'uỷ']),
});

export const refusedRow = z.object({
  sheet: z.string(),
  row: z.number().int(),
  name: z.string(),
  /** Vietnamese sentence. */
  reason: z.string(),
});

export const importedDirectory = z.object({
  revision,
  added: z.array(z.string()),
  updated: z.array(z.string()),
  unchanged: z.array(z.string()),
  refused: z.array(refusedRow),
  /** Rows that are taken as they are, with what a person should look at. */
  questions: z.array(refusedRow),
  signers: z.number().int(),
});

const merge = z.object({
  id: z.string(),
  /** First day of the new order. */
  from: z.string(),
  /** Units of the directory that it goes into. */
  into: z.array(z.string()).default([]),
  /** Names of units that begin with it. */
  founded: z.array(z.string().max(200)).default([]),
  keeps: z.boolean().default(false),
  reason: z.string().max(500).default(''),
});

export const mergePreview = z.object({
  periods: z.array(
    z.object({
      dossierId: z.string(),
      plan: z.string(),
      period: z.string(),
      lastDay: z.string(),
      /** Names of units that would no longer owe, and of those that newly would. */
      noLonger: z.array(z.string()),
      newly: z.array(z.string()),
      /** Of `noLonger`: whose report is in already; it goes on counting. */
      reported: z.array(z.string()),
    }),
  ),
});
export type MergePreview = z.infer<typeof mergePreview>;

const fieldAbout = { key: z.string(), group: z.string(), label: z.string() };

export const ruleProfileView = z.object({
  id: z.string(),
  name: z.string(),
  source: z.string(),
  base: z.string(),
  baseName: z.string(),
  fields: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        ...fieldAbout,
        kind: z.literal('number'),
        unit: z.string(),
        from: z.number(),
        to: z.number(),
        value: z.number(),
        standard: z.number(),
      }),
      z.object({
        ...fieldAbout,
        kind: z.literal('choice'),
        choices: z.array(z.string()).readonly(),
        value: z.string(),
        standard: z.string(),
      }),
      z.object({ ...fieldAbout, kind: z.literal('flag'), value: z.boolean(), standard: z.boolean() }),
    ]),
  ),
});
export type RuleProfileView = z.infer<typeof ruleProfileView>;

const profileValues = z.record(z.string(), z.union([z.number(), z.string(), z.boolean()]));

export const officeMethods = {
  'office.get': query(empty, officeView),
  'office.setup': command(officeSetup, committed),
  'office.saveProfile': command(officeProfileSchema, committed),
  'office.saveEntry': command(
    directoryEntrySchema.partial({ id: true }).required({ kind: true, name: true }),
    z.object({ revision, id: z.string() }),
  ),
  /** Ends an entry on a day (never deletes one that documents name); undo or a later `activeTo` brings it back. */
  'office.endEntry': command(
    z.object({
      id: z.string(),
      lastDay: z.string(),
      successors: z.array(z.object({ unitId: z.string(), from: z.string() })).default([]),
    }),
    committed,
  ),
  /** Sáp nhập, chia tách: from a day the unit goes into others, or (`keeps`) gives a part of itself to them. */
  'office.mergeEntry': command(merge, z.object({ revision, founded: z.array(z.string()) })),
  /** The periods in which other units would owe. */
  'office.previewMerge': query(merge, mergePreview),
  /** Deletes an entry that nothing names yet; refused with the reason otherwise. */
  'office.removeEntry': command(z.object({ id: z.string() }), committed),
  'office.saveSigner': command(
    signerSchema.partial({ id: true }).required({ name: true, position: true }),
    /** `authority` as it is kept: "T/M" stands in front of a body that was written alone. */
    z.object({ revision, id: z.string(), authority: z.string() }),
  ),
  'office.removeSigner': command(z.object({ id: z.string() }), committed),
  'office.saveIndicator': command(indicatorSchema, committed),
  'office.saveHoliday': command(holidaySchema, committed),
  'office.removeHoliday': command(z.object({ id: z.string() }), committed),
  'office.saveRetention': command(retentionRuleSchema, committed),
  'office.saveDefaults': command(reportDefaultsSchema, committed),
  /** .xlsx or .json; with `dryRun` it only tells what would happen. */
  'office.import': command(z.object({ ticket, dryRun: z.boolean().default(false) }), importedDirectory),
  /** An empty workbook with the columns of the import and two sample rows. */
  'office.importTemplate': query(empty, offeredFiles),
  /** The directory and the signers as a workbook that `office.import` takes back; nothing changes by it. */
  'office.exportDirectory': query(empty, offeredFiles),
  /** Rule profiles available: the shipped ones, each as the office changed it, and its own copies. */
  'office.ruleProfiles': query(
    empty,
    z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        source: z.string(),
        /** The shipped profile whose ranges it keeps. */
        base: z.string(),
        changed: z.boolean(),
      }),
    ),
  ),
  /** What of it is edited, with the range that the rule allows. */
  'office.ruleProfile': query(z.object({ id: z.string() }), ruleProfileView),
  /** Field errors name the fields that the rule does not allow. */
  'office.saveRuleProfile': command(z.object({ id: z.string(), values: profileValues }), committed),
  'office.resetRuleProfile': command(z.object({ id: z.string() }), committed),
  'office.copyRuleProfile': command(
    z.object({ from: z.string(), name: z.string().trim().min(1, 'Đặt tên cho thể thức.').max(120) }),
    z.object({ revision, id: z.string() }),
  ),
  /** The sample plan printed with values that are not saved. */
  'office.previewRuleProfile': query(z.object({ id: z.string(), values: profileValues }), printedPdf),
} as const;
