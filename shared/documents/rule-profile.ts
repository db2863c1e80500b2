/**
 * Rule profile: how documents of one system are presented (domain.md §1–2). Data that the office may edit; the
 * shipped ones are resources/profiles/{hd36,hd05,nd30}.json. Lengths in mm, sizes in points.
 */
import { z } from 'zod';
import { systemSchema } from '../domain/office/model';

const style = z.object({
  size: z.number().positive(),
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
  system: systemSchema,
  page: z.object({
    top: z.number(),
    right: z.number(),
    bottom: z.number(),
    left: z.number(),
    mirror: z.boolean(),
  }),
  pageNumber: z.object({ size: z.number(), topDistance: z.number(), hideFirst: z.boolean() }),
  body: z.object({
    size: z.number(),
    firstLineIndent: z.number(),
    /** Exact line spacing in points; null = single. */
    line: z.number().nullable(),
    /** Points between paragraphs. */
    gap: z.number(),
  }),
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
    blank: z.string(),
    padTo: z.number().int(),
    style,
  }),
  /** "{place}, ngày {day} tháng {month} năm {year}" */
  date: z.object({ pattern: z.string(), blank: z.string(), style }),
  kindName: style,
  subject: style,
  /** "-----" under the subject; null where a line is drawn instead. */
  subjectMark: z.string().nullable(),
  subjectRuleShare: z.number().nullable(),
  /** Công văn's "về việc …" */
  letterSubject: z.object({ prefix: z.string(), style }),
  addressee: style,
  sectionTitle: style,
  headingTitle: style,
  authority: style,
  position: style,
  signerName: style,
  /** Blank points between position and name for signature and seal. */
  signatureSpace: z.number(),
  /** "T/M" or "TM." */
  onBehalfMark: z.string(),
  recipients: z.object({
    title: z.string(),
    titleStyle: style,
    listStyle: style,
    /** "," or ";" */
    separator: z.string(),
    end: z.string(),
    archive: z.string(),
  }),
  urgency: style,
  draft: style,
  /** "." or "./." */
  textEnd: z.string(),
});
export type RuleProfile = z.infer<typeof ruleProfileSchema>;
