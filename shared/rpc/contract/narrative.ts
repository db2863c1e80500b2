/** From a figure to its cell, units' texts side by side, the draft made of them, titled entries. */
import { z } from 'zod';
import { unitStateSchema } from '../../domain/report/model';
import { chosenModelSchema, draftSectionSchema } from '../../domain/report/narrative-model';
import { command, query } from '../method';
import { committed, figuresAt, revision } from './common';

const span = z.object({ first: z.number().int(), last: z.number().int() });

export const sheetCell = z.object({
  row: z.number().int(),
  column: z.number().int(),
  /** `hidden`: a text that is opened from the unit's report only. */
  type: z.enum(['empty', 'number', 'text', 'date', 'boolean', 'formula', 'error', 'hidden']),
  text: z.string(),
  /** What stands in the file's bytes. */
  written: z.string(),
});

/** Where a unit's text or titled entry stands. */
const textSource = z.object({
  file: z
    .object({ sha256: z.string(), name: z.string(), sheet: z.string(), cell: z.string().nullable() })
    .nullable(),
  typedBy: z.string().nullable(),
  enteredAt: z.string(),
  version: z.number().int(),
});

export const draftProblem = z.object({
  /** Code of the outline's part. */
  section: z.string(),
  kind: z.enum(['unknown-field', 'empty-field', 'typed-number']),
  /** The field or number as it stands in the text. */
  what: z.string(),
  message: z.string(),
});

/** A field that may stand in the draft, with what it says now. */
export const draftField = z.object({
  key: z.string(),
  label: z.string(),
  group: z.string(),
  /** As printed, vi-VN; null: nobody has told it yet. */
  text: z.string().nullable(),
});

export const narrativeMethods = {
  /** A window of a kept workbook around a cell, read from its bytes. */
  'report.sourceCell': query(
    z.object({
      dossierId: z.string(),
      sha256: z.string(),
      sheet: z.string(),
      cell: z.string().nullable().default(null),
      /** First row shown; null: around the cell. */
      top: z.number().int().positive().nullable().default(null),
    }),
    z.object({
      file: z.object({ sha256: z.string(), name: z.string() }),
      sheets: z.array(z.string()),
      sheet: z.string(),
      rows: span,
      columns: span,
      filled: z.object({ rows: z.number().int(), columns: z.number().int() }),
      widths: z.array(z.number().nullable()),
      merges: z.array(
        z.object({
          row: z.number().int(),
          column: z.number().int(),
          rows: z.number().int(),
          columns: z.number().int(),
        }),
      ),
      cells: z.array(sheetCell),
      found: sheetCell.nullable(),
    }),
  ),
  /** Units' texts of one section, side by side. FORBIDDEN for a restricted one. */
  'report.narratives': query(
    figuresAt.extend({ indicator: z.string() }),
    z.object({
      indicator: z.string(),
      name: z.string(),
      units: z.array(
        z.object({
          unit: z.string(),
          name: z.string(),
          period: z.string(),
          /** `<period>|<unitId>`; null: no report stands. */
          report: z.string().nullable(),
          state: unitStateSchema,
          nil: z.boolean(),
          text: z.string().nullable(),
          source: textSource.nullable(),
        }),
      ),
    }),
  ),
  'report.draft': query(
    figuresAt.extend({ version: z.number().int().nullable().default(null) }),
    z.object({
      revision,
      sections: z.array(draftSectionSchema),
      editedAt: z.string().nullable(),
      editedBy: z.string().nullable(),
      fields: z.array(draftField),
      problems: z.array(draftProblem),
      /** The outline's part → sentences with fields that a person may start from. */
      proposals: z.record(z.string(), z.string()),
    }),
  ),
  /** Replaces the named parts; an empty text takes a part out. Parts not named stay. */
  'report.saveDraft': command(
    figuresAt.extend({ sections: z.array(draftSectionSchema).min(1, 'Chưa có phần nào để lưu.') }),
    z.object({ revision, problems: z.array(draftProblem) }),
  ),
  /** Mô hình hay, cách làm hiệu quả of the units, with which are chosen for the report. */
  'report.models': query(
    figuresAt,
    z.array(
      z.object({
        report: z.string(),
        unit: z.string(),
        name: z.string(),
        period: z.string(),
        title: z.string(),
        result: z.string(),
        chosen: z.boolean(),
        source: textSource,
      }),
    ),
  ),
  'report.chooseModel': command(
    figuresAt.extend({ model: chosenModelSchema, chosen: z.boolean() }),
    committed,
  ),
} as const;
