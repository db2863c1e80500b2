import { z } from 'zod';
import { hourInput } from '../../date/hour';
import { periodIdSchema, periodRequestSchema, reportPeriodSchema } from '../../domain/report/model';
import { reportScheduleSchema } from '../../domain/report/obligation-model';
import { command, query } from '../method';
import { committed, owedPeriod, revision } from './common';

const cycle = reportScheduleSchema.shape.cycle;

/** Another list of codes for some of the units: entry ids or names, groups are expanded. */
export const askInput = z.object({
  units: z.array(z.string()).min(1, 'Chọn ít nhất một đơn vị hoặc nhóm.'),
  indicators: z.array(z.string()),
});

/** How reports travel: through whom, who takes them in, who adds them up. */
const routing = z.object({ via: z.string(), receivedBy: z.string(), consolidatedBy: z.string() });

/** What the plan's own sentences say about reporting, beside what is proposed. */
const dutySentence = z.object({
  text: z.string(),
  unitIds: z.array(z.string()),
  /** Named in it, but not found in the directory. */
  unknown: z.string().nullable(),
});

export const scheduleProposal = routing.extend({
  periods: z.array(
    z.object({
      period: periodIdSchema,
      from: z.string(),
      to: z.string(),
      /** By the plan's words or the office's setting, whatever day of the week that is. */
      dueDay: z.string(),
      proposedLastDay: z.string(),
      /** Why the two differ; null when they do not. */
      reason: z.string().nullable(),
      cityDueDay: z.string(),
      proposedDueToCity: z.string(),
      cityReason: z.string().nullable(),
      /** The plan's sentence that gave the due day. */
      sentence: z.string().nullable(),
      /** What stands already. */
      standing: reportPeriodSchema.nullable(),
      /** Reports that are in. */
      reports: z.number().int(),
    }),
  ),
  unitIds: z.array(z.string()),
  /** Where `unitIds` come from: the request that stands, the plan's sentences, or every active unit. */
  unitsFrom: z.enum(['standing', 'plan', 'office']),
  indicators: z.array(z.string()),
  asks: z.array(z.object({ unitIds: z.array(z.string()), indicators: z.array(z.string()) })),
  sentences: z.array(dutySentence),
  /** Units that take reports in: named, but not proposed. */
  receivers: z.array(z.string()),
  request: periodRequestSchema.nullable(),
});
export type ScheduleProposal = z.infer<typeof scheduleProposal>;

export const scheduleMethods = {
  /** For every period from `first` to `last`: covered days, due days moved to a working day as a proposal, units. */
  'report.proposeSchedule': query(
    z.object({
      dossierId: z.string(),
      cycle,
      first: periodIdSchema,
      last: periodIdSchema,
      /** A rule for the due day as a plan would say it ("ngày 20 tháng cuối quý"); null: the plan's own words. */
      due: z.string().nullable().default(null),
    }),
    scheduleProposal,
  ),
  /** The schedule and its periods as a person confirmed them: one commit, or a refusal that names the period. */
  'report.saveSchedule': command(
    routing.partial().extend({
      dossierId: z.string(),
      /** A schedule to change or draw on; null: a new one. */
      scheduleId: z.string().nullable().default(null),
      cycle,
      periods: z
        .array(
          z.object({
            period: periodIdSchema,
            /** Null: by the cut-off day, or as it stands. */
            from: z.string().nullable().default(null),
            to: z.string().nullable().default(null),
            lastDay: z.string(),
            time: hourInput,
            dueToCity: z.string().nullable().default(null),
          }),
        )
        .min(1, 'Chọn ít nhất một kỳ báo cáo.'),
      /** Codes of the units that no ask names. */
      indicators: z.array(z.string()).min(1, 'Chọn ít nhất một chỉ tiêu.'),
      asks: z.array(askInput).default([]),
      /** Entry ids or names; groups are expanded for each period as of its last day. */
      units: z.array(z.string()).min(1, 'Chọn ít nhất một đơn vị.'),
      request: periodRequestSchema.nullable().default(null),
    }),
    z.object({
      revision,
      scheduleId: z.string(),
      periods: z.array(z.object({ period: periodIdSchema, lastDay: z.string(), expected: z.number().int() })),
    }),
  ),
  /** Takes a period back that nobody has reported for. */
  'report.removePeriod': command(owedPeriod, committed),
} as const;
