/** Mục lục văn bản trong hồ sơ and bìa hồ sơ (domain.md §4: NĐ 30 Phụ lục V; the cover's form is not verified). */
import { formatDate, type PlainDate } from '../date/plain-date';
import type { PageModel, PagePart } from './page-model';
import { bodyHead, listTable, plainLine } from './page-table';
import type { RuleProfile } from './rule-profile';

const CONTENTS_COLUMNS = [
  'STT',
  'Số, ký hiệu',
  'Ngày tháng năm',
  'Tên loại và trích yếu',
  'Tác giả',
  'Tờ số/Trang số',
  'Ghi chú',
] as const;

export interface DossierDocument {
  /** "07-KH/ĐU"; null when it was never registered. */
  readonly numberText: string | null;
  readonly date: PlainDate | null;
  /** "Kế hoạch tuyên truyền …" */
  readonly subject: string;
  readonly author: string;
  /** "01–04"; empty for electronic files. */
  readonly pages: string;
  /** "Bản ký số", file name in the package, … */
  readonly note: string;
}

export interface DossierInput {
  readonly office: { readonly parentBody: string; readonly issuingBody: string; readonly place: string };
  /** Part of the office that keeps it: "VĂN PHÒNG". */
  readonly keeper: string;
  readonly title: string;
  /** "Số và ký hiệu hồ sơ"; empty when the office gives none. */
  readonly dossierCode: string;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  /** "Vĩnh viễn", "20 năm" */
  readonly retention: string;
  readonly documents: readonly DossierDocument[];
  /** Sheets of paper; null: electronic only. */
  readonly sheets: number | null;
  readonly createdAt: string;
}

/** Rows of the list, in the order of `CONTENTS_COLUMNS`. */
export function contentsRows(input: DossierInput): readonly (readonly string[])[] {
  return input.documents.map((document, index) => [
    String(index + 1),
    document.numberText ?? '',
    document.date === null ? '' : formatDate(document.date),
    document.subject,
    document.author,
    document.pages,
    document.note,
  ]);
}

/** The list as CSV (RFC 4180, UTF-8 with BOM so that Excel reads the marks). A cell never begins a formula. */
export function contentsCsv(input: DossierInput): string {
  const rows = [CONTENTS_COLUMNS, ...contentsRows(input)];
  return `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function part(profile: RuleProfile, blocks: PagePart['blocks']): PagePart {
  const { top, right, bottom, left } = profile.page;
  return {
    orientation: 'portrait',
    margins: [top, right, bottom, left],
    blocks,
    restartNumbers: false,
    pageNumber: {
      size: profile.pageNumber.size,
      topDistance: profile.pageNumber.topDistance,
      hideFirst: profile.pageNumber.hideFirst,
    },
  };
}

/** Mục lục văn bản trong hồ sơ. */
export function dossierContentsPage(profile: RuleProfile, input: DossierInput): PageModel {
  const widths = [8, 18, 18, 40, 19, 12, 15];
  return {
    title: `Mục lục văn bản trong hồ sơ: ${input.title}`,
    author: input.office.issuingBody,
    createdAt: input.createdAt,
    font: 'Times New Roman',
    parts: [
      part(profile, [
        bodyHead(input.office),
        plainLine('MỤC LỤC VĂN BẢN TRONG HỒ SƠ', 'center', { size: 15, bold: true }, { spaceBefore: 14 }),
        plainLine(input.title, 'center', { size: 14, bold: true }, { spaceAfter: 4 }),
        ...(input.dossierCode === ''
          ? []
          : [plainLine(`Hồ sơ số ${input.dossierCode}`, 'center', { size: 13, italic: true })]),
        { kind: 'space', height: 8 },
        listTable(
          CONTENTS_COLUMNS.map((title, index) => ({
            title,
            width: widths[index] ?? 10,
            align: [0, 1, 2, 5].includes(index) ? 'center' : 'left',
          })),
          contentsRows(input),
          11,
        ),
        plainLine(
          `Hồ sơ gồm ${input.documents.length} văn bản${input.sheets === null ? '' : `, ${input.sheets} tờ`}. Thời hạn bảo quản: ${input.retention}.`,
          'left',
          { size: 13 },
          { spaceBefore: 10 },
        ),
      ]),
    ],
  };
}

/** Bìa hồ sơ. */
export function dossierCoverPage(profile: RuleProfile, input: DossierInput): PageModel {
  const blank = '………';
  const day = (date: PlainDate | null): string => (date === null ? blank : formatDate(date));
  return {
    title: `Bìa hồ sơ: ${input.title}`,
    author: input.office.issuingBody,
    createdAt: input.createdAt,
    font: 'Times New Roman',
    parts: [
      part(profile, [
        plainLine(input.office.issuingBody.toUpperCase(), 'center', { size: 15, bold: true }),
        plainLine(input.keeper.toUpperCase(), 'center', { size: 14 }),
        { kind: 'space', height: 130 },
        plainLine('HỒ SƠ', 'center', { size: 30, bold: true }, { spaceAfter: 18 }),
        plainLine(input.title, 'center', { size: 18, bold: true }, { spaceAfter: 24 }),
        plainLine(`Từ ngày ${day(input.from)} đến ngày ${day(input.to)}`, 'center', { size: 14 }),
        plainLine(
          `Gồm ${input.sheets === null ? blank : String(input.sheets)} tờ, ${input.documents.length} văn bản`,
          'center',
          { size: 14 },
        ),
        { kind: 'space', height: 150 },
        plainLine(`Phông số: ${blank}`, 'left', { size: 14 }),
        plainLine(`Mục lục số: ${blank}`, 'left', { size: 14 }),
        plainLine(`Hồ sơ số: ${input.dossierCode === '' ? blank : input.dossierCode}`, 'left', { size: 14 }),
        plainLine(`Thời hạn bảo quản: ${input.retention}`, 'left', { size: 14, bold: true }),
      ]),
    ],
  };
}
