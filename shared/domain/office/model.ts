/**
 * The office aggregate: who we are, whom we write to, what we count. All of it is data that the office edits.
 * Rules: domain.md §1 (presentation), §4 (retention), §5 (indicators), §6 (organisation).
 */
import { z } from 'zod';
import { plainDateSchema } from '../../date/plain-date';
import { channelSchema } from '../dispatch/channel';
import { conferenceDefaultsSchema } from '../conference/model';
import { lintChoiceSchema } from '../plan/lint/choice';
import { officeRuleProfileSchema } from '../../documents/rule-profile';
import { planTemplateSchema } from '../plan/composing/template';

export const OFFICE_ID = 'office';

/** Which rules of presentation and numbering the issuer follows: Party documents or state documents. */
export const systemSchema = z.enum(['party', 'state']);
export type System = z.infer<typeof systemSchema>;

/** Hồ sơ của cơ quan: one record, id `profile`. */
export const officeProfileSchema = z.object({
  id: z.literal('profile'),
  /** A stable id of this office; forms carry it so that another office's form is recognised. */
  officeId: z.string().min(1),
  /** Two to six Latin letters for printed form codes, e.g. "AB". */
  code: z.string().regex(/^[A-Z]{1,6}$/, 'Mã cơ quan gồm 1–6 chữ cái in hoa không dấu.'),
  system: systemSchema,
  /** "ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG" */
  parentBody: z.string().min(1),
  /** "ĐẢNG ỦY PHƯỜNG AN BÌNH" */
  issuingBody: z.string().min(1),
  /** The bare name of the place in date lines: "An Bình". */
  place: z.string().min(1),
  /** "ĐU" */
  symbol: z.string().min(1),
  /** Nhiệm kỳ: Party numbers run per document type per term (domain.md §0.4). */
  term: z.object({ name: z.string().min(1), from: plainDateSchema, to: plainDateSchema }),
  /** hd36 | hd05 | nd30 or the id of an edited copy. */
  ruleProfileId: z.string().min(1),
  /** House spelling of the tone mark: "uỷ" or "ủy". */
  spelling: z.enum(['ủy', 'uỷ']),
  /** Whose duty it is to file: printed as "Lưu VPĐU". */
  archiveCode: z.string().min(1),
  /** Where the office is and its telephone, for envelopes. Absent: nobody wrote it down. */
  address: z.string().max(200, 'Địa chỉ dài quá 200 chữ.').optional(),
  phone: z.string().max(60, 'Số điện thoại dài quá 60 chữ.').optional(),
});
export type OfficeProfile = z.infer<typeof officeProfileSchema>;

export const entryKindSchema = z.enum(['superior', 'unit', 'group', 'position']);
export type EntryKind = z.infer<typeof entryKindSchema>;

/** Danh bạ: one entry of the directory. A group is never a unit; only units owe reports. */
export const directoryEntrySchema = z.object({
  id: z.string().min(1),
  kind: entryKindSchema,
  name: z.string().trim().min(1, 'Thiếu tên.'),
  short: z.string().default(''),
  aliases: z.array(z.string()).default([]),
  /** Units: the unit above it (a chi bộ under a đảng bộ), so that no total adds both. */
  parentId: z.string().nullable().default(null),
  /** Groups: ids of the entries in it. */
  memberIds: z.array(z.string()).default([]),
  /** Units: id of the one group under which the summary table lists it; null → "Đơn vị khác". */
  summaryGroupId: z.string().nullable().default(null),
  activeFrom: plainDateSchema.nullable().default(null),
  /** Last day on which it exists. */
  activeTo: plainDateSchema.nullable().default(null),
  /**
   * Units: into which units it went, from which day (merge and split map). One that names itself among those of a day
   * only gave a part away then, and goes on.
   */
  successors: z.array(z.object({ unitId: z.string(), from: plainDateSchema })).default([]),
  /** Why it went or was split: the decision's number and day. */
  endReason: z.string().default(''),
  /** Contact of the unit for dispatch: never a citizen's data. */
  contact: z.string().default(''),
  /** Of whom to ask there: "Phó Chánh Văn phòng". */
  contactPosition: z.string().optional(),
  /** Address on envelopes, the office's e-mail and telephone, how it is usually sent to. Absent: nobody wrote it down. */
  address: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  channel: channelSchema.nullable().optional(),
  order: z.number().int().default(0),
});
export type DirectoryEntry = z.infer<typeof directoryEntrySchema>;

/** Người ký. */
export const signerSchema = z.object({
  id: z.string().min(1),
  name: z.string().trim().min(1),
  /** "T/M BAN THƯỜNG VỤ" */
  authority: z.string(),
  /** "KT. CHỦ TỊCH" (state), else null. */
  onBehalf: z.string().nullable().default(null),
  /** "PHÓ BÍ THƯ THƯỜNG TRỰC" */
  position: z.string().min(1),
  isDefault: z.boolean().default(false),
});
export type Signer = z.infer<typeof signerSchema>;

/** C count, S sum, D denominator (stock), N numerator, P percent, R rate per week, B yes/no, T text. */
export const indicatorKindSchema = z.enum(['C', 'S', 'D', 'N', 'P', 'R', 'B', 'T']);
export type IndicatorKind = z.infer<typeof indicatorKindSchema>;

/** Chỉ tiêu báo cáo: one row of the catalogue (domain.md §5). The record's id is its code. */
export const indicatorSchema = z.object({
  id: z.string().regex(/^[A-Z]{2}\d{2}$/, 'Mã chỉ tiêu gồm hai chữ in hoa và hai số, ví dụ HN01.'),
  name: z.string().min(1),
  unit: z.string(),
  kind: indicatorKindSchema,
  /** The heading under which forms and tables list it, e.g. "Hội nghị". */
  section: z.string(),
  overUnits: z.enum(['sum', 'none']),
  overPeriods: z.enum(['sum', 'last']),
  /** P: codes of its parts. */
  numerator: z.string().nullable().default(null),
  denominator: z.string().nullable().default(null),
  /** N, C…: a value may not exceed this indicator's value in the same report. */
  notAbove: z.string().nullable().default(null),
  /** R: codes that are added and divided by weeks. */
  rateOf: z.array(z.string()).default([]),
  required: z.boolean().default(false),
  enabled: z.boolean().default(true),
  target: z
    .object({ operator: z.enum(['>', '>=', '=', '<', '<=']), value: z.number() })
    .nullable()
    .default(null),
  minimum: z.number().nullable().default(0),
  maximum: z.number().nullable().default(null),
  /** Whole numbers only. */
  integer: z.boolean().default(true),
  /**
   * T: a unit's free text on tư tưởng, dư luận. It is opened from the unit's own dossier only: never indexed, compared,
   * put side by side, charted or taken into a draft.
   */
  restricted: z.boolean().default(false),
  order: z.number().int(),
});
export type Indicator = z.infer<typeof indicatorSchema>;

/** Ngày nghỉ lễ, ngày làm bù. The record's id is the date. */
export const holidaySchema = z.object({
  id: plainDateSchema,
  name: z.string(),
  kind: z.enum(['off', 'work']),
});
export type Holiday = z.infer<typeof holidaySchema>;

/** Thời hạn bảo quản: editable defaults, each with the source it was taken from. */
export const retentionRuleSchema = z.object({
  id: z.string().min(1),
  title: z.string().min(1),
  /** null = vĩnh viễn */
  years: z.number().int().positive().nullable(),
  source: z.string(),
});
export type RetentionRule = z.infer<typeof retentionRuleSchema>;

/** Mặc định của báo cáo: one record, id `report`. */
const CUT_OFF_DAY = 'Ngày chốt số liệu từ 0 (theo tháng dương lịch) đến 28.';
const DAY_OF_MONTH = 'Ghi một ngày trong tháng, từ 1 đến 31.';
const dayOfMonth = z.number(DAY_OF_MONTH).int(DAY_OF_MONTH).min(1, DAY_OF_MONTH).max(31, DAY_OF_MONTH);

export const reportDefaultsSchema = z.object({
  id: z.literal('report'),
  /** Last day of a period's figures: 14 → quarter I = 15/12–14/3. 0 = calendar periods. */
  cutOffDay: z.number(CUT_OFF_DAY).int(CUT_OFF_DAY).min(0, CUT_OFF_DAY).max(28, CUT_OFF_DAY),
  /** Due day unit → ward in the month after the cut-off's day of the same month, e.g. 15. */
  dueDayToWard: dayOfMonth,
  dueDayToCity: dayOfMonth,
  /** Lũy kế counts from the schedule's first period or from the year's first. */
  cumulativeFrom: z.enum(['schedule', 'year']),
  /** Routing of reports: the body through which units report. */
  via: z.string(),
  /** Who takes reports in, and who adds them up; empty: this office. */
  receivedBy: z.string().default(''),
  consolidatedBy: z.string().default(''),
});
export type ReportDefaults = z.infer<typeof reportDefaultsSchema>;

/**
 * Another PC of this office that was set up by itself: its `officeId` stands on the forms that it gave out. Id = that
 * `officeId`. Learned from its package, which a person looked at and took in.
 */
export const pairedPcSchema = z.object({
  id: z.string().min(1),
  /** Directory entries that have another id there: their id → the id here. */
  entries: z.record(z.string(), z.string()),
});
export type PairedPc = z.infer<typeof pairedPcSchema>;

export const officeTables = {
  profile: officeProfileSchema,
  entries: directoryEntrySchema,
  signers: signerSchema,
  indicators: indicatorSchema,
  holidays: holidaySchema,
  retention: retentionRuleSchema,
  defaults: reportDefaultsSchema,
  ruleProfiles: officeRuleProfileSchema,
  planTemplates: planTemplateSchema,
  lintChoices: lintChoiceSchema,
  conferenceDefaults: conferenceDefaultsSchema,
  pairedPcs: pairedPcSchema,
} as const;
export type OfficeTables = typeof officeTables;
