/** Who signs what is printed: chosen, usual, the plan's own, asked; never merely the first of the list. */
import { beforeEach, describe, expect, test } from 'vitest';
import { withBehalfMark } from '../../../../shared/domain/office/signer-authority';
import { dayScene, type DayScene } from '../../../support/day-plan';

let scene: DayScene;
let id = '';
beforeEach(async () => {
  scene = await dayScene();
  const { items } = await scene.app.call('plan.get', scene.at());
  id = items.find((item) => item.kind === 'conference' && item.start !== null)?.id ?? '';
  const guest = { id: 'p', entryId: null, words: 'Khách mời', seats: 1 };
  await scene.app.call('conference.save', { ...at(), parts: { participants: [guest] } });
});
const at = () => ({ ...scene.at(), id });
const first = { name: 'Nguyễn Văn An', position: 'BÍ THƯ', authority: 'BAN THƯỜNG VỤ' };
const second = { name: 'Phạm Thu Hà', position: 'PHÓ BÍ THƯ', authority: 'T/M BAN THƯỜNG VỤ' };

describe('giấy mời', () => {
  test('is signed by the plan’s own signer where no signer is the usual one', async () => {
    await scene.app.call('office.saveSigner', first);
    await scene.app.call('office.saveSigner', second);
    const { signing } = await scene.app.call('conference.get', at());
    expect(signing.options.map(({ text }) => text)).toEqual([
      'Nguyễn Văn An – BÍ THƯ',
      'Phạm Thu Hà – PHÓ BÍ THƯ',
      'Trần Thị Hoa – PHÓ BÍ THƯ (người ký kế hoạch)',
    ]);
    expect(signing.body).toBe('ke-hoach');
    await scene.app.call('conference.invite', at());
    const { invitations } = await scene.app.call('conference.get', at());
    expect(invitations[0]?.signer).toEqual({
      authority: 'T/M BAN THƯỜNG VỤ',
      onBehalf: null,
      position: 'PHÓ BÍ THƯ',
      name: 'Trần Thị Hoa',
    });
  });

  test('is signed by the usual signer, or by whom a person chose', async () => {
    const { app } = scene;
    const chosen = await app.call('office.saveSigner', first);
    expect(chosen.authority).toBe('T/M BAN THƯỜNG VỤ');
    const usual = await app.call('office.saveSigner', { ...second, isDefault: true });
    expect((await app.call('conference.get', at())).signing.body).toBe(usual.id);
    await app.call('conference.invite', { ...at(), signer: chosen.id });
    const { invitations } = await app.call('conference.get', at());
    expect(invitations[0]?.signer).toMatchObject({ name: 'Nguyễn Văn An', authority: 'T/M BAN THƯỜNG VỤ' });
    expect((await app.refusal('conference.invite', { ...at(), signer: 'la' })).fieldErrors).toHaveProperty(
      'signer',
    );
  });

  test('asks where neither the office nor the plan says who signs', async () => {
    const { app } = scene;
    await app.call('plan.saveHeader', {
      ...scene.at(),
      fields: { signer: { authority: null, onBehalf: null, position: null, name: null } },
    });
    const chosen = await app.call('office.saveSigner', first);
    await app.call('office.saveSigner', second);
    expect((await app.call('conference.get', at())).signing.body).toBeNull();
    expect((await app.refusal('conference.invite', at())).message).toContain('Chưa rõ ai ký');
    await app.call('conference.invite', { ...at(), signer: chosen.id });
  });
});

test.each([
  ['BAN THƯỜNG VỤ', 'T/M BAN THƯỜNG VỤ'],
  ['T/M BAN THƯỜNG VỤ', 'T/M BAN THƯỜNG VỤ'],
  ['T/L BAN THƯỜNG VỤ', 'T/L BAN THƯỜNG VỤ'],
  ['TM. ỦY BAN NHÂN DÂN', 'TM. ỦY BAN NHÂN DÂN'],
  ['Đảng uỷ phường', 'T/M Đảng uỷ phường'],
  ['', ''],
  ['CHÁNH VĂN PHÒNG', 'CHÁNH VĂN PHÒNG'],
])('on behalf of: %s', (written, kept) => {
  expect(withBehalfMark(written, 'T/M')).toBe(kept);
});
