/** Invented models that use every feature of the writers once. */
import type { BlockModel, PageModel, ParagraphModel } from '../../../shared/documents/page-model';
import type { WorkbookModel } from '../../../shared/documents/sheet-model';

const CREATED_AT = '2026-03-25T08:00:00+07:00';

/** A blank form: hidden identity, named and checked inputs, protection, a formula of ours, print set-up. */
export const formModel: WorkbookModel = {
  title: 'Biểu quý I/2026 & phụ biểu',
  creator: 'Đảng ủy phường An Bình',
  createdAt: CREATED_AT,
  sheets: [
    {
      name: 'Biểu báo cáo [quý I]',
      visibility: 'visible',
      columns: [6, 48, 14],
      rowHeights: { 1: 30 },
      protect: true,
      freeze: { rows: 2, columns: 1 },
      merges: ['A1:C1'],
      print: {
        orientation: 'landscape',
        fitToWidth: true,
        titleRows: '1:2',
        titleColumns: 'A:B',
        area: 'A1:C9',
        footer: 'Mã biểu AB-26Q1-001 · Trang &P/&N',
      },
      cells: [
        {
          row: 1,
          column: 1,
          value: { kind: 'text', text: 'BIỂU BÁO CÁO' },
          style: { bold: true, size: 14, align: 'center', color: '#1F4E79' },
        },
        {
          row: 2,
          column: 2,
          value: { kind: 'text', text: 'Chỉ tiêu' },
          style: { bold: true, fill: 'DDEBF7', border: true, wrap: true },
        },
        { row: 3, column: 2, value: { kind: 'text', text: '=HYPERLINK("http://x","bấm")' } },
        {
          row: 3,
          column: 3,
          value: { kind: 'empty' },
          name: 'ct_HN01',
          style: { unlocked: true, border: true },
          validation: {
            kind: 'integer',
            minimum: 0,
            maximum: null,
            message: 'Ghi số nguyên không âm.',
          },
          note: 'Số hội nghị đã tổ chức trong kỳ.',
        },
        {
          row: 4,
          column: 3,
          value: { kind: 'number', value: 35_599, format: '#,##0' },
          name: 'ct_DV02',
          style: { unlocked: true, border: true },
          validation: {
            kind: 'decimal',
            minimum: null,
            maximum: 1_000_000,
            message: 'Ghi số.',
          },
        },
        { row: 5, column: 3, value: { kind: 'date', date: '2026-06-10' }, name: 'ct_NG01' },
        {
          row: 6,
          column: 3,
          value: { kind: 'empty' },
          name: 'ct_NIL',
          style: {
            unlocked: true,
            italic: true,
            underline: true,
            align: 'right',
            vertical: 'top',
            indent: 1,
          },
          validation: { kind: 'list', values: ['x'], message: 'Ghi x hoặc để trống.' },
        },
        {
          row: 7,
          column: 2,
          value: { kind: 'text', text: '- Khó khăn, vướng mắc' },
          name: 'ct_NX01',
          validation: { kind: 'text', maximumLength: 2_000, message: 'Không quá 2.000 ký tự.' },
        },
        {
          row: 8,
          column: 3,
          value: { kind: 'formula', formula: 'SUM(C3:C4)', value: 35_599, format: '#,##0' },
          name: 'tong_HN01',
        },
      ],
    },
    {
      name: '_vpdu',
      visibility: 'veryHidden',
      columns: [16, 40],
      cells: [
        ['app', 'vpdu-desk'],
        ['formVersion', '1'],
        ['officeId', 'an-binh'],
        ['dossierId', 'd-001'],
        ['unitId', 'u-007'],
        ['period', '2026-Q1'],
        ['issuedAt', '2026-03-25T08:00:00+07:00'],
        ['fingerprint', 'f00d'],
      ].flatMap(([key = '', value = ''], index) => [
        { row: index + 1, column: 1, value: { kind: 'text' as const, text: key } },
        { row: index + 1, column: 2, value: { kind: 'text' as const, text: value } },
      ]),
    },
  ],
};

function paragraph(text: string, options: Partial<ParagraphModel> = {}): ParagraphModel {
  return {
    kind: 'paragraph',
    runs: [{ text }],
    align: 'justify',
    size: 14,
    firstLineIndent: 10,
    spaceBefore: 6,
    line: 18,
    ...options,
  };
}

function centred(
  text: string,
  options: Partial<ParagraphModel> & { readonly bold?: boolean } = {},
): ParagraphModel {
  const { bold = false, ...rest } = options;
  return paragraph(text, {
    align: 'center',
    firstLineIndent: 0,
    spaceBefore: 0,
    runs: [{ text, bold }],
    ...rest,
  });
}

const SENTENCE =
  'Ban Thường vụ Đảng ủy phường An Bình yêu cầu các chi bộ, cơ quan, đơn vị quán triệt, tuyên truyền nghị quyết bảo đảm tiến độ, chất lượng, hiệu quả; báo cáo kết quả qua Văn phòng Đảng ủy trước ngày 10/6/2026. ';

const head: readonly BlockModel[] = [
  {
    kind: 'columns',
    columns: [
      {
        share: 0.45,
        blocks: [
          centred('ĐẢNG BỘ THÀNH PHỐ'),
          centred('ĐẢNG ỦY PHƯỜNG AN BÌNH', { bold: true }),
          centred('*'),
          centred('Số 12-KH/ĐU'),
        ],
      },
      {
        share: 0.55,
        blocks: [
          centred('ĐẢNG CỘNG SẢN VIỆT NAM', { bold: true, size: 15 }),
          { kind: 'rule', length: 70, align: 'center', spaceBefore: 1 },
          centred('An Bình, ngày 25 tháng 3 năm 2026', { spaceBefore: 6 }),
        ],
      },
    ],
  },
  { kind: 'space', height: 14 },
  centred('KẾ HOẠCH', { bold: true, size: 16 }),
  // Decomposed on purpose: what comes out must be composed.
  centred('tuyên truyền, quán triệt nghị quyết'.normalize('NFD'), { bold: true }),
];

const foot: BlockModel = {
  kind: 'columns',
  keepTogether: true,
  columns: [
    {
      share: 0.5,
      blocks: [
        paragraph('Nơi nhận:', { firstLineIndent: 0, runs: [{ text: 'Nơi nhận:', underline: true }] }),
        paragraph('- Thành ủy (để b/c),\n- Lưu VPĐU.', {
          size: 12,
          firstLineIndent: 0,
          line: null,
          align: 'left',
        }),
      ],
    },
    {
      share: 0.5,
      blocks: [
        centred('T/M BAN THƯỜNG VỤ'),
        centred('PHÓ BÍ THƯ'),
        { kind: 'space', height: 60 },
        centred('Nguyễn Văn An', { bold: true }),
      ],
    },
  ],
};

/** A plan of several pages with mirrored margins, and an annex across the paper with its own numbers. */
export const planModel = planOf(8, 40);
/** The same in little, to be read whole. */
export const smallPlanModel = planOf(1, 2);

function planOf(sections: number, units: number): PageModel {
  return {
    title: 'Kế hoạch tuyên truyền & quán triệt',
    author: 'Đảng ủy phường An Bình',
    createdAt: CREATED_AT,
    font: 'Times New Roman',
    parts: [
      {
        orientation: 'portrait',
        margins: [20, 15, 20, 30],
        mirrorMargins: true,
        restartNumbers: true,
        pageNumber: { size: 14, topDistance: 10, hideFirst: true },
        blocks: [
          ...head,
          ...Array.from({ length: sections }, (_, index) => [
            paragraph(`${index + 1}. Mục đích, yêu cầu`, {
              keepWithNext: true,
              outlineLevel: 1,
              runs: [{ text: `${index + 1}. Mục đích, yêu cầu`, bold: true }],
            }),
            paragraph(SENTENCE.repeat(4)),
          ]).flat(),
          foot,
        ],
      },
      {
        orientation: 'landscape',
        margins: [20, 15, 20, 20],
        restartNumbers: true,
        pageNumber: { size: 14, topDistance: 10, hideFirst: false },
        blocks: [
          centred('PHỤ LỤC', { bold: true }),
          {
            kind: 'table',
            size: 11,
            headRows: 2,
            widths: [6, 30, 15, 15],
            rows: [
              [
                { text: 'STT', rowSpan: 2, bold: true, align: 'center', fill: '#DDEBF7' },
                { text: 'Đơn vị', rowSpan: 2, bold: true, align: 'center' },
                { text: 'Hội nghị', columnSpan: 2, bold: true, align: 'center' },
              ],
              [
                { text: 'Kỳ này', align: 'center' },
                { text: 'Lũy kế', align: 'center' },
              ],
              ...Array.from({ length: units }, (_, index) => [
                { text: String(index + 1), align: 'center' as const },
                { text: `Chi bộ tổ dân phố số ${index + 1}` },
                { text: '12', align: 'right' as const },
                { text: '35.599', align: 'right' as const },
              ]),
              [
                { text: 'Tổng cộng', columnSpan: 2, bold: true },
                { text: '480', bold: true, align: 'right' },
                { text: '99,16%', italic: true, align: 'right' },
              ],
            ],
          },
        ],
      },
    ],
  };
}
