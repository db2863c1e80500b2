/**
 * Ports for tests of use cases: the memory store, a clock that is set by hand, countable ids, and writers whose bytes
 * are the model as JSON, so that what one fake writes another reads back. Nothing touches a disk.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { PageModel, BlockModel } from '../../shared/documents/page-model';
import { ruleProfileSchema, type RuleProfile } from '../../shared/documents/rule-profile';
import { cellAddress } from '../../shared/documents/sheet-model';
import { IDENTITY_SHEET } from '../../shared/documents/form-identity';
import { planTemplateSchema, type PlanTemplate } from '../../shared/domain/plan/composing/template';
import { sourceFromText } from '../../shared/domain/plan/reading/source-from-text';
import {
  holidaySchema,
  indicatorSchema,
  retentionRuleSchema,
  type Holiday,
  type Indicator,
  type RetentionRule,
} from '../../shared/domain/office/model';
import type { RawTable, SheetCell } from '../../shared/ports/documents';
import type { InputFile, OutputFile } from '../../shared/ports/files';
import type { Ports } from '../../shared/ports/ports';
import type { BackupInfo, Store } from '../../shared/ports/store';
import { fail, ok } from '../../shared/result';
import { summarize } from '../../shared/schema/summarize';
import { z } from 'zod';
import { workbookOf, rawForm, rawCell } from './forms-as-models';
import { createMemoryStore, type MemoryStoreOptions } from './memory-store';

const root = new URL('../../resources/', import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

export const testIndicators: readonly Indicator[] = z
  .array(indicatorSchema)
  .parse(json('catalogue/indicators.json'));
const retention: readonly RetentionRule[] = z
  .array(retentionRuleSchema)
  .parse(json('catalogue/retention.json'));
const holidays: readonly Holiday[] = z.array(holidaySchema).parse(json('catalogue/holidays-2026.json'));
const planTemplates: readonly PlanTemplate[] = [
  'kiem-tra-giam-sat',
  'quan-triet-nghi-quyet',
  'tuyen-truyen',
  'uy-ban-nhan-dan',
].map((id) => planTemplateSchema.parse(json(`plan-templates/${id}.json`)));
const profiles: readonly RuleProfile[] = ['hd36', 'hd05', 'nd30'].map((id) =>
  ruleProfileSchema.parse(json(`profiles/${id}.json`)),
);

const encode = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const decode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

const readWords = async (bytes: Uint8Array, name: string) =>
  /\.(docx|xlsx|pdf|txt)$/i.test(name)
    ? ok(decode(bytes))
    : fail('BAD_REQUEST', `Không đọc được chữ trong “${name}”.`);

/** Text of a page model, in order: what a reader of the PDF would see. */
export function pageText(page: PageModel): string {
  const lines: string[] = [];
  const visit = (block: BlockModel): void => {
    if (block.kind === 'paragraph') lines.push(block.runs.map(({ text }) => text).join(''));
    else if (block.kind === 'columns') for (const column of block.columns) column.blocks.forEach(visit);
    else if (block.kind === 'table')
      for (const row of block.rows) lines.push(row.map(({ text }) => text).join(' | '));
  };
  for (const part of page.parts) part.blocks.forEach(visit);
  return lines.join('\n');
}

export interface TestPorts extends Ports {
  readonly store: Store;
  /** Sets the clock. */
  at(instant: string): void;
  /** A ticket for files, as if dropped together. */
  drop(
    ...files: readonly {
      readonly name: string;
      readonly bytes: Uint8Array | string;
      readonly size?: number;
    }[]
  ): string;
  /** What was offered under a ticket. */
  taken(ticket: string): readonly OutputFile[];
  /** Words of files that were read for searching: sha256 → text. */
  readonly texts: ReadonlyMap<string, string>;
  /** Lines written to the log. */
  readonly logged: readonly string[];
}

const SAMPLE_PLAN = [
  'ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG                ĐẢNG CỘNG SẢN VIỆT NAM',
  'ĐẢNG ỦY PHƯỜNG AN BÌNH',
  '*',
  'Số      -KH/ĐU                An Bình, ngày    tháng 01 năm 2026',
  'KẾ HOẠCH',
  'tuyên truyền, thực hiện Nghị quyết số 27-NQ/TU ngày 15/12/2025 của Ban Chấp hành Đảng bộ thành phố về xây dựng phường, xã thân thiện, an toàn, số hóa',
  '-----',
  'Thực hiện Nghị quyết số 27-NQ/TU ngày 15/12/2025 của Ban Chấp hành Đảng bộ thành phố, Ban Thường vụ Đảng ủy phường xây dựng kế hoạch như sau:',
  'I. MỤC ĐÍCH, YÊU CẦU',
  '1. Giúp cán bộ, đảng viên và Nhân dân hiểu rõ nội dung Nghị quyết; phấn đấu trên 95% đảng viên được quán triệt.',
  'II. NỘI DUNG',
  '1. Duy trì tối thiểu 02 tin, bài/tuần trên hệ thống truyền thanh cơ sở.',
  'III. HÌNH THỨC',
  '- Hội nghị; sinh hoạt chi bộ; truyền thanh cơ sở.',
  'IV. TỔ CHỨC THỰC HIỆN',
  '1. Ban Xây dựng Đảng',
  '- Chủ trì tham mưu nội dung hội nghị quán triệt, hoàn thành trước ngày 10/6/2026.',
  '- Tổng hợp kết quả của các đơn vị, báo cáo Ban Thường vụ Đảng ủy.',
  '2. Văn phòng Đảng ủy',
  '- Theo dõi, đôn đốc các đơn vị gửi báo cáo; lưu trữ hồ sơ.',
  '3. Ủy ban nhân dân phường',
  '- Chỉ đạo hệ thống truyền thanh cơ sở tăng thời lượng phát tin.',
  'Trên đây là Kế hoạch tuyên truyền, thực hiện Nghị quyết số 27-NQ/TU; các đơn vị nghiêm túc thực hiện.',
  'Nơi nhận:                                        T/M BAN THƯỜNG VỤ',
  '- Ban Tuyên giáo và Dân vận Thành ủy (để b/c),   PHÓ BÍ THƯ THƯỜNG TRỰC',
  '- Các đơn vị ở mục IV (để t/h),',
  '- Lưu VPĐU.',
  '                                                 Trần Minh Khôi',
].join('\n');

/** The invented plan's text, as a .txt would hold it. */
export const samplePlanText = SAMPLE_PLAN;

export function createTestPorts(options: MemoryStoreOptions = {}): TestPorts {
  let now = '2026-03-25T08:00:00+07:00';
  let count = 0;
  let tickets = 0;
  let chosen: string | null = null;
  const dropped = new Map<string, readonly InputFile[]>();
  const offered = new Map<string, readonly OutputFile[]>();
  const logged: string[] = [];
  const backups: BackupInfo[] = [];
  const texts = new Map<string, string>();
  const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
  const asPage = async (page: PageModel) =>
    ok(encode(`${JSON.stringify({ title: page.title })}\n${pageText(page)}`));

  return {
    store: createMemoryStore({ summarize, ...options }),
    backups: {
      create: async ({ reason, at }) => {
        const info = {
          file: `sao-luu-${backups.length + 1}.zip`,
          createdAt: at,
          bytes: reason.length,
          aggregates: 1,
          files: 0,
        };
        backups.push(info);
        return ok(info);
      },
      list: async () => backups,
      verify: async (file) => {
        const info = backups.find((known) => known.file === file) ?? null;
        return ok({ valid: info !== null, errors: info ? [] : [`Không có bản sao lưu ${file}.`], info });
      },
      restore: async (file, newFolder) =>
        newFolder === 'dang-dung' || !backups.some((known) => known.file === file)
          ? fail('CONFLICT', 'Chỉ khôi phục vào thư mục mới hoặc rỗng.')
          : ok({ folder: newFolder, aggregates: 1, files: 0 }),
    },
    dataChoice: {
      state: async () => ({ previous: null, next: chosen, fixedBecause: null }),
      use: async (folder) => {
        if (folder === 'trong') return fail('NOT_FOUND', 'Thư mục này không có dữ liệu.');
        chosen = folder;
        return ok({ folder, previous: 'dang-dung' });
      },
    },
    clock: { now: () => now },
    ids: {
      next: () => {
        count += 1;
        return `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`;
      },
    },
    hash: { sha256 },
    turns: { next: () => new Promise((resolve) => void setImmediate(resolve)) },
    log: {
      info: () => undefined,
      error: (message, data) => logged.push(`${message} ${JSON.stringify(data)}`),
    },
    inputs: {
      open: async (ticket) => {
        const files = dropped.get(ticket);
        return files ? ok(files) : fail('NOT_FOUND', 'Phiếu tệp này không còn; hãy chọn lại tệp.');
      },
    },
    outputs: {
      offer: async (files) => {
        tickets += 1;
        const ticket = `ra-${tickets}`;
        offered.set(ticket, files);
        return ticket;
      },
    },
    zipWriter: {
      zip: async (files) =>
        encode(JSON.stringify(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('base64')]))),
    },
    zipReader: {
      unzip: async (bytes, name) => {
        try {
          const entries = JSON.parse(decode(bytes)) as [string, string][];
          return ok(
            entries.map(([path, content]) => ({
              name: path,
              bytes: new Uint8Array(Buffer.from(content, 'base64')),
            })),
          );
        } catch {
          return fail('BAD_REQUEST', `Tệp “${name}” không phải là tệp nén đọc được.`);
        }
      },
    },
    spreadsheetWriter: { write: async (model) => ok(encode(JSON.stringify(model))) },
    pdfWriter: { write: asPage },
    wordWriter: { write: asPage },
    textReader: { read: readWords, look: readWords },
    textCache: {
      get: async (sha) => texts.get(sha) ?? null,
      put: async (sha, text) => void texts.set(sha, text),
      remove: async (sha) => void texts.delete(sha),
      keepOnly: async (wanted) => {
        for (const sha of texts.keys()) if (!wanted.has(sha)) texts.delete(sha);
      },
    },
    texts,
    documentReader: {
      read: async (bytes, fileName) =>
        /\.(txt|docx|md)$/u.test(fileName)
          ? ok(sourceFromText(decode(bytes)))
          : fail('BAD_REQUEST', `Tệp “${fileName}” không phải .docx, .txt hay .md.`),
    },
    formReader: {
      read: async (bytes, fileName) => {
        try {
          return ok(rawForm(workbookOf(bytes)));
        } catch {
          return fail('BAD_REQUEST', `Tệp “${fileName}” không phải là tệp Excel đọc được.`, {
            details: { reason: 'damaged' },
          });
        }
      },
    },
    sheetReader: {
      read: async (bytes, fileName, request) => {
        const model = workbookOf(bytes);
        const sheet = model.sheets.find(({ name }) => name === request.sheet);
        if (!sheet) return fail('NOT_FOUND', `Tệp “${fileName}” không có trang tính “${request.sheet}”.`);
        const cells = sheet.cells.flatMap((cell): SheetCell[] => {
          const { type, text } = rawCell(sheet.name, cell);
          const hidden = cell.name !== undefined && request.hiddenNames.includes(cell.name);
          const place = { row: cell.row, column: cell.column };
          if (type === 'empty') return [];
          return [
            hidden
              ? { ...place, type: 'hidden', text: '', written: '' }
              : { ...place, type, text, written: text },
          ];
        });
        const rows = Math.max(...cells.map(({ row }) => row));
        const columns = Math.max(...cells.map(({ column }) => column));
        return ok({
          sheets: model.sheets.filter(({ name }) => name !== IDENTITY_SHEET).map(({ name }) => name),
          sheet: sheet.name,
          rows: { first: 1, last: rows },
          columns: { first: 1, last: columns },
          filled: { rows, columns },
          widths: Array.from({ length: columns }, () => null),
          merges: [],
          cells,
          found:
            cells.find(({ row, column }) => cellAddress(row, column) === request.cell) ??
            (request.cell === null ? null : { row: 1, column: 1, type: 'empty', text: '', written: '' }),
        });
      },
    },
    tableReader: {
      read: async (bytes, fileName) => {
        try {
          return ok(JSON.parse(decode(bytes)) as RawTable[]);
        } catch {
          return fail('BAD_REQUEST', `Tệp “${fileName}” không phải là tệp Excel đọc được.`);
        }
      },
    },
    resources: {
      ruleProfiles: () => profiles,
      indicators: () => testIndicators,
      retention: () => retention,
      holidays: () => holidays,
      planTemplates: () => planTemplates,
      samplePlan: () => ({ name: 'ke-hoach-mau.docx', bytes: encode(SAMPLE_PLAN) }),
    },
    host: 'test',
    version: '0.0.0-test',
    at: (instant) => {
      now = instant;
    },
    drop: (...files) => {
      tickets += 1;
      const ticket = `vao-${tickets}`;
      dropped.set(
        ticket,
        files.map(({ name, bytes, size }) => {
          const content = typeof bytes === 'string' ? encode(bytes) : bytes;
          return {
            name: name.slice(name.lastIndexOf('/') + 1),
            place: name,
            size: size ?? content.length,
            bytes: async () => content,
          };
        }),
      );
      return ticket;
    },
    taken: (ticket) => offered.get(ticket) ?? [],
    logged,
  };
}
