/** `format.json`: that this is our data folder, which layout it has, and which program wrote it. */
import { join } from 'node:path';
import { z } from 'zod';
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import { AGGREGATE_KINDS } from '../../../shared/schema/aggregates';
import type { StoreContext } from './context';
import { decodeText, readWhole, replaceFile } from './durable';

export const FORMAT_FILE = 'format.json';
const FORMAT = 'vpdu-desk';
/** Version of the folder's layout; the records' shapes have versions of their own (AGGREGATES). */
const LAYOUT_VERSION = 1;

const formatSchema = z.object({
  format: z.literal(FORMAT),
  version: z.number().int(),
  schemas: z.record(z.string(), z.number().int()),
  /** The program that wrote it last: what is needed to write into newer data. */
  appVersion: z.string(),
  createdAt: z.string(),
});
export type DataFormat = z.infer<typeof formatSchema>;

const OFFICE_IN_USE = ['office', 'r', 'd'];

/**
 * Reads or begins the folder's format. Newer data makes the store read-only. Older data, and data whose format is not
 * known, goes through `prepareUpgrade`; then it is noted as today's, each aggregate being migrated when it is opened.
 * A damaged file beside readable data is written anew.
 */
export async function openFormat(
  context: StoreContext,
  prepareUpgrade: (old: DataFormat | null) => Promise<Result<null>>,
): Promise<Result<null>> {
  const becomeTodays = async (old: DataFormat | null): Promise<Result<null>> => {
    const prepared = await prepareUpgrade(old);
    return prepared.ok ? writeFormat(context, old) : prepared;
  };
  const { fs, folder } = context;
  const path = join(folder, FORMAT_FILE);
  const bytes = await readWhole(fs, path);
  if (bytes === null) {
    const names = (await fs.list(folder)).filter((entry) => entry.folder).map((entry) => entry.name);
    if (names.some((name) => OFFICE_IN_USE.includes(name))) noticeRewritten(context, 'không còn');
    return becomeTodays(null);
  }
  const found = parse(bytes);
  if (!found) {
    if ((await fs.list(join(folder, 'office'))).length + (await fs.list(join(folder, 'd'))).length === 0)
      if (bytes.length > 0 && !bytes.every((byte) => byte === 0))
        return fail(
          'UNAVAILABLE',
          `Thư mục "${folder}" có tệp ${FORMAT_FILE} không phải của chương trình này hoặc đã hỏng. Hãy chọn thư mục khác hoặc khôi phục từ bản sao lưu.`,
        );
    noticeRewritten(context, 'bị hỏng');
    return becomeTodays(null);
  }
  const newer =
    found.version > LAYOUT_VERSION ||
    Object.entries(found.schemas).some(([kind, version]) => version > versionOf(context, kind));
  if (newer) {
    context.readOnlyBecause = `Dữ liệu này do phiên bản ${found.appVersion} ghi, mới hơn chương trình đang chạy (${context.appVersion}): chỉ xem được. Hãy cập nhật lên phiên bản ${found.appVersion} trở lên.`;
    return ok(null);
  }
  const same = AGGREGATE_KINDS.every((kind) => found.schemas[kind] === context.schemaVersions[kind]);
  return same ? ok(null) : becomeTodays(found);
}

function versionOf(context: StoreContext, kind: string): number {
  const known = AGGREGATE_KINDS.find((one) => one === kind);
  return known ? context.schemaVersions[known] : 0;
}

function parse(bytes: Uint8Array): DataFormat | null {
  try {
    const parsed = formatSchema.safeParse(JSON.parse(decodeText(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

async function writeFormat(context: StoreContext, old: DataFormat | null): Promise<Result<null>> {
  if (context.readOnlyBecause !== null) return ok(null);
  const format: DataFormat = {
    format: FORMAT,
    version: LAYOUT_VERSION,
    schemas: context.schemaVersions,
    appVersion: context.appVersion,
    createdAt: old?.createdAt ?? context.clock.now(),
  };
  await replaceFile(
    context.fs,
    join(context.folder, FORMAT_FILE),
    Buffer.from(`${JSON.stringify(format, null, 2)}\n`),
    context.ids.next(),
  );
  return ok(null);
}

function noticeRewritten(context: StoreContext, what: string): void {
  context.notices.push({
    severity: 'warning',
    place: FORMAT_FILE,
    message: `Tệp ${FORMAT_FILE} ${what}; đã ghi lại, dữ liệu của cơ quan được giữ nguyên.`,
    repaired: context.readOnlyBecause === null,
  });
}

/** Live data in a synchronised folder is torn apart by the synchroniser: refused. */
export function refuseSyncedFolder(folder: string): Result<null> {
  const segment = folder.split(/[\\/]/).find((part) => /^onedrive/i.test(part));
  if (segment === undefined) return ok(null);
  return fail(
    'FORBIDDEN',
    `Thư mục "${folder}" nằm trong "${segment}": OneDrive đồng bộ từng tệp nên có thể làm hỏng dữ liệu đang dùng. Hãy chọn thư mục trên ổ đĩa của máy; bản sao lưu thì đặt trong OneDrive được.`,
  );
}
