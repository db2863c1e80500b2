import { describe, expect, it } from 'vitest';
import { findVerb, helpOf, overview } from '../../../../electron/cli/arguments';
import { verbs } from '../../../../electron/cli/verbs';

const namesIn = (page: string): (string | undefined)[] =>
  [...page.matchAll(/^ {2}([a-z]+(?: [a-z-]+)?) /gm)].map(([, name]) => name);

describe('--help', () => {
  it('lists the verbs of a field where its name alone is asked for, all where there is no such field', () => {
    const page = overview(verbs, ['register', '--help']);
    expect(page).toContain('Cách dùng: vpdu register <việc>');
    expect(namesIn(page)).toEqual(verbs.map(({ name }) => name).filter((name) => /^register /.test(name)));
    expect(namesIn(overview(verbs, ['so', '--help']))).toHaveLength(verbs.length);
  });

  it('lists every verb once', () => {
    const names = namesIn(overview(verbs));
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
