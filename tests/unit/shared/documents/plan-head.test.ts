import { describe, expect, it } from 'vitest';
import { planHead } from '../../../../shared/documents/plan-head';
import { planPage } from '../../../../shared/documents/plan-page';
import { proposedRuleProfile } from '../../../../shared/domain/office/setup-defaults';
import type { Plan } from '../../../../shared/domain/plan/model';
import { newPlan } from '../../../../shared/domain/plan/plan-record';
import { readPlan, sourceFromText } from '../../../../shared/domain/plan/reading/read-plan';
import * as anBinh from '../../../golden/documents/an-binh';

const STATE = `ỦY BAN NHÂN DÂN
XÃ TÂN PHÚ
Số: 112/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tân Phú, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Phòng, chống thiên tai năm 2026
I. MỤC ĐÍCH
Chủ động phòng ngừa, ứng phó kịp thời.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Thu An`;

function planOf(text: string): Plan {
  const read = readPlan(sourceFromText(text));
  return newPlan({
    parsed: read.plan,
    text: read.text,
    textHash: 'x',
    sourceFile: null,
    sourceName: 'ke-hoach.txt',
    ruleProfileId: 'nd30',
    now: anBinh.CREATED_AT,
  });
}
const head = (plan: Plan, registered: string | null = null, id: 'hd36' | 'nd30' = 'nd30') =>
  planHead(plan, anBinh.office, anBinh.ruleProfile(id), registered);

describe('the letterhead of a plan', () => {
  it('of another body is what its document says, never the office’s own', () => {
    expect(head(planOf(STATE))).toEqual({
      parentBody: '',
      issuingBody: 'ỦY BAN NHÂN DÂN XÃ TÂN PHÚ',
      place: 'Tân Phú',
      numberText: '112/KH-UBND',
      archive: [],
    });
    const page = planPage({
      plan: planOf(STATE),
      items: [],
      numberText: null,
      date: null,
      office: anBinh.office,
      profile: anBinh.ruleProfile('nd30'),
      createdAt: anBinh.CREATED_AT,
    });
    const printed = JSON.stringify(page);
    expect(printed).toContain('Số: 112/KH-UBND');
    for (const own of ['HẢI PHÒNG', 'ĐẢNG ỦY', 'KH-ĐU', 'KH/ĐU', 'VPĐU']) expect(printed).not.toContain(own);
  });

  it('keeps the document’s symbol where the number is blank', () => {
    expect(head(planOf(STATE.replace('112/KH-UBND', '/KH-UBND'))).numberText).toBe('/KH-UBND');
  });

  it('takes the registered number before the one that was read', () => {
    expect(head(planOf(STATE), '07/KH-UBND').numberText).toBe('07/KH-UBND');
  });

  it('is blank where a plan of the other system has none', () => {
    const bare = planOf(STATE);
    const header = { ...bare.parsed.header, issuingBody: null, place: null, symbol: null, numberText: null };
    const plan = { ...bare, issuingBody: null, place: null, parsed: { ...bare.parsed, header } };
    expect(head(plan)).toMatchObject({ issuingBody: '', parentBody: '', place: '', numberText: 'Số: /KH-UBND' });
  }); // prettier-ignore

  it('of the office itself is the office’s', () => {
    const header = { ...anBinh.plan.parsed.header, parentBody: null, issuingBody: null, place: null, symbol: null };
    const plan = { ...anBinh.plan, place: null, parsed: { ...anBinh.plan.parsed, header } };
    for (const issuingBody of [null, anBinh.office.issuingBody])
      expect(head({ ...plan, issuingBody, archive: [] }, null, 'hd36')).toEqual({
        parentBody: anBinh.office.parentBody,
        issuingBody: anBinh.office.issuingBody,
        place: 'An Bình',
        numberText: 'Số -KH/ĐU',
        archive: ['VPĐU'],
      });
  }); // prettier-ignore

  it('drops the symbol that was read where a person named another kind of document', () => {
    expect(head({ ...planOf(STATE), type: 'CTr' }).numberText).toBe('Số: /CTr-UBND');
  });
});

describe('the profile proposed for a plan', () => {
  it('is that of its system', () => {
    const { office } = anBinh;
    expect(proposedRuleProfile('party', office)).toBe('hd36');
    expect(proposedRuleProfile('other', office)).toBe('hd36');
    expect(proposedRuleProfile('state', office)).toBe('nd30');
    expect(proposedRuleProfile('party', anBinh.stateOffice)).toBe('hd05');
    expect(proposedRuleProfile('other', undefined)).toBe('hd05');
  });
});
