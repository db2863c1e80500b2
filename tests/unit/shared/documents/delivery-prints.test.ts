import { describe, expect, it } from 'vitest';
import {
  addressList,
  deliveryListWorkbook,
  unconfirmedList,
} from '../../../../shared/documents/delivery-lists';
import { labelsPage } from '../../../../shared/documents/delivery-labels';
import { slipsPage, type DeliveryPrint, type SentTo } from '../../../../shared/documents/delivery-slips';
import { CREATED_AT, office, ruleProfile } from '../../../golden/documents/an-binh';
import { texts } from './page-text';

const profile = ruleProfile('hd36');
const item = (numberText: string | null, subject: string): SentTo['items'][number] => ({
  numberText,
  date: '2026-01-20',
  subject,
  sentOn: '2026-01-21',
  channel: 'Trực tiếp',
  note: '',
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

describe('phiếu gửi', () => {
  it('puts two on a page, each with its number, day, place to sign', () => {
    const page = slipsPage(profile, print([sentTo('Chi bộ 1'), sentTo('Chi bộ 2'), sentTo('Chi bộ 3')]));
    expect(page.parts).toHaveLength(2);
    const words = page.parts.flatMap((part) => texts({ ...page, parts: [part] }));
    for (const name of ['Chi bộ 1', 'Chi bộ 2', 'Chi bộ 3']) expect(words).toContain(`Kính gửi: ${name}`);
    expect(words.filter((text) => text === 'NGƯỜI NHẬN')).toHaveLength(3);
    expect(words.join(' ')).toContain('ngày 25 tháng 01 năm 2026');
  });

  it('has all documents of one recipient on one slip, and goes on with a second where they are many', () => {
    const many = Array.from({ length: 5 }, (_, at) => item(`${at}-CV/ĐU`, `Công văn ${at}`));
    const [first] = slipsPage(profile, print([sentTo('Chi bộ 1', many)])).parts;
    const words = first ? texts({ ...slipsPage(profile, print([])), parts: [first] }) : [];
    expect(words.filter((text) => text === 'Kính gửi: Chi bộ 1')).toHaveLength(2);
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
    // Every label is as high as the next.
    const heights = new Set(rows[0]?.flat().map(({ text }) => text.split('\n').length));
    expect(heights.size).toBe(1);
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
});
