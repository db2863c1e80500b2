/**
 * Rule profile: how documents of one system are presented (domain.md §1–2). Data that the office may edit; the
 * shipped ones are resources/profiles/{hd36,hd05,nd30}.json. Lengths in mm, sizes in points.
 */
import { z } from 'zod';

/** A range that the rule allows, both ends included; the value beside it is what this profile prints. */
const allowed = z.object({ from: z.number(), to: z.number() });

const style = z.object({
  size: z.number().positive(),
  /** Sizes that the rule allows; absent = exactly `size`. */
  sizes: allowed.optional(),
  bold: z.boolean().default(false),
  italic: z.boolean().default(false),
  caps: z.boolean().default(false),
  underline: z.boolean().default(false),
});
export type ProfileStyle = z.infer<typeof style>;

export const ruleProfileSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  /** Where the figures come from, and how sure they are. */
  source: z.string(),
  system: z.enum(['party', 'state']),
  page: z.object({
    top: z.number(),
    right: z.number(),
    bottom: z.number(),
    left: z.number(),
    /** On the back of a sheet left and right change places. */
    mirror: z.boolean(),
    /** Side → margins that the rule allows; an absent side is exact. */
    allowed: z
      .object({
        top: allowed.optional(),
        right: allowed.optional(),
        bottom: allowed.optional(),
        left: allowed.optional(),
      })
      .default({}),
  }),
  pageNumber: z.object({
    size: z.number(),
    sizes: allowed.optional(),
    topDistance: z.number(),
    hideFirst: z.boolean(),
  }),
  body: z.object({
    size: z.number(),
    sizes: allowed.optional(),
    firstLineIndent: z.number(),
    firstLineIndents: allowed.optional(),
    /** Exact line spacing in points; null = single. */
    line: z.number().nullable(),
    /** Exact spacings in points that the rule allows. */
    lines: allowed.optional(),
    /** Points between paragraphs. */
    gap: z.number(),
  }),
  /** "Căn cứ …" paragraphs before section I. */
  basis: style,
  /** "ĐẢNG CỘNG SẢN VIỆT NAM" or the two lines of the state motto. */
  motto: z.array(z.object({ text: z.string(), style })),
  mottoRule: z.boolean(),
  parentBody: style,
  issuingBody: style,
  /** "*" under the issuing body (Party); null in state documents, which draw a line of `issuerRuleShare`. */
  star: z.string().nullable(),
  issuerRuleShare: z.number().nullable(),
  /** "Số {number}-{type}/{symbol}" or "Số: {number}/{type}-{symbol}"; `withoutType` where the type has no symbol (công văn). */
  number: z.object({
    pattern: z.string(),
    withoutType: z.string(),
    padTo: z.number().int(),
    style,
  }),
  /** Pattern: "{place}, ngày {day} tháng {month} năm {year}". */
  date: z.object({
    pattern: z.string(),
    /** Where the day is written in by hand; `{month}` and `{year}` are put in where they are known. */
    blank: z.string(),
    /** Days up to this and months up to that get a leading zero. */
    padDayTo: z.number().int(),
    padMonthTo: z.number().int(),
    style,
  }),
  kindName: style,
  subject: style,
  /** "-----" under the subject; null where a line is drawn instead. */
  subjectMark: z.string().nullable(),
  /** The subject starts in lower case. */
  subjectLowerCase: z.boolean(),
  subjectRuleShare: z.number().nullable(),
  /** Công văn's "về việc …" */
  letterSubject: z.object({ prefix: z.string(), style }),
  addressee: style,
  /** Name of a part, chapter, mục: "I. MỤC ĐÍCH, YÊU CẦU". */
  sectionTitle: style,
  /** "1. Mục đích" */
  headingTitle: style,
  /** "1.1. …" */
  subheadingTitle: style,
  authority: style,
  position: style,
  signerName: style,
  /** Blank points between position and name for signature and seal. */
  signatureSpace: z.number(),
  /** "T/M" or "TM."; `T/L` or `TL.` for a text signed by order. */
  onBehalfMark: z.string(),
  byOrderMark: z.string(),
  recipients: z.object({
    title: z.string(),
    titleStyle: style,
    listStyle: style,
    /** "," or ";" */
    separator: z.string(),
    end: z.string(),
    /** "Lưu {codes}" or "Lưu: {codes}" */
    archive: z.string(),
    /** First line of a công văn's list. */
    asAbove: z.string(),
  }),
  urgency: style,
  draft: style,
  /** "." or "./." */
  textEnd: z.string(),
});
export type RuleProfile = z.infer<typeof ruleProfileSchema>;

/** A profile that the office changed or copied: kept beside the shipped ones, which stay the default. */
export const officeRuleProfileSchema = ruleProfileSchema.extend({
  /** The shipped profile whose ranges it has to keep; its own id where that very profile was changed. */
  base: z.string().min(1),
});
export type OfficeRuleProfile = z.infer<typeof officeRuleProfileSchema>;
