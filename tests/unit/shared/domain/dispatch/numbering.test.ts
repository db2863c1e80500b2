import { describe, expect, it } from 'vitest';
import {
  bodyOfSymbol,
  issuerOf,
  numberTextOf,
  seriesFor,
} from '../../../../../shared/domain/dispatch/numbering';
import type { OfficeProfile } from '../../../../../shared/domain/office/model';
import type { Plan } from '../../../../../shared/domain/plan/model';

const term = { name: '2025–2030', from: '2025-07-01', to: '2030-06-30' };
const profile = { system: 'party', symbol: 'ĐU', term } as OfficeProfile;
const plan = (system: Plan['system'], symbol: string | null): Plan =>
  ({ system, parsed: { header: { symbol } } }) as unknown as Plan;

describe('numbers of both systems (domain.md §0.3, §3)', () => {
  it('prints them as each writes them', () => {
    const party = { system: 'party', symbol: 'ĐU' } as const;
    const state = { system: 'state', symbol: 'UBND' } as const;
    expect(numberTextOf(party, 'KH', 7)).toBe('07-KH/ĐU');
    expect(numberTextOf(party, 'CV', 101)).toBe('101-CV/ĐU');
    expect(numberTextOf(state, 'KH', 12)).toBe('12/KH-UBND');
    expect(numberTextOf({ system: 'state', symbol: 'UBND-VP' }, 'CV', 125)).toBe('125/UBND-VP');
  });

  it('takes the office as the issuer, and the printed body where the plan is of the other system', () => {
    expect(issuerOf(profile, plan('party', 'KH/BXDĐ'))).toEqual({ system: 'party', symbol: 'ĐU' });
    expect(issuerOf(profile, plan('other', null))).toEqual({ system: 'party', symbol: 'ĐU' });
    expect(issuerOf(profile, plan('state', 'KH-UBND'))).toEqual({ system: 'state', symbol: 'UBND' });
    expect(issuerOf(profile, plan('state', null))).toEqual({ system: 'state', symbol: 'UBND' });
    expect([
      bodyOfSymbol('KH/ĐU', 'party'),
      bodyOfSymbol('KH', 'party'),
      bodyOfSymbol('KH-UBND-VP', 'state'),
    ]).toEqual(['ĐU', null, 'UBND-VP']);
  });

  it('names a series by an id that is safe as a folder', () => {
    expect(seriesFor({ system: 'party', symbol: 'ĐU' }, term, 'KH', '2026-01-20').seriesId).toBe(
      'PARTY-DU-KH-2025-2030',
    );
    expect(seriesFor({ system: 'state', symbol: 'UBND' }, term, 'KH', '2026-01-20')).toMatchObject({
      seriesId: 'STATE-UBND-2026',
      series: { type: null, scope: '2026' },
    });
  });
});
