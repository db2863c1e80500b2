/** Plan templates: data that are shipped, or that the office keeps of its own plans, and what is filled in. */
import { z } from 'zod';
import { formatDate, instantSchema, plainDateSchema } from '../../../date/plain-date';

export const planTemplateSchema = z.object({
  id: z.string().min(1),
  name: z.string().trim().min(1, 'Thiếu tên mẫu.').max(200, 'Tên mẫu dài quá 200 ký tự.'),
  /** What it is for, in a sentence. */
  note: z.string().max(1000).default(''),
  system: z.enum(['party', 'state']),
  /** "KẾ HOẠCH" */
  kind: z.string().min(1).default('KẾ HOẠCH'),
  /** Without the kind; may have blanks, as every line may. */
  title: z.string().trim().min(1, 'Thiếu trích yếu của mẫu.'),
  opening: z.array(z.string()),
  body: z.array(z.string()).min(1, 'Mẫu chưa có nội dung.'),
  closing: z.array(z.string()),
  recipients: z.array(z.object({ name: z.string().min(1), purpose: z.string().nullable() })),
  /** Templates of the office: when and of which dossier. */
  keptAt: instantSchema.optional(),
});
export type PlanTemplate = z.infer<typeof planTemplateSchema>;

/** A superior's document that the new plan stands on. */
export const basisReferenceSchema = z.object({
  /** "Kế hoạch" */
  documentKind: z.string().trim().min(1, 'Thiếu tên loại văn bản làm căn cứ.'),
  /** "12-KH/TU" */
  number: z.string().trim().nullable(),
  date: plainDateSchema.nullable(),
  issuer: z.string().trim().nullable(),
  title: z.string().trim().nullable(),
});
export type BasisReference = z.infer<typeof basisReferenceSchema>;

/** "Kế hoạch số 12-KH/TU, ngày 10/01/2026 của Ban Thường vụ Thành ủy về tuyên truyền …" */
export function citation(basis: BasisReference): string {
  const title = (basis.title ?? '').replace(/[.;,\s]+$/u, '');
  return [
    basis.documentKind,
    basis.number === null || basis.number === '' ? '' : ` số ${basis.number}`,
    basis.date === null ? '' : `, ngày ${formatDate(basis.date)}`,
    basis.issuer === null || basis.issuer === '' ? '' : ` của ${basis.issuer}`,
    title === '' ? '' : ` ${/^(?:về|quy định|ban hành)(?!\p{L})/iu.test(title) ? title : `về ${title}`}`,
  ].join('');
}

/** What a blank of a template stands for. */
export interface TemplateValues {
  /** "Đảng ủy phường An Bình" / "UBND phường An Bình" */
  readonly coQuan: string;
  /** "phường", "xã", "đặc khu" */
  readonly cap: string;
  /** "phường An Bình" */
  readonly diaBan: string;
  readonly nam: string;
  /** The references, joined; a line of dots where none is known yet. */
  readonly canCu: string;
}

export const TEMPLATE_BLANKS: Readonly<Record<keyof TemplateValues, string>> = {
  coQuan: 'tên cơ quan ban hành',
  cap: 'phường, xã hoặc đặc khu',
  diaBan: 'tên địa bàn',
  nam: 'năm của kế hoạch',
  canCu: 'văn bản làm căn cứ',
};

/** A place that a person still has to write in: seen at once, and read as no number, date or unit. */
export const TO_WRITE = '……………';

/** The line with its blanks filled in; an unknown blank stays as it is, so that it is seen. */
export function filledIn(line: string, values: TemplateValues): string {
  return line.replace(/\{\{(\w+)\}\}/gu, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name as keyof TemplateValues] : whole,
  );
}
