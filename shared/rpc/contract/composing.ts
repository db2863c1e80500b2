/** Writing a plan: its text is edited here, and everything that was read from it follows. */
import { z } from 'zod';
import { plainDateSchema } from '../../date/plain-date';
import { basisReferenceSchema } from '../../domain/plan/composing/template';
import { command, query } from '../method';
import { committed, revision } from './common';

/** Years that a plan may be of: one beyond them is a slip of the keys. */
export const PLAN_YEARS = { first: 2000, last: 2200 } as const;
export const PLAN_YEARS_WORDS = `Năm từ ${PLAN_YEARS.first} đến ${PLAN_YEARS.last}.`;

const edit = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  text: z.string().max(1_000_000, 'Nội dung dài quá 1 triệu ký tự.'),
});

const dossier = z.object({ dossierId: z.string() });
const words = z.string().max(5000, 'Nội dung một dòng dài quá 5.000 ký tự.');
const by = z.union([z.literal(-1), z.literal(1)]);
const task = z.object({ text: words, lastDay: plainDateSchema.nullable() });

/** A change of the plan's structure or data, to be written into its text. Items are named by their ids. */
export const planChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('moveSection'), key: z.string(), by }),
  z.object({ kind: z.literal('removeSection'), key: z.string() }),
  z.object({ kind: z.literal('addSection'), key: z.string().nullable(), under: z.boolean(), title: words }),
  z.object({ kind: z.literal('renumber'), style: z.string() }),
  z.object({ kind: z.literal('addUnit'), name: words, tasks: z.array(task).max(200) }),
  z.object({ kind: z.literal('renameUnit'), itemId: z.string(), name: words }),
  z.object({ kind: z.literal('removeUnit'), itemId: z.string() }),
  z.object({ kind: z.literal('moveUnit'), itemId: z.string(), by }),
  z.object({ kind: z.literal('addTask'), itemId: z.string(), task }),
  z.object({ kind: z.literal('editTask'), itemId: z.string(), to: task }),
  z.object({ kind: z.literal('removeTask'), itemId: z.string() }),
  z.object({ kind: z.literal('moveTask'), itemId: z.string(), by }),
  z.object({ kind: z.literal('addRecipient'), name: words, purpose: words.nullable() }),
  z.object({ kind: z.literal('editRecipient'), itemId: z.string(), name: words, purpose: words.nullable() }),
  z.object({ kind: z.literal('removeRecipient'), itemId: z.string() }),
  z.object({ kind: z.literal('moveRecipient'), itemId: z.string(), by }),
]);
export type PlanChange = z.infer<typeof planChange>;

const wordPiece = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() });
/** A paragraph of two versions of a text. */
export const comparedParagraph = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('same'), before: z.string(), after: z.string() }),
  z.object({ kind: z.literal('changed'), before: z.string(), after: z.string(), words: z.array(wordPiece) }),
  z.object({ kind: z.literal('removed'), before: z.string(), after: z.null(), moved: z.boolean() }),
  z.object({ kind: z.literal('added'), before: z.null(), after: z.string(), moved: z.boolean() }),
]);

const outlineNode = z.object({
  key: z.string(),
  kind: z.enum(['head', 'opening', 'section', 'closing', 'tail']),
  label: z.string(),
  title: z.string(),
  depth: z.number().int(),
  start: z.number().int(),
  end: z.number().int(),
});
export type OutlineView = z.infer<typeof outlineNode>;

const textDraftView = z.object({
  key: z.string(),
  title: z.string(),
  /** What stood in the part when the typing began, and what was typed. */
  base: z.string(),
  text: z.string(),
  at: z.string(),
  by: z.string(),
  /** The text was changed since: a person decides. */
  stale: z.boolean(),
});
export type TextDraftView = z.infer<typeof textDraftView>;

const versionRow = z.object({
  id: z.string(),
  number: z.number().int(),
  note: z.string(),
  at: z.string(),
  by: z.string(),
  /** Letters of the text. */
  length: z.number().int(),
  isCurrent: z.boolean(),
});

const dateLine = z.object({
  start: z.number().int(),
  end: z.number().int(),
  before: z.string(),
  after: z.string(),
  kind: z.enum(['moved', 'cited']),
  line: z.string(),
  question: z.string().nullable(),
  working: z.string().nullable(),
});

const templateRow = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string(),
  system: z.enum(['party', 'state']),
  title: z.string(),
  /** Kept by this office, so that it may be changed and removed. */
  own: z.boolean(),
  /** Its lines, for a look before it is chosen. */
  lines: z.array(z.string()),
});
export type TemplateRow = z.infer<typeof templateRow>;

export const composingMethods = {
  /**
   * Replaces pieces of the plan's text and reads the whole again. Places refer to the plan's text with every paragraph
   * on one line (of the same length as `plan.text`). CONFLICT when `textHash` is no longer the plan's.
   */
  'plan.replaceText': command(
    dossier.extend({ textHash: z.string(), edits: z.array(edit).min(1).max(5000) }),
    z.object({
      revision,
      textHash: z.string(),
      /** Items of the plan: new, read anew, gone with their words, left as a person had them. */
      added: z.number().int(),
      updated: z.number().int(),
      removed: z.number().int(),
      kept: z.number().int(),
    }),
  ),
  /** The text as it is edited, its outline, and what was typed and not yet saved. */
  'plan.outline': query(
    dossier,
    z.object({
      revision,
      text: z.string(),
      textHash: z.string(),
      nodes: z.array(outlineNode),
      drafts: z.array(textDraftView),
      styles: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  /** The edits that write a change into the text, with how they look; nothing is written. For `plan.replaceText`. */
  'plan.proposeEdits': query(
    dossier.extend({ change: planChange }),
    z.object({
      textHash: z.string(),
      edits: z.array(edit),
      /** Paragraphs that change, at most 200. */
      preview: z.array(comparedParagraph),
      /** What a person should look at afterwards: places that name a section by its old number. */
      notes: z.array(z.string()),
    }),
  ),
  /** Keeps what is being typed into a part of the text. `text` null: it was saved or given up. */
  'plan.saveTextDraft': command(
    dossier.extend({
      key: z.string().min(1).max(60),
      title: z.string().max(300),
      textHash: z.string(),
      base: z.string().max(1_000_000),
      text: z.string().max(1_000_000, 'Nội dung dài quá 1 triệu ký tự.').nullable(),
    }),
    committed,
  ),
  /**
   * A new dossier, from a template (shipped or the office's own) or an older plan with the dates that a person confirmed.
   * `basis` are superiors' documents that it stands on.
   */
  'plan.create': command(
    z.object({
      source: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('template'), templateId: z.string() }),
        z.object({
          kind: z.literal('clone'),
          dossierId: z.string(),
          textHash: z.string(),
          dates: z.array(edit).max(5000),
        }),
      ]),
      /** null: the source's own. */
      title: z.string().trim().max(1000).nullable().default(null),
      year: z
        .number()
        .int('Năm là số nguyên.')
        .min(PLAN_YEARS.first, PLAN_YEARS_WORDS)
        .max(PLAN_YEARS.last, PLAN_YEARS_WORDS),
      basis: z.array(basisReferenceSchema).max(50).default([]),
    }),
    z.object({ dossierId: z.string(), revision }),
  ),
  /** Every date of a plan, moved by `years`, with what to ask about it. Nothing is written. */
  'plan.cloneDates': query(
    dossier.extend({ years: z.number().int().min(-20).max(20) }),
    z.object({
      textHash: z.string(),
      title: z.string(),
      year: z.number().int().nullable(),
      dates: z.array(dateLine),
    }),
  ),
  'plan.templates': query(z.object({}), z.array(templateRow)),
  /** Keeps a dossier's text as a template (`dossierId`), or corrects the name and note of one. */
  'office.savePlanTemplate': command(
    z.object({
      id: z.string().nullable(),
      name: z.string().trim().min(1, 'Chưa ghi tên mẫu.').max(200),
      note: z.string().trim().max(1000).default(''),
      dossierId: z.string().nullable().default(null),
    }),
    z.object({ revision, id: z.string() }),
  ),
  'office.removePlanTemplate': command(z.object({ id: z.string() }), committed),
  /** Keeps the text as it stands as "Dự thảo lần n". */
  'plan.saveVersion': command(
    dossier.extend({ note: z.string().trim().max(500).default('') }),
    z.object({ revision, id: z.string(), number: z.number().int() }),
  ),
  /** Newest first. */
  'plan.versions': query(dossier, z.array(versionRow)),
  /** Two versions, or one and the text as it stands (null), the older first. */
  'plan.compareVersions': query(
    dossier.extend({ from: z.string(), to: z.string().nullable() }),
    z.object({
      rows: z.array(comparedParagraph),
      counts: z.object({
        changed: z.number().int(),
        removed: z.number().int(),
        added: z.number().int(),
        moved: z.number().int(),
      }),
      /** The same as data: what came, what went, what is otherwise. */
      data: z.array(
        z.object({
          kind: z.enum(['unit', 'task', 'deadline', 'recipient']),
          change: z.enum(['added', 'removed', 'changed']),
          what: z.string(),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** The text is that of the version again; items follow as with any edit. */
  'plan.restoreVersion': command(dossier.extend({ versionId: z.string() }), committed),
} as const;
