import { describe, expect, it } from 'vitest';
import { findVerb, helpOf, overview } from '../../../../electron/cli/arguments';
import { verbs } from '../../../../electron/cli/verbs';

describe('--help', () => {
  it('lists every verb once', () => {
    const names = [...overview(verbs).matchAll(/^ {2}([a-z]+(?: [a-z-]+)?) /gm)].map(([, name]) => name);
    expect(names).toEqual(verbs.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(verbs.map((verb) => [verb.name, verb] as const))(
    '%s is found and tells its usage',
    (name, verb) => {
      expect(findVerb(verbs, [...name.split(' '), '--help'])).toBe(verb);
      expect(helpOf(verb)).toContain(`vpdu ${name}`);
    },
  );
});
