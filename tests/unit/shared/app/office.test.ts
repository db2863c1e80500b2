import { describe, expect, it } from 'vitest';
import { createTestApplication, officeWithPlan, SETUP } from '../../../support/test-application';

describe('first run', () => {
  it('makes a whole office from few answers', async () => {
    const app = createTestApplication();
    expect((await app.call('office.get', {})).profile).toBeNull();
    await app.call('office.setup', SETUP);
    const office = await app.call('office.get', {});
    expect(office.profile).toMatchObject({
      parentBody: 'ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG',
      issuingBody: 'ĐẢNG ỦY PHƯỜNG AN BÌNH',
      place: 'An Bình',
      symbol: 'ĐU',
      archiveCode: 'VPĐU',
    });
    expect(office.indicators.length).toBeGreaterThan(40);
    expect(office.defaults?.cutOffDay).toBe(14);
    const groups = office.entries.filter(({ kind }) => kind === 'group');
    const units = new Set(office.entries.filter(({ kind }) => kind === 'unit').map(({ id }) => id));
    expect(groups.length).toBeGreaterThan(0);
    for (const group of groups) for (const member of group.memberIds) expect(units.has(member)).toBe(true);
  });

  it('makes a state office with its own symbol', async () => {
    const app = createTestApplication();
    await app.call('office.setup', {
      ...SETUP,
      system: 'state',
      ruleProfileId: 'nd30',
      city: 'tỉnh Hưng Yên',
      wardKind: 'xã',
    });
    expect((await app.call('office.get', {})).profile).toMatchObject({
      parentBody: 'ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN',
      issuingBody: 'ỦY BAN NHÂN DÂN XÃ AN BÌNH',
      symbol: 'UBND',
    });
  });

  it('names the fields that are wrong, and is done once', async () => {
    const app = createTestApplication();
    const wrong = await app.refusal('office.setup', {
      ...SETUP,
      term: { name: 'x', from: '2025-02-30', to: '2024-01-01' },
      ruleProfileId: 'khong-co',
    });
    expect(Object.keys(wrong.fieldErrors ?? {})).toEqual(['term.from', 'ruleProfileId']);
    await app.call('office.setup', SETUP);
    expect((await app.refusal('office.setup', SETUP)).code).toBe('CONFLICT');
  });

  it('is needed before anything else of the office', async () => {
    const app = createTestApplication();
    expect((await app.refusal('office.saveEntry', { kind: 'unit', name: 'Chi bộ 1' })).message).toContain(
      'Chưa khai báo cơ quan',
    );
  });

  it('answers a repeated request with the first reply', async () => {
    const app = createTestApplication();
    const first = await app.call('office.setup', SETUP, { requestId: 'lap-lai-1' });
    expect(await app.call('office.setup', SETUP, { requestId: 'lap-lai-1' })).toEqual(first);
  });
});

describe('the directory', () => {
  it('saves, ends and removes entries, and refuses what contradicts it', async () => {
    const app = await officeWithPlan();
    const parent = await app.call('office.saveEntry', { kind: 'unit', name: 'Đảng bộ Công ty An Bình' });
    const child = await app.call('office.saveEntry', {
      kind: 'unit',
      name: 'Chi bộ Xưởng 1',
      parentId: parent.id,
    });
    const cycle = await app.refusal('office.saveEntry', {
      kind: 'unit',
      id: parent.id,
      name: 'Đảng bộ Công ty An Bình',
      parentId: child.id,
    });
    expect(cycle.fieldErrors?.['parentId']).toContain('trực thuộc chính nó');
    expect(
      (await app.refusal('office.saveEntry', { kind: 'unit', name: 'chi bộ  xưởng 1' })).fieldErrors?.[
        'name'
      ],
    ).toContain('đã có');
    expect(
      (await app.refusal('office.saveEntry', { kind: 'unit', name: 'X', memberIds: [child.id] }))
        .fieldErrors?.['memberIds'],
    ).toContain('nhóm');
    expect((await app.refusal('office.removeEntry', { id: parent.id })).message).toContain('Chi bộ Xưởng 1');
    await app.call('office.endEntry', {
      id: child.id,
      lastDay: '2026-02-28',
      successors: [{ unitId: parent.id, from: '2026-03-01' }],
    });
    expect(
      (await app.refusal('office.endEntry', { id: child.id, lastDay: '2026-02-30' })).fieldErrors?.[
        'lastDay'
      ],
    ).toBeDefined();
    const lone = await app.call('office.saveEntry', { kind: 'position', name: 'Tổ trưởng thử' });
    await app.call('office.removeEntry', { id: lone.id });
    expect((await app.refusal('office.removeEntry', { id: lone.id })).code).toBe('NOT_FOUND');
  });

  it('keeps an entry that a dossier names', async () => {
    const app = await officeWithPlan();
    const { entries } = await app.call('office.get', {});
    const named = entries.find(({ name }) => name === 'Ban Xây dựng Đảng');
    const refused = await app.refusal('office.removeEntry', { id: named?.id ?? '' });
    expect(refused.message).toContain('hồ sơ');
  });

  it('refuses a stale revision', async () => {
    const app = await officeWithPlan();
    const { revision } = await app.call('office.get', {});
    await app.call('office.saveEntry', { kind: 'unit', name: 'A 1' }, { expectedRevision: revision });
    expect(
      (await app.refusal('office.saveEntry', { kind: 'unit', name: 'A 2' }, { expectedRevision: revision }))
        .code,
    ).toBe('CONFLICT');
  });

  it('edits signers, indicators, holidays, retention, defaults, profile', async () => {
    const app = await officeWithPlan();
    const first = await app.call('office.saveSigner', {
      name: 'Lê Văn An',
      authority: 'T/M BAN THƯỜNG VỤ',
      position: 'BÍ THƯ',
      isDefault: true,
    });
    await app.call('office.saveSigner', {
      name: 'Phạm Thị Bình',
      authority: '',
      position: 'PHÓ BÍ THƯ',
      isDefault: true,
    });
    const office = await app.call('office.get', {});
    expect(office.signers.filter(({ isDefault }) => isDefault).map(({ name }) => name)).toEqual([
      'Phạm Thị Bình',
    ]);
    await app.call('office.removeSigner', { id: first.id });
    expect((await app.refusal('office.removeSigner', { id: first.id })).code).toBe('NOT_FOUND');

    const percent = office.indicators.find(({ kind }) => kind === 'P');
    if (!percent) throw new Error('no percent');
    expect(
      (await app.refusal('office.saveIndicator', { ...percent, numerator: 'ZZ99' })).fieldErrors?.[
        'numerator'
      ],
    ).toBeDefined();
    await app.call('office.saveIndicator', { ...percent, name: 'Tỷ lệ sửa' });
    await app.call('office.saveHoliday', { id: '2026-04-26', name: 'Nghỉ bù', kind: 'off' });
    await app.call('office.removeHoliday', { id: '2026-04-26' });
    expect((await app.refusal('office.removeHoliday', { id: '2026-04-26' })).code).toBe('NOT_FOUND');
    await app.call('office.saveRetention', { id: 'thu', title: 'Thử', years: 5, source: 'Văn phòng' });
    if (!office.defaults || !office.profile) throw new Error('no defaults');
    await app.call('office.saveDefaults', { ...office.defaults, cutOffDay: 0 });
    await app.call('office.saveProfile', { ...office.profile, symbol: 'ĐUP' });
    expect((await app.refusal('office.saveProfile', { ...office.profile, officeId: 'khac' })).code).toBe(
      'BAD_REQUEST',
    );
    expect((await app.call('office.ruleProfiles', {})).map(({ id }) => id)).toEqual(['hd36', 'hd05', 'nd30']);
  });
});

it('changes nothing in a read-only store', async () => {
  const app = createTestApplication({ readOnlyBecause: 'Thư mục đang mở ở máy khác.' });
  const refused = await app.refusal('office.setup', SETUP);
  expect([refused.code, refused.message.includes('máy khác')]).toEqual(['UNAVAILABLE', true]);
  expect((await app.call('store.state', {})).readOnlyBecause).toContain('máy khác');
});
