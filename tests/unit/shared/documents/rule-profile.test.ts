import { describe, expect, it } from 'vitest';
import type { ProfileStyle } from '../../../../shared/documents/rule-profile';
import { ruleProfile } from '../../../golden/documents/an-binh';

const look = (style: ProfileStyle) =>
  [
    style.size,
    style.caps && 'caps',
    style.bold && 'bold',
    style.italic && 'italic',
    style.underline && 'underline',
  ]
    .filter((part) => part !== false)
    .join(' ');

describe.each(['hd36', 'hd05'] as const)('Party profile %s', (id) => {
  const profile = ruleProfile(id);
  it('has the page of the rule', () => {
    expect(profile.page).toMatchObject({ top: 20, bottom: 20, left: 30, right: 15, mirror: true });
    expect(profile.pageNumber).toEqual({ size: 14, topDistance: 10, hideFirst: true });
    expect(profile.body).toMatchObject({ size: 14, firstLineIndent: 10, line: 18, gap: 6 });
    expect(profile.body.sizes).toEqual({ from: 14, to: 15 });
  });
  it('has the size and style of every component', () => {
    expect(profile.motto.map(({ text, style }) => [text, look(style)])).toEqual([
      ['ĐẢNG CỘNG SẢN VIỆT NAM', '15 caps bold'],
    ]);
    expect(profile.mottoRule).toBe(true);
    expect(look(profile.parentBody)).toBe('14 caps');
    expect(look(profile.issuingBody)).toBe('14 caps bold');
    expect(profile.star).toBe('*');
    expect(look(profile.number.style)).toBe('14');
    expect(look(profile.date.style)).toBe('14 italic');
    expect(look(profile.kindName)).toBe('16 caps bold');
    expect(profile.kindName.sizes).toEqual({ from: 15, to: 16 });
    expect(look(profile.subject)).toBe('14 bold');
    expect(profile.subjectMark).toBe('-----');
    expect(look(profile.letterSubject.style)).toBe('12 italic');
    expect(profile.letterSubject.prefix).toBe('về việc');
    expect(look(profile.sectionTitle)).toBe('14 caps bold');
    expect(look(profile.addressee)).toBe('14 italic');
    expect(look(profile.authority)).toBe('14 caps bold');
    expect(look(profile.position)).toBe('14 caps');
    expect(look(profile.signerName)).toBe('14 bold');
    expect(look(profile.recipients.titleStyle)).toBe('14 underline');
    expect(look(profile.recipients.listStyle)).toBe('12');
    expect(look(profile.urgency)).toBe('14 caps bold');
    expect(look(profile.draft)).toBe('14 italic');
    expect(profile.onBehalfMark).toBe('T/M');
    expect(profile.textEnd).toBe('.');
  });
});

describe('what HD 05 changes', () => {
  it('separates recipients with ";" and allows 18–22 pt lines', () => {
    expect(ruleProfile('hd36').recipients.separator).toBe(',');
    expect(ruleProfile('hd05').recipients.separator).toBe(';');
    expect(ruleProfile('hd05').body.lines).toEqual({ from: 18, to: 22 });
  });
});

describe('state profile nd30', () => {
  const profile = ruleProfile('nd30');
  it('has the page of the decree', () => {
    expect(profile.page).toMatchObject({ top: 20, bottom: 20, left: 30, right: 15 });
    expect(profile.page.allowed).toEqual({
      top: { from: 20, to: 25 },
      bottom: { from: 20, to: 25 },
      left: { from: 30, to: 35 },
      right: { from: 15, to: 20 },
    });
    expect(profile.pageNumber.sizes).toEqual({ from: 13, to: 14 });
    expect(profile.body.firstLineIndents).toEqual({ from: 10, to: 12.7 });
    expect(profile.body.line).toBeNull();
  });
  it('has the size and style of every component', () => {
    expect(profile.motto.map(({ text, style }) => [text, look(style), style.sizes])).toEqual([
      ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '13 caps bold', { from: 12, to: 13 }],
      ['Độc lập - Tự do - Hạnh phúc', '14 bold', { from: 13, to: 14 }],
    ]);
    expect(look(profile.parentBody)).toBe('13 caps');
    expect(look(profile.issuingBody)).toBe('13 caps bold');
    expect(profile.issuerRuleShare).toBeGreaterThanOrEqual(1 / 3);
    expect(profile.issuerRuleShare).toBeLessThanOrEqual(1 / 2);
    expect(profile.subjectRuleShare).toBeGreaterThanOrEqual(1 / 3);
    expect(profile.subjectRuleShare).toBeLessThanOrEqual(1 / 2);
    expect(profile.star).toBeNull();
    expect(profile.subjectMark).toBeNull();
    expect(look(profile.number.style)).toBe('13');
    expect(look(profile.date.style)).toBe('14 italic');
    expect(look(profile.kindName)).toBe('14 caps bold');
    expect(look(profile.basis)).toBe('14 italic');
    expect(look(profile.authority)).toBe('14 caps bold');
    expect(look(profile.position)).toBe('14 caps bold');
    expect(look(profile.signerName)).toBe('14 bold');
    expect(look(profile.recipients.titleStyle)).toBe('12 bold italic');
    expect(look(profile.recipients.listStyle)).toBe('11');
    expect(profile.recipients.separator).toBe(';');
    expect(profile.letterSubject).toMatchObject({ prefix: 'V/v' });
    expect(profile.onBehalfMark).toBe('TM.');
    expect(profile.textEnd).toBe('./.');
  });
});
