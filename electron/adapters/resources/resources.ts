/** The Resources port over the `resources/` folder: defaults that the office then owns and edits. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ruleProfileSchema } from '../../../shared/documents/rule-profile';
import { holidaySchema, indicatorSchema, retentionRuleSchema } from '../../../shared/domain/office/model';
import { planTemplateSchema } from '../../../shared/domain/plan/composing/template';
import type { Resources } from '../../../shared/ports/resources';

const SAMPLE_PLAN = 'ke-hoach-an-binh.docx';

/** Reads each kind when it is first asked for, once. A file that is missing or wrong throws: it is a faulty build. */
export function createResources(folder: string): Resources {
  const catalogue = join(folder, 'catalogue');
  return {
    ruleProfiles: once(() => readEach(join(folder, 'profiles'), /\.json$/, ruleProfileSchema)),
    indicators: once(() => readList(join(catalogue, 'indicators.json'), indicatorSchema)),
    retention: once(() => readList(join(catalogue, 'retention.json'), retentionRuleSchema)),
    // One file a year, as announced each year.
    holidays: once(() => readEach(catalogue, /^holidays-\d{4}\.json$/, z.array(holidaySchema)).flat()),
    planTemplates: once(() => readEach(join(folder, 'plan-templates'), /\.json$/, planTemplateSchema)),
    samplePlan: once(() => ({
      name: SAMPLE_PLAN,
      bytes: new Uint8Array(readFileSync(join(folder, 'sample', SAMPLE_PLAN))),
    })),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function readJson<S extends z.ZodType>(file: string, schema: S): z.output<S> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file}: ${parsed.error.message}`);
  return parsed.data;
}

function readList<S extends z.ZodType>(file: string, schema: S): readonly z.output<S>[] {
  return readJson(file, z.array(schema));
}

function readEach<S extends z.ZodType>(folder: string, name: RegExp, schema: S): readonly z.output<S>[] {
  return readdirSync(folder)
    .filter((file) => name.test(file))
    .sort()
    .map((file) => readJson(join(folder, file), schema));
}
