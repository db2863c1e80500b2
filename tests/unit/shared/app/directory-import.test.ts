/** The directory from a workbook: good rows are taken, every refused one is named. */
import { describe, expect, it } from 'vitest';
import { createTestApplication, officeWithPlan, SETUP } from '../../../support/test-application';
import { workbookOf } from '../../../support/forms-as-models';

const table = (rows: readonly (readonly string[])[], sheet = 'Danh bạ') =>
  JSON.stringify([{ sheet, rows: rows.map((cells, index) => ({ row: index + 1, cells })) }]);

describe('importing the directory', () => {
  const header = [
    'Đầu mối liên hệ',
    'Tên',
    'Loại',
    'Tên gọi tắt',
    'Tên khác (cách nhau “;”)',
    'Thuộc nhóm',
    'Đơn vị cấp trên',
    'Nhóm tổng hợp',
    'Hoạt động từ',
    'Hoạt động đến',
  ];
  const row = (values: Partial<Record<'name' | 'kind' | 'aliases' | 'groups' | 'parent' | 'summary' | 'from' | 'to', string>>) => [
    '', values.name ?? '', values.kind ?? 'Đơn vị', '', values.aliases ?? '', values.groups ?? '', values.parent ?? '', values.summary ?? '', values.from ?? '', values.to ?? '',
  ]; // prettier-ignore

  it('takes the good rows and names every refused one with its reason', async () => {
    const app = await officeWithPlan();
    const bytes = table([
      ['DANH BẠ ĐƠN VỊ'],
      header,
      row({ name: 'Các chi bộ trực thuộc', kind: 'Nhóm' }),
      row({
        name: 'Chi bộ Tổ dân phố số 1'.normalize('NFD'),
        groups: 'Các chi bộ trực thuộc',
        from: '01/07/2025',
        aliases: 'Chi bộ TDP 1; Tổ 1',
      }),
      row({ name: 'Chi bộ Tổ dân phố số 1' }),
      row({ name: 'Chi bộ lạ', kind: 'Phòng ban' }),
      row({ name: 'Chi bộ nhóm lạ', groups: 'Nhóm không có' }),
      row({ name: 'Chi bộ ngày sai', from: '30/02/2026' }),
      row({ name: 'Chi bộ A', parent: 'Chi bộ B' }),
      row({ name: 'Chi bộ B', parent: 'Chi bộ A' }),
      row({ name: 'Ủy ban nhân dân phường', kind: 'Nhóm' }),
      row({ name: '', aliases: 'x' }),
      row({ name: 'Chi bộ cấp trên lạ', parent: 'Các chi bộ trực thuộc' }),
      ['', '', '', '', '', '', '', '', '', ''],
    ]);
    const ticket = app.ports.drop({ name: 'danh-ba.xlsx', bytes });
    const before = (await app.call('office.get', {})).revision;
    const dry = await app.call('office.import', { ticket, dryRun: true });
    expect((await app.call('office.get', {})).revision).toBe(before);
    const done = await app.call('office.import', { ticket });
    expect({ ...done, revision: 0 }).toEqual({ ...dry, revision: 0 });
    expect(done.revision).toBe(before + 1);
    expect(done.added).toEqual(['Các chi bộ trực thuộc', 'Chi bộ Tổ dân phố số 1']);
    const reasons = new Map(done.refused.map(({ row: at, reason }) => [at, reason]));
    expect(done.refused.map(({ row: at }) => at)).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(reasons.get(5)).toContain('Trùng tên với dòng 4');
    expect(reasons.get(6)).toContain('Loại “Phòng ban” không có');
    expect(reasons.get(7)).toContain('nhóm “Nhóm không có” không có');
    expect(reasons.get(8)).toContain('30/02/2026');
    expect(reasons.get(9)).toContain('vòng');
    expect(reasons.get(10)).toContain('vòng');
    expect(reasons.get(11)).toContain('không thể là nhóm');
    expect(reasons.get(12)).toContain('Thiếu tên');
    expect(reasons.get(13)).toContain('không phải là đơn vị');
    const office = await app.call('office.get', {});
    const unit = office.entries.find(({ name }) => name === 'Chi bộ Tổ dân phố số 1');
    const group = office.entries.find(({ name }) => name === 'Các chi bộ trực thuộc');
    expect(unit).toMatchObject({
      activeFrom: '2025-07-01',
      aliases: ['Chi bộ TDP 1', 'Tổ 1'],
      summaryGroupId: group?.id,
    });
    expect(group?.memberIds).toEqual([unit?.id]);
    const again = await app.call('office.import', { ticket });
    expect(again.unchanged).toEqual(['Các chi bộ trực thuộc', 'Chi bộ Tổ dân phố số 1']);
    expect(again.revision).toBe(done.revision);
  });

  it('reads the bare number that Excel leaves of a day in a cell formatted as text', async () => {
    const app = await officeWithPlan();
    const ticket = app.ports.drop({
      name: 'a.json',
      bytes: JSON.stringify([
        { kind: 'unit', name: 'Chi bộ 9', activeFrom: '45839' },
        { kind: 'unit', name: 'Chi bộ 10', activeFrom: '20260' },
      ]),
    });
    const done = await app.call('office.import', { ticket });
    expect([done.added, done.refused.map(({ name }) => name)]).toEqual([['Chi bộ 9'], ['Chi bộ 10']]);
    const { entries } = await app.call('office.get', {});
    expect(entries.find(({ name }) => name === 'Chi bộ 9')?.activeFrom).toBe('2025-07-01');
  });

  it('takes the lists that office show prints, with ids, references by id and mergers', async () => {
    const app = await officeWithPlan();
    const bytes = JSON.stringify({
      revision: 3,
      profile: null,
      units: [
        { code: 'AB-01', name: 'Chi bộ 1', activeTo: null, parentId: null },
        { code: 'AB-02', name: 'Chi bộ 2', activeTo: '2026-02-28', mergedInto: 'AB-01' },
        { id: 'AB-03', name: 'Chi bộ 3', successors: [{ unitId: 'AB-01', from: '01/03/2026' }] },
        { code: 'AB-04', name: 'Chi bộ 4', mergedInto: 'Chi bộ 1' },
        { code: 'AB-03', name: 'Chi bộ 5' },
        { name: 'Chi bộ 6', successors: [{ name: 'Chi bộ không có', from: '2026-03-01' }] },
      ],
      groups: [{ id: 'G', name: 'Các chi bộ', memberIds: ['AB-01', 'AB-03'] }],
      superiors: [{ name: 'Ban Thử Thành ủy' }],
      positions: [{ name: 'Chức danh thử' }],
      signers: [{ id: 's', name: 'Lê An', authority: '', onBehalf: null, position: 'BÍ THƯ' }],
    });
    const done = await app.call('office.import', { ticket: app.ports.drop({ name: 'a.json', bytes }) });
    expect(done.refused.map(({ sheet, row: at }) => `${sheet} ${at}`)).toEqual([
      'units 4',
      'units 5',
      'units 6',
    ]);
    expect(done.refused[0]?.reason).toContain('activeTo');
    expect([done.added.length, done.signers]).toEqual([6, 1]);
    const office = await app.call('office.get', {});
    const entry = (id: string) => office.entries.find((one) => one.id === id);
    expect(entry('AB-02')).toMatchObject({
      kind: 'unit',
      activeTo: '2026-02-28',
      successors: [{ unitId: 'AB-01', from: '2026-03-01' }],
    });
    expect(entry('AB-03')?.successors).toEqual([{ unitId: 'AB-01', from: '2026-03-01' }]);
    expect(entry('G')).toMatchObject({ kind: 'group', memberIds: ['AB-01', 'AB-03'] });
    // What is shown can be taken back: nothing changes.
    const ofKind = (kind: string) => office.entries.filter((one) => one.kind === kind);
    const shown = JSON.stringify({
      units: ofKind('unit'),
      groups: ofKind('group'),
      superiors: ofKind('superior'),
      positions: ofKind('position'),
    });
    const again = await app.call('office.import', {
      ticket: app.ports.drop({ name: 'b.json', bytes: shown }),
    });
    expect([again.added, again.updated, again.refused]).toEqual([[], [], []]);
  });

  it.each(['{"danhSach":[]}', '[]', '{"units":[],"signers":[]}', '7', 'null'])(
    'refuses JSON of another shape or with nothing in it: %s',
    async (bytes) => {
      const app = await officeWithPlan();
      const refused = await app.refusal('office.import', {
        ticket: app.ports.drop({ name: 'a.json', bytes }),
      });
      expect(refused.code).toBe('BAD_REQUEST');
      expect(refused.message).toContain('"entries"');
      expect(refused.message).toContain('"units"');
    },
  );

  it('does not say the kind of the place twice', async () => {
    const app = createTestApplication();
    await app.call('office.setup', { ...SETUP, wardName: 'Phường Thử' });
    expect((await app.call('office.get', {})).profile).toMatchObject({
      issuingBody: 'ĐẢNG ỦY PHƯỜNG THỬ',
      place: 'Thử',
    });
  });

  it('refuses a unit whose group was refused', async () => {
    const app = await officeWithPlan();
    const ticket = app.ports.drop({
      name: 'a.json',
      bytes: JSON.stringify([
        { kind: 'nhóm', name: 'Nhóm hỏng', members: ['Đơn vị không có'] },
        { kind: 'unit', name: 'Chi bộ 9', groups: ['Nhóm hỏng'] },
      ]),
    });
    const done = await app.call('office.import', { ticket });
    expect(done.added).toEqual([]);
    expect(done.refused.map(({ name }) => name)).toEqual(['Nhóm hỏng', 'Chi bộ 9']);
  });

  it('reads signers and refuses files that are no directory', async () => {
    const app = await officeWithPlan();
    const people = app.ports.drop({
      name: 'k.json',
      bytes: JSON.stringify({ signers: [{ name: 'Lê An', position: 'BÍ THƯ' }, { name: 'Vũ Bình' }] }),
    });
    const done = await app.call('office.import', { ticket: people });
    expect([done.signers, done.refused.length]).toEqual([1, 1]);
    const cases: readonly [string, string][] = [
      ['danh-ba.xlsx', table([['Chỉ', 'có', 'chữ']])],
      ['hong.json', '{'],
      ['la.json', JSON.stringify({ entries: [{ name: 3 }] })],
      ['thu.pdf', 'x'],
    ];
    for (const [name, bytes] of cases) {
      const refused = await app.refusal('office.import', { ticket: app.ports.drop({ name, bytes }) });
      expect([refused.code, refused.message.includes(name)]).toEqual(['BAD_REQUEST', true]);
    }
    expect(
      (
        await app.refusal('office.import', {
          ticket: app.ports.drop({ name: 'to.xlsx', bytes: 'x', size: 30_000_000 }),
        })
      ).message,
    ).toContain('20 MB');
    expect((await app.refusal('office.import', { ticket: 'khong-co' })).code).toBe('NOT_FOUND');
  });

  it('offers a template whose columns the import knows', async () => {
    const app = await officeWithPlan();
    const offered = await app.call('office.importTemplate', {});
    const [file] = app.ports.taken(offered.ticket);
    const sheet = workbookOf(file?.bytes ?? new Uint8Array()).sheets[0];
    const rows = new Map<number, string[]>();
    for (const { row: at, column, value } of sheet?.cells ?? []) {
      const cells = rows.get(at) ?? [];
      rows.set(at, cells);
      cells[column - 1] = value.kind === 'text' ? value.text : '';
    }
    const ticket = app.ports.drop({
      name: 'mau.xlsx',
      bytes: JSON.stringify([
        { sheet: 'Danh bạ', rows: [...rows].map(([at, cells]) => ({ row: at, cells })) },
      ]),
    });
    const read = await app.call('office.import', { ticket, dryRun: true });
    // The sample unit names a group that the sample's remark renames: what matters is that every column was known.
    expect(read.added.length + read.refused.length).toBe(2);
  });
});
