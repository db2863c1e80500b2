import { describe, expect, it } from 'vitest';
import {
  addressList,
  brokenAddress,
  deliveryListPage,
  deliveryListWorkbook,
  unconfirmedList,
} from '../../../../shared/documents/delivery-lists';
import { labelsPage } from '../../../../shared/documents/delivery-labels';
import { slipsPage, type DeliveryPrint, type SentTo } from '../../../../shared/documents/delivery-slips';
import type { BlockModel } from '../../../../shared/documents/page-model';
import { CREATED_AT, office, ruleProfile } from '../../../golden/documents/an-binh';
import { linesIn } from '../../../../shared/documents/text-width';
import { texts } from './page-text';

const profile = ruleProfile('hd36');
const item = (
  numberText: string | null,
  subject: string,
  more: Partial<SentTo['items'][number]> = {},
): SentTo['items'][number] => ({
  documentId: numberText ?? subject,
  numberText,
  date: '2026-01-20',
  subject,
  sentOn: '2026-01-21',
  channel: 'Trực tiếp',
  note: '',
  ...more,
});
const sentTo = (name: string, items = [item('07-KH/ĐU', 'Kế hoạch thử')]): SentTo => ({
  name,
  address: 'Nhà văn hóa, đường Mẫu',
  email: 'cb@example.vn',
  contact: '0225 000 000',
  items,
});
const print = (recipients: readonly SentTo[]): DeliveryPrint => ({
  office,
  recipients,
  createdAt: CREATED_AT,
  today: '2026-01-25',
});

/** Paragraphs and cells, in reading order. */
function wordsOf(blocks: readonly BlockModel[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'columns') return block.columns.flatMap((column) => wordsOf(column.blocks));
    if (block.kind === 'table') return block.rows.flat().map(({ text }) => text);
    return block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [];
  });
}

describe('phiếu gửi', () => {
  it('puts two on a page, each with its number, day, place to sign', () => {
    const page = slipsPage(profile, print([sentTo('Chi bộ 1'), sentTo('Chi bộ 2'), sentTo('Chi bộ 3')]));
    expect(page.parts).toHaveLength(2);
    const words = page.parts.flatMap((part) => texts({ ...page, parts: [part] }));
    for (const name of ['Chi bộ 1', 'Chi bộ 2', 'Chi bộ 3']) expect(words).toContain(`Kính gửi: ${name}`);
    expect(words.filter((text) => text === 'NGƯỜI NHẬN')).toHaveLength(3);
    expect(words.join(' ')).toContain('ngày 25 tháng 01 năm 2026');
  });

  const slips = (items: SentTo['items']) =>
    slipsPage(profile, print([sentTo('Chi bộ 1', [...items])])).parts.map(({ blocks }) => wordsOf(blocks));
  const many = (count: number, subject = 'Công văn thử') =>
    Array.from({ length: count }, (_, at) => item(`${at}-CV/ĐU`, subject));

  it('has up to twelve documents of one recipient on one slip, and goes on with a second where they are more', () => {
    expect(slips(many(12)).map((words) => words.filter((text) => text === 'NGƯỜI NHẬN').length)).toEqual([1]);
    const more = slips(many(13)).flat();
    expect(more.filter((text) => text === 'Kính gửi: Chi bộ 1')).toHaveLength(2);
    expect(more.filter((text) => text.endsWith('-CV/ĐU'))).toHaveLength(13);
  });

  it('parts what no page holds, however long its words, and loses no line', () => {
    const words = slips(many(12, 'Kế hoạch tuyên truyền '.repeat(25))).flat();
    expect(words.filter((text) => text === 'NGƯỜI NHẬN').length).toBeGreaterThan(1);
    expect(words.filter((text) => text.endsWith('-CV/ĐU'))).toHaveLength(12);
    expect(slips(many(1, 'Kế hoạch tuyên truyền '.repeat(400)))).toHaveLength(1);
  });

  it('prints each sending once, on a slip of its own that says its day and way', () => {
    const again = { sentOn: '2026-02-03', channel: 'Bưu điện' };
    const words = slips([
      item('07-KH/ĐU', 'Kế hoạch thử'),
      item('08-CV/ĐU', 'Công văn thử'),
      item('07-KH/ĐU', 'Kế hoạch thử', again),
      item('07-KH/ĐU', 'Kế hoạch thử', again),
    ]).flat();
    const sendings = words.filter((text) => text.startsWith('Gửi ngày') || /^\d\d-/u.test(text));
    expect(sendings).toEqual([
      ...['Gửi ngày 21/01/2026, trực tiếp', '07-KH/ĐU', '08-CV/ĐU'],
      ...['Gửi ngày 03/02/2026, bưu điện', '07-KH/ĐU'],
      ...['Gửi ngày 03/02/2026, bưu điện', '07-KH/ĐU'],
    ]);
  });
});

describe('nhãn phong bì', () => {
  it('fills sheets of two by six, the last row too', () => {
    const page = labelsPage(profile, print(Array.from({ length: 13 }, (_, at) => sentTo(`Chi bộ ${at}`))));
    const rows = page.parts.map(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])),
    );
    expect(rows.map((sheet) => sheet.length)).toEqual([6, 1]);
    expect(rows[1]?.[0]).toHaveLength(2);
    const label = rows[0]?.[0]?.[0]?.text ?? '';
    for (const words of ['Chi bộ 0', 'Nhà văn hóa, đường Mẫu', '07-KH/ĐU']) expect(label).toContain(words);
  });

  const LONG =
    'Ban Thường vụ Đảng ủy Quân sự thành phố và các cơ quan, đơn vị trực thuộc đóng trên địa bàn phường An Bình';
  const cellsOf = (recipients: readonly SentTo[], more: Partial<DeliveryPrint> = {}) =>
    labelsPage(profile, { ...print(recipients), ...more }).parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : [])),
    );
  const heightOf = (runs: readonly { readonly text: string; readonly size?: number }[] = []) =>
    runs.reduce((sum, { text, size = 0 }) => sum + linesIn(text.trim(), size, 90) * size * 1.15, 0);

  it('makes every label as high as the next, whatever stands on it', () => {
    const address = 'Nhà văn hóa khu dân cư số 12, đường Trần Hưng Đạo kéo dài, phường An Bình';
    const heights = cellsOf([
      sentTo('Chi bộ 1'),
      { ...sentTo('Chi bộ 2'), address: '' },
      { ...sentTo(LONG), address },
    ])
      .filter(({ runs }) => runs !== undefined)
      .map(({ runs }) => heightOf(runs));
    expect(heights).toHaveLength(3);
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(3);
  });

  it('names the sender with address and telephone where they are known, the recipient larger than the sender', () => {
    const [cell] = cellsOf([sentTo('Chi bộ 1')], {
      office: { ...office, address: 'Số 12 đường Hoa Sen', phone: '0225 300 111' },
    });
    expect(cell?.text).toContain(`${office.issuingBody}\nSố 12 đường Hoa Sen\nĐT: 0225 300 111`);
    const sizeOf = (words: string) => cell?.runs?.find(({ text }) => text.startsWith(words))?.size ?? 0;
    expect(sizeOf('Chi bộ 1')).toBeGreaterThan(sizeOf(office.issuingBody));
    expect(cellsOf([sentTo('Chi bộ 1')])[0]?.text).not.toMatch(/ĐT:|Hoa Sen/u);
  });
});

describe('two sendings of one document', () => {
  const twice = sentTo('Chi bộ 1', [
    item('07-KH/ĐU', 'Kế hoạch thử'),
    item('07-KH/ĐU', 'Kế hoạch thử', { sentOn: '2026-02-03' }),
  ]);

  it('have a label each with the number once, and their days in the list', () => {
    const [part] = labelsPage(profile, print([twice])).parts;
    const labels = part?.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : [])) ?? [];
    expect(labels.map(({ text }) => text.split('07-KH/ĐU').length - 1)).toEqual([1, 1]);
    expect(addressList(print([twice])).rows[0]?.[5]).toBe(
      '07-KH/ĐU (gửi 21/01/2026)\n07-KH/ĐU (gửi 03/02/2026)',
    );
  });
});

describe('lists', () => {
  it('tell how long each has waited, a line a document', () => {
    const list = unconfirmedList(print([sentTo('Chi bộ 1', [item('07-KH/ĐU', 'a'), item(null, 'b')])]));
    expect(list.rows.map((row) => [row[1], row[3], row[7]])).toEqual([
      ['Chi bộ 1', '07-KH/ĐU', '4'],
      ['Chi bộ 1', '', '4'],
    ]);
    expect(list.subtitle).toBe('Tính đến ngày 25/01/2026, 2 lượt gửi');
  });

  it('make a workbook with a heading for each column', () => {
    const input = print([sentTo('Chi bộ 1'), sentTo('=cmd()')]);
    const [sheet] = deliveryListWorkbook(input, addressList(input)).sheets;
    expect(sheet?.cells.filter(({ row }) => row === 5)).toHaveLength(8);
    expect(sheet?.print?.titleRows).toBe('5:5');
    expect(sheet?.autoFilter).toBe('A5:H7');
  });

  it('part a long e-mail address only where it can be put together again', () => {
    const address = 'vanphong.ubnd-hdnd.phuonganbinh@mail.haiphong.example.vn';
    const upTo = (length: number) => (line: string) => line.length <= length;
    expect(brokenAddress(address, upTo(80))).toBe(address);
    expect(brokenAddress(address, upTo(31))).toBe(
      'vanphong.ubnd-hdnd.phuonganbinh\n@mail.haiphong.example.vn',
    );
    expect(brokenAddress(address, upTo(20))).toBe(
      'vanphong.ubnd-hdnd\n.phuonganbinh\n@mail.haiphong\n.example.vn',
    );
    const email = 'vanphong.phuonganbinh@mail.haiphong.example.vn';
    const input = print([{ ...sentTo('Chi bộ 1'), email }]);
    const printed = wordsOf(deliveryListPage(profile, input, addressList(input)).parts[0]?.blocks ?? []);
    expect(printed).toContain('vanphong.phuonganbinh\n@mail.haiphong.example.vn');
    expect(printed).toContain('0225 000 000');
    // A sheet is copied from: whole there.
    const [sheet] = deliveryListWorkbook(input, addressList(input)).sheets;
    expect(JSON.stringify(sheet?.cells)).toContain(email);
  });

  it('ask for the slip back in a sentence without capitals', () => {
    const words = slipsPage(profile, print([sentTo('Chi bộ 1')])).parts.flatMap(({ blocks }) =>
      wordsOf(blocks),
    );
    expect(words).toContain('Đề nghị ký nhận và gửi lại phiếu này về Văn phòng Đảng ủy phường An Bình.');
  });
});
