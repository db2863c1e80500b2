import { describe, expect, it } from 'vitest';
import { editedProfile, profileFields, rangeText } from '../../../../shared/documents/profile-fields';
import { ruleProfile } from '../../../golden/documents/an-binh';

const hd36 = ruleProfile('hd36');
const hd05 = ruleProfile('hd05');
const nd30 = ruleProfile('nd30');

describe('the fields of a rule profile', () => {
  it.each([hd36, hd05, nd30])('stand within their own range: $id', (profile) => {
    const fields = profileFields(profile, profile);
    expect(fields.length).toBeGreaterThan(20);
    for (const field of fields) {
      expect(field.value).toEqual(field.standard);
      if (field.kind === 'number') {
        expect(field.value, field.key).toBeGreaterThanOrEqual(field.from);
        expect(field.value, field.key).toBeLessThanOrEqual(field.to);
      }
      if (field.kind === 'choice') expect(field.choices).toContain(field.value);
    }
    expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
  });

  it.each([hd36, hd05, nd30])('can each be set to what they are, without a change: $id', (profile) => {
    const values = Object.fromEntries(profileFields(profile, profile).map(({ key, value }) => [key, value]));
    expect(editedProfile(profile, profile, values)).toEqual({
      ok: true,
      value: { ...profile, base: profile.id },
    });
  });

  it('take every end of a range and nothing beyond it', () => {
    for (const profile of [hd36, hd05, nd30])
      for (const field of profileFields(profile, profile)) {
        if (field.kind !== 'number') continue;
        for (const value of [field.from, field.to])
          expect(editedProfile(profile, profile, { [field.key]: value }).ok, `${field.key} ${value}`).toBe(
            true,
          );
        for (const value of [field.from - 0.5, field.to + 0.5, Number.NaN]) {
          const refused = editedProfile(profile, profile, { [field.key]: value });
          expect(refused.ok ? null : refused.error, `${field.key} ${value}`).toMatchObject({
            fieldErrors: { [field.key]: expect.stringContaining(field.label) as string },
          });
        }
      }
  });

  it('say in words what the rule allows', () => {
    const refused = editedProfile(hd36, hd36, { 'page.left': 25, 'body.size': 13 });
    expect(refused.ok ? '' : refused.error.message).toBe(
      'Lề trái: Hướng dẫn 36-HD/VPTW (2018) quy định đúng 30 mm, không được ghi 25. Nội dung (cỡ chữ): Hướng dẫn 36-HD/VPTW (2018) quy định từ 14 đến 15 pt, không được ghi 13.',
    );
    expect(rangeText({ from: 10, to: 12.7, unit: 'mm' })).toBe('từ 10 đến 12,7 mm');
  });

  it('refuse marks that no rule knows, and fields that there are not', () => {
    for (const values of [{ textEnd: '!' }, { 'recipients.separator': 3 }, { 'position.bold': 'có' }, { 'page.depth': 3 }, { 'body.line': 20 }] as Record<string, string | number>[])
      expect(editedProfile(nd30, nd30, values).ok, JSON.stringify(values)).toBe(false);
  }); // prettier-ignore

  it('change what is printed', () => {
    const changed = editedProfile(hd05, hd05, {
      'body.line': 22,
      'position.bold': true,
      'recipients.separator': ',',
    });
    expect(changed.ok && changed.value).toMatchObject({
      base: 'hd05',
      body: { line: 22 },
      position: { bold: true },
      recipients: { separator: ',' },
    });
  });
});
