/** Files that a person gives to the verbs of `report`: typed figures, lists of codes for some units. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UsageError } from '../errors';

const typedValue = z.union([z.number(), z.string(), z.null()]);
const typedReport = z.object({
  values: z.record(z.string(), typedValue),
  narrative: z.record(z.string(), z.string()).default({}),
  nil: z.boolean().default(false),
  nilSaidBy: z.string().default(''),
  nilHow: z.string().default(''),
  receivedOn: z.string().nullable().default(null),
});
/** `{HN01: 4, …}`, or with more than figures: `{values, narrative, nil, nilSaidBy, nilHow, receivedOn}`. */
const typedFile = z.union([
  typedReport,
  z.record(z.string(), typedValue).transform((values) => typedReport.parse({ values })),
]);
export const NO_FIGURES = typedReport.parse({ values: {} });

export async function readTypedReport(file: string) {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null)
    throw new UsageError(`Không đọc được tệp số liệu “${file}”: tệp không có hoặc không được phép đọc.`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UsageError(`Tệp số liệu “${file}” không phải là JSON hợp lệ.`);
  }
  const parsed = typedFile.safeParse(json);
  if (!parsed.success)
    throw new UsageError(`Tệp “${file}” phải là {"HN01": 4, …} hoặc {"values": {…}, "nil": false}.`);
  return parsed.data;
}

const asksFile = z.array(z.object({ units: z.array(z.string()).min(1), indicators: z.array(z.string()) }));

/** Lists of codes for some of the units, by id or name; groups are expanded. */
export async function readAsks(file: string) {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null)
    throw new UsageError(
      `Không đọc được tệp chỉ tiêu riêng “${file}”: tệp không có hoặc không được phép đọc.`,
    );
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UsageError(`Tệp chỉ tiêu riêng “${file}” không phải là JSON hợp lệ.`);
  }
  const parsed = asksFile.safeParse(json);
  if (!parsed.success)
    throw new UsageError(`Tệp “${file}” phải là [{"units": ["…"], "indicators": ["HN01"]}, …].`);
  return parsed.data;
}
