import { describe, expect, it } from 'vitest';
import { unreportedWords } from '../../../../shared/i18n/vi';

describe('unreportedWords', () => {
  const status = { expected: 29, received: 8, notDue: 0, returned: 0 };

  it('says how many units a closing would leave out, and which of them need not have reported yet', () => {
    expect(unreportedWords({ status, missingUnits: [] })).toBe('Còn 21/29 đơn vị chưa báo cáo');
    expect(unreportedWords({ status: { ...status, notDue: 18, returned: 1 }, missingUnits: [] })).toBe(
      'Còn 21/29 đơn vị chưa báo cáo (18 chưa đến hạn, 1 đã trả lại)',
    );
  });

  it('says nothing when all have reported', () => {
    expect(unreportedWords({ status: { ...status, received: 29 }, missingUnits: [] })).toBeNull();
  });
});
