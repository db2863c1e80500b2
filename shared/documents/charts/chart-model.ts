/**
 * A chart as plain data: shapes that paper (SVG in a PDF and in Word, PNG in a workbook) and window draw alike. Lengths
 * in points; (0, 0) is the upper left corner. What a colour says is also said by a pattern, a word or a number.
 */
import { z } from 'zod';

/** What a shape stands for; each medium has its own colour for it. */
export const chartToneSchema = z.enum([
  'ink',
  'muted',
  'grid',
  'paper',
  'good',
  'warn',
  'bad',
  'first',
  'second',
]);
export type ChartTone = z.infer<typeof chartToneSchema>;

const point = z.tuple([z.number(), z.number()]);

export const chartShapeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rect'),
    x: z.number(),
    y: z.number(),
    width: z.number(),
    height: z.number(),
    fill: chartToneSchema.nullable(),
    stroke: chartToneSchema.nullable(),
  }),
  /** One or more open lines in one stroke: the axes' grid, a curve, the hatching of a bar. */
  z.object({
    kind: z.literal('lines'),
    lines: z.array(z.array(point).min(2)),
    tone: chartToneSchema,
    width: z.number(),
    dashed: z.boolean(),
  }),
  /** `y` is the base line. */
  z.object({
    kind: z.literal('text'),
    x: z.number(),
    y: z.number(),
    text: z.string(),
    size: z.number(),
    bold: z.boolean(),
    anchor: z.enum(['start', 'middle', 'end']),
    tone: chartToneSchema,
  }),
]);
export type ChartShape = z.infer<typeof chartShapeSchema>;
export type ChartPoint = z.infer<typeof point>;

export const chartSchema = z.object({
  /** "submission", "timeliness", "targets-1", "comparison" */
  id: z.string(),
  title: z.string(),
  /** The chart in a sentence, for who cannot see it. */
  description: z.string(),
  width: z.number(),
  height: z.number(),
  shapes: z.array(chartShapeSchema),
  /** The same figures as a table. */
  table: z.object({ head: z.array(z.string()), rows: z.array(z.array(z.string())) }),
});
export type ChartModel = z.infer<typeof chartSchema>;
