/** Addresses, telephones and ways of sending in the directory's files: taken, kept, named where they are wrong, exported. */
import { describe, expect, it } from 'vitest';
import { officeWithPlan } from '../../../support/test-application';
import { workbookOf } from '../../../support/forms-as-models';

type App = Awaited<ReturnType<typeof officeWithPlan>>;
const OLD = ['Loại', 'Tên', 'Đầu mối liên hệ'];
const HEAD = [...OLD, 'Chức vụ đầu mối', 'Địa chỉ', 'Thư điện tử', 'Điện thoại', 'Cách gửi'];
const NAME = 'Chi bộ Tổ dân phố số 7';

function importing(app: App, rows: readonly (readonly string[])[]) {
  const table = { sheet: 'Danh bạ', rows: rows.map((cells, index) => ({ row: index + 1, cells })) };
  const ticket = app.ports.drop({ name: 'danh-ba.xlsx', bytes: JSON.stringify([table]) });
  return app.call('office.import', { ticket });
}
const entryOf = async (app: App, name = NAME) =>
  (await app.call('office.get', {})).entries.find((entry) => entry.name === name);

describe('the directory’s workbook', () => {
  const full = ['đơn vị', NAME, 'Văn phòng', 'Bí thư', '12 Lê Lợi', 'cb7@anbinh.example', '0225 000 007'];

  it.each([
    ['Trực tiếp', 'hand'],
    ['bưu điện', 'post'],
    ['E-mail', 'email'],
    ['THƯ ĐIỆN TỬ', 'email'],
    ['zalo', 'zalo'],
    ['Mạng nội bộ', 'network'],
    ['Trục liên thông văn bản', 'network'],
  ])('takes address, e-mail, telephone, position and the way “%s”', async (way, channel) => {
    const app = await officeWithPlan();
    const done = await importing(app, [HEAD, [...full, way]]);
    expect([done.added, done.refused]).toEqual([[NAME], []]);
    expect(await entryOf(app)).toMatchObject({
      contact: 'Văn phòng',
      contactPosition: 'Bí thư',
      address: '12 Lê Lợi',
      email: 'cb7@anbinh.example',
      phone: '0225 000 007',
      channel,
    });
  });

  it('names the column and the row of a way that is none and of an address that is none', async () => {
    const app = await officeWithPlan();
    const done = await importing(app, [
      HEAD,
      [...full, 'fax'],
      ['đơn vị', 'Chi bộ 8', '', '', '', 'chi bộ tám', '', ''],
      ['đơn vị', 'Chi bộ 9', '', '', '', 'a@anbinh.example; b@anbinh.example', '', ''],
      ['đơn vị', 'Chi bộ 10', '', '', '', '', 'abc', ''],
      ['đơn vị', 'Chi bộ 11', '', '', 'x'.repeat(301), '', '', ''],
      ['đơn vị', 'Chi bộ 12', '', '', '', '', '1'.repeat(51), ''],
      ['đơn vị', 'Chi bộ 13', '', '', 'x'.repeat(300), '', '+84 (225) 3.000-007/8', ''],
    ]);
    expect(done.refused.map(({ row, reason }) => [row, reason])).toEqual([
      [
        2,
        'Cột “Cách gửi”: “fax” không có; ghi một trong: Trực tiếp, Bưu điện, Thư điện tử, Zalo, Mạng nội bộ.',
      ],
      [3, 'Cột “Thư điện tử”: “chi bộ tám” không phải là địa chỉ thư điện tử (dạng ten@co-quan.vn).'],
      [
        4,
        'Cột “Thư điện tử”: “a@anbinh.example; b@anbinh.example” có nhiều địa chỉ; mỗi ô chỉ ghi một địa chỉ thư điện tử.',
      ],
      [
        5,
        'Cột “Điện thoại”: “abc” không phải là số điện thoại; chỉ ghi chữ số, dấu cách và các dấu + ( ) . - /',
      ],
      [6, 'Cột “Địa chỉ”: địa chỉ dài quá 300 ký tự; hãy ghi gọn lại.'],
      [7, 'Cột “Điện thoại”: số điện thoại dài quá 50 ký tự.'],
    ]);
    expect([done.added, done.questions]).toEqual([['Chi bộ 13'], []]);
  });

  it('asks about a telephone that is a number in the file, and keeps it as it is', async () => {
    const app = await officeWithPlan();
    const rows = [HEAD, ['đơn vị', NAME, '', '', '', '', '2253000007', '']];
    const table = {
      sheet: 'Danh bạ',
      rows: rows.map((cells, index) => ({ row: index + 1, cells, numbers: index === 1 ? [6] : [] })),
    };
    const take = () =>
      app.call('office.import', {
        ticket: app.ports.drop({ name: 'danh-ba.xlsx', bytes: JSON.stringify([table]) }),
      });
    expect((await take()).questions).toEqual([
      {
        sheet: 'Danh bạ',
        row: 2,
        name: NAME,
        reason: 'Cột “Điện thoại”: 2253000007: ô ghi dạng số nên có thể mất số 0 đầu; hãy xem lại.',
      },
    ]);
    expect(await entryOf(app)).toMatchObject({ phone: '2253000007' });
    expect((await take()).questions).toEqual([]);
  });

  it('of before these columns is read, and leaves what stands', async () => {
    const app = await officeWithPlan();
    await importing(app, [HEAD, [...full, 'Zalo']]);
    const before = await entryOf(app);
    const again = await importing(app, [OLD, ['đơn vị', NAME, '']]);
    expect([again.unchanged, await entryOf(app)]).toEqual([[NAME], before]);
  });

  it('“Đơn vị khác” is no group; a unit that a person took out of its group stays out', async () => {
    const app = await officeWithPlan();
    const head = ['Loại', 'Tên', 'Thuộc nhóm', 'Nhóm tổng hợp'];
    const rows = [
      head,
      ['nhóm', 'Nhóm thử', '', ''],
      ['đơn vị', NAME, 'Nhóm thử', 'đơn vị khác'],
      ['đơn vị', 'Chi bộ 8', 'Nhóm thử', ''],
    ];
    expect((await importing(app, rows)).refused).toEqual([]);
    const group = await entryOf(app, 'Nhóm thử');
    expect((await entryOf(app))?.summaryGroupId).toBeNull();
    expect((await entryOf(app, 'Chi bộ 8'))?.summaryGroupId).toBe(group?.id);
  });

  it('is exported with everything, and importing it changes nothing', async () => {
    const app = await officeWithPlan();
    await importing(app, [HEAD, [...full, 'Zalo']]);
    await app.call('office.saveSigner', { name: 'Lê An', authority: 'T/M', position: 'BÍ THƯ' });
    await app.call('office.saveSigner', { name: 'Lê An', authority: '', position: 'CHỦ TỊCH' });
    const before = await app.call('office.get', {});
    const [file] = app.ports.taken((await app.call('office.exportDirectory', {})).ticket);
    expect(file?.name).toBe('Danh mục đơn vị.xlsx');
    const sheets = workbookOf(file?.bytes ?? new Uint8Array()).sheets;
    const texts = sheets[0]?.cells.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []));
    for (const text of ['Bí thư', '12 Lê Lợi', 'cb7@anbinh.example', '0225 000 007', 'Zalo'])
      expect(texts).toContain(text);
    const tables = sheets.map((sheet) => {
      const rows = new Map<number, string[]>();
      for (const { row, column, value } of sheet.cells) {
        const cells = rows.get(row) ?? [];
        rows.set(row, cells);
        cells[column - 1] = value.kind === 'text' ? value.text : '';
      }
      return { sheet: sheet.name, rows: [...rows].map(([row, cells]) => ({ row, cells })) };
    });
    const ticket = app.ports.drop({ name: 'a.xlsx', bytes: JSON.stringify(tables) });
    const told = await app.call('office.import', { ticket });
    expect([told.added, told.updated, told.refused, told.signers]).toEqual([[], [], [], 0]);
    expect(await app.call('office.get', {})).toEqual(before);
  });

  it('takes another position of a signer as a signer of its own, and a changed one in its place', async () => {
    const app = await officeWithPlan();
    await app.call('office.saveSigner', { name: 'Lê An', authority: '', position: 'BÍ THƯ' });
    const people = (rows: readonly object[]) =>
      app.call('office.import', {
        ticket: app.ports.drop({ name: 'k.json', bytes: JSON.stringify({ signers: rows }) }),
      });
    const both = [
      { name: 'Lê An', position: 'CHỦ TỊCH' },
      { name: 'Lê An', position: 'BÍ THƯ' },
    ];
    expect((await people(both)).signers).toBe(1);
    const positions = async () =>
      (await app.call('office.get', {})).signers
        .filter(({ name }) => name === 'Lê An')
        .map((signer) => `${signer.authority} ${signer.position}`.trim());
    expect(await positions()).toEqual(['BÍ THƯ', 'CHỦ TỊCH']);
    expect((await people([{ name: 'Lê An', position: 'BÍ THƯ', authority: 'T/M' }])).signers).toBe(1);
    expect(await positions()).toEqual(['T/M BÍ THƯ', 'CHỦ TỊCH']);
  });
});

describe('an entry written in the window', () => {
  it('may not get an e-mail that is none, but keeps one that stands while something else is written', async () => {
    const app = await officeWithPlan();
    const saved = await app.call('office.saveEntry', { kind: 'unit', name: NAME, phone: '0225 000 007' });
    const wrong = await app.refusal('office.saveEntry', {
      id: saved.id,
      kind: 'unit',
      name: NAME,
      email: 'hộp thư chung',
    });
    expect(wrong.fieldErrors?.['email']).toContain('hộp thư chung');
    expect(await entryOf(app)).toMatchObject({ phone: '0225 000 007' });
  });
});
