import { describe, expect, it } from 'vitest';
import { DEFAULT_RULE_PROFILE, DEFAULT_TERM } from '../../../../../shared/domain/office/setup-defaults';
import { createTestPorts } from '../../../../support/test-ports';

describe('what first run proposes', () => {
  it('names a shipped profile of the system, HD 05 for the Party', () => {
    const shipped = createTestPorts().resources.ruleProfiles();
    for (const system of ['party', 'state'] as const)
      expect(shipped.find(({ id }) => id === DEFAULT_RULE_PROFILE[system])?.system).toBe(system);
    expect(DEFAULT_RULE_PROFILE.party).toBe('hd05');
    expect(DEFAULT_TERM.name).toBe('2025–2030');
  });
});
