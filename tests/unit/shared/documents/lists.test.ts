import { describe, expect, it } from 'vitest';
import { bookPage } from '../../../../shared/documents/book-page';
import { bookWorkbook } from '../../../../shared/documents/book-workbook';
import { chasePage } from '../../../../shared/documents/chase-page';
import { directoryTemplate } from '../../../../shared/documents/directory-template';
import {
  contentsCsv,
  dossierContentsPage,
  dossierCoverPage,
  type DossierInput,
} from '../../../../shared/documents/dossier-contents';
import { matrixPage } from '../../../../shared/documents/matrix-page';
import { outgoingBook } from '../../../../shared/documents/outgoing-book';
import { registerEntrySchema } from '../../../../shared/domain/dispatch/model';
import { rowsOfTables } from '../../../../shared/domain/office/import-rows';
import { unwrap } from '../../../../shared/result';
import { CREATED_AT, office, ruleProfile, signer } from '../../../golden/documents/an-binh';
import { matrixPrint, owing } from '../../../golden/documents/an-binh-owing';
import { lookOf, texts } from './page-text';

const profile = ruleProfile('hd36');

describe('công văn đôn đốc', () => {
  const page = chasePage({
    office,
    profile,
    units: owing('one'),
    newLastDay: '2026-03-27',
    numberText: '15-CV/ĐU',
    date: '2026-03-25',
    signer,
    recipients: [],
    createdAt: CREATED_AT,
  });
  it('has its subject under the number and its addressee in italics', () => {
    expect(lookOf(page, 'về việc đôn đốc nộp báo cáo quý I năm 2026')).toBe('12 italic center');
    expect(lookOf(page, 'Kính gửi: Chi bộ Tổ dân phố số 3')).toBe('14 italic center');
    expect(texts(page)).toContain('- Như trên,');
  });
  it('lists only what is missing and names the new day with its weekday', () => {
    const table = page.parts[0]!.blocks.find((block) => block.kind === 'table');
    expect(table?.rows.slice(1).map((row) => row.map((cell) => cell.text))).toEqual([
      ['1', 'Chi bộ Tổ dân phố số 3', 'Báo cáo quý I năm 2026', '16/03/2026'],
    ]);
    expect(texts(page).join(' ')).toContain('(qua Ban Xây dựng Đảng) chậm nhất thứ Sáu, ngày 27/03/2026.');
  });
});

describe('công văn đôn đốc over several plans', () => {
  const page = chasePage({
    office,
    profile,
    units: owing('both'),
    newLastDay: '2026-03-27',
    numberText: null,
    date: null,
    signer,
    recipients: [],
    createdAt: CREATED_AT,
  });
  it('is one letter: each unit once, with its whole debt and the plan of each', () => {
    const table = page.parts[0]!.blocks.find((block) => block.kind === 'table');
    expect(table?.rows.slice(1).map((row) => row.map((cell) => cell.text))).toEqual([
      ['1', 'Ban Xây dựng Đảng', 'Báo cáo tháng 2 năm 2026, Kế hoạch số 11-KH/ĐU (đã trả lại: thiếu chữ ký; chưa gửi lại)', '16/02/2026'],
      ['2', 'Chi bộ Tổ dân phố số 1', 'Kế hoạch của đơn vị (Kế hoạch phân loại rác thải), Kế hoạch số 11-KH/ĐU', '10/03/2026'],
      [
        '3',
        'Chi bộ Tổ dân phố số 3',
        'Kế hoạch của đơn vị (Kế hoạch phân loại rác thải), Kế hoạch số 11-KH/ĐU;\nBáo cáo quý I năm 2026, Kế hoạch số 07-KH/ĐU',
        '10/03/2026;\n16/03/2026',
      ],
    ]); // prettier-ignore
    expect(texts(page).join(' ')).toContain('các Kế hoạch số 11-KH/ĐU, số 07-KH/ĐU');
    expect(lookOf(page, 'về việc đôn đốc nộp báo cáo, kế hoạch còn thiếu')).toBe('12 italic center');
  });
});

describe('bảng theo dõi on one page', () => {
  it('reads without colour: letters, nil, extended, chased, sums and the rate over those due', () => {
    const page = matrixPage(profile, matrixPrint());
    const [bands, sums] = page.parts[0]!.blocks.filter((block) => block.kind === 'table');
    const rows = bands!.rows.map((row) => row.map((cell) => cell.text));
    // A few units stand in one band; units' own plans are a column like any other.
    expect(rows[0]).toEqual(['Đơn vị', 'T2 (1)', 'KH đơn vị (1)', 'Q.I (2)', 'Nộp']);
    const row = (name: string) => rows.find(([first]) => first?.startsWith(name))?.slice(1);
    expect(row('Chi bộ Tổ dân phố số 2')).toEqual(['', '', 'Đ+', '1/1']);
    expect(row('Chi bộ Tổ dân phố số 3')).toEqual(['Đ', 'C', 'C²', '1/3']);
    expect(row('Trường')).toEqual(['', '', 'Đ°', '1/1']);
    expect(sums!.rows.at(-1)?.map((cell) => cell.text)).toEqual([
      'Tỷ lệ đúng hạn (trên số đã đến hạn)',
      '50,00%',
      '0,00%',
      '66,67%',
    ]);
  });
});

describe('sổ đăng ký văn bản đi', () => {
  const entry = registerEntrySchema.parse({
    id: '7',
    number: 7,
    numberText: '07-KH/ĐU',
    kind: 'void',
    date: '2026-02-05',
    documentId: null,
    dossierId: null,
    requestId: 'r',
    subject: '=Kế hoạch',
    signer: 'Trần Minh Khôi',
    copies: 60,
    registeredAt: CREATED_AT,
  });
  const book = outgoingBook({
    office,
    period: 'Năm 2026',
    series: [
      {
        title: 'KH/ĐU, nhiệm kỳ 2025–2030',
        entries: [{ ...entry, replacement: '' }],
        blanks: [{ first: 6, last: 6, reason: null, on: 'nowhere' }],
      },
    ],
    createdAt: CREATED_AT,
  });
  const columns = [
    'Số, ký hiệu',
    'Ngày tháng VB',
    'Tên loại và trích yếu',
    'Người ký',
    'Nơi nhận',
    'Đơn vị, người nhận bản lưu',
    'Số lượng bản',
    'Ngày chuyển',
    'Ký nhận',
    'Ghi chú',
  ];
  it('has its columns in order in both forms', () => {
    const sheet = bookWorkbook(book).sheets[1]!;
    const head = sheet.cells.filter((cell) => cell.row === 5);
    expect(head.map((cell) => (cell.value.kind === 'text' ? cell.value.text : ''))).toEqual(columns);
    const table = bookPage(profile, book).parts[1]!.blocks.find((block) => block.kind === 'table');
    expect(table?.rows[0]?.map((cell) => cell.text)).toEqual(columns);
    expect(table?.rows[1]?.map((cell) => cell.text)).toEqual([
      '06', '', '(số bỏ trống)', '', '', '', '', '', '', 'Chưa ghi lý do',
    ]); // prettier-ignore
    expect(table?.rows[2]?.map((cell) => cell.text)).toEqual([
      '07-KH/ĐU', '05/02/2026', '=Kế hoạch', 'Trần Minh Khôi', '', '', '60', '', '', 'Số đã hủy',
    ]); // prettier-ignore
  });
  it('keeps dates and counts as such, and a text that looks like a formula as text', () => {
    const row = bookWorkbook(book).sheets[1]!.cells.filter((cell) => cell.row === 7);
    expect(row[1]?.value).toEqual({ kind: 'date', date: '2026-02-05' });
    expect(row[2]?.value).toEqual({ kind: 'text', text: '=Kế hoạch' });
    expect(row[6]?.value).toEqual({ kind: 'number', value: 60 });
  });
});

describe('mục lục văn bản trong hồ sơ', () => {
  const input: DossierInput = {
    office,
    keeper: 'Văn phòng',
    title: 'Hồ sơ thực hiện Nghị quyết',
    dossierCode: '',
    from: '2026-01-05',
    to: '2026-03-25',
    retention: 'Vĩnh viễn',
    documents: [
      { numberText: '07-KH/ĐU', date: '2026-01-05', subject: 'Kế hoạch "A", B', author: 'Đảng ủy phường An Bình', pages: '01', note: '=1+1' },
    ],
    sheets: null,
    createdAt: CREATED_AT,
  }; // prettier-ignore
  it('is a table in order and a CSV whose cells begin no formula', () => {
    const table = dossierContentsPage(profile, input).parts[0]!.blocks.find(
      (block) => block.kind === 'table',
    );
    expect(table?.rows[0]?.map((cell) => cell.text)).toEqual([
      'STT', 'Số, ký hiệu', 'Ngày tháng năm', 'Tên loại và trích yếu', 'Tác giả', 'Tờ số/Trang số', 'Ghi chú',
    ]); // prettier-ignore
    expect(contentsCsv(input)).toBe(
      '\ufeffSTT,"Số, ký hiệu",Ngày tháng năm,Tên loại và trích yếu,Tác giả,Tờ số/Trang số,Ghi chú\r\n' +
        '1,07-KH/ĐU,05/01/2026,"Kế hoạch ""A"", B",Đảng ủy phường An Bình,01,\'=1+1\r\n',
    );
  });
  it('has a cover with its retention', () => {
    expect(texts(dossierCoverPage(profile, input))).toEqual(
      expect.arrayContaining([
        'HỒ SƠ',
        'Từ ngày 05/01/2026 đến ngày 25/03/2026',
        'Thời hạn bảo quản: Vĩnh viễn',
      ]),
    );
  });
});

describe('the directory template', () => {
  it('is understood by the directory import', () => {
    const model = directoryTemplate({ creator: 'x', createdAt: CREATED_AT });
    const tables = model.sheets.map((sheet) => {
      const rows = new Map<number, string[]>();
      for (const cell of sheet.cells) {
        const row = rows.get(cell.row) ?? [];
        rows.set(cell.row, row);
        row[cell.column - 1] = cell.value.kind === 'text' ? cell.value.text : '';
      }
      return { sheet: sheet.name, rows: [...rows].map(([row, cells]) => ({ row, cells })) };
    });
    const { entries: read, signers } = unwrap(rowsOfTables(tables, 'mau.xlsx'));
    expect(signers).toEqual([]);
    expect(read.map((row) => [row.kind, row.name, row.groups, row.activeFrom])).toEqual([
      ['nhóm', 'Các chi bộ trực thuộc', [], ''],
      ['đơn vị', 'Chi bộ Tổ dân phố số 1', ['Các chi bộ trực thuộc'], '01/07/2025'],
    ]);
  });
});
