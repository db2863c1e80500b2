/** The table of keys (Shift+?) tells every key that the window listens to, and no key that it does not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCES = 'renderer/src';
/** Keys as people read them. */
const SPOKEN: Readonly<Record<string, string>> = {
  'Alt+ArrowUp': 'Alt+↑',
  'Alt+ArrowDown': 'Alt+↓',
};

function bindings(): readonly string[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  return files.flatMap((name) => {
    const source = readFileSync(join(SOURCES, name), 'utf8');
    return [...source.matchAll(/useKeys\(\[([\s\S]*?)\]\);/g)].flatMap((call) =>
      [...(call[1] ?? '').matchAll(/key: '([^']+)'/g)].map((match) => match[1] ?? ''),
    );
  });
}

/** Read as text: tests are no part of the window's project. */
const list = readFileSync(join(SOURCES, 'app/keys.ts'), 'utf8');
const [, globals = '', pages = ''] =
  /GLOBAL_KEYS = \[([\s\S]*?)\n\] as const[\s\S]*?PAGE_KEYS[\s\S]*?= \[([\s\S]*?)\n\];/.exec(list) ?? [];
const globalKeys = [...globals.matchAll(/key: '([^']+)'/g)].map((match) => match[1] ?? '');
const places = pages
  .split("where: '")
  .slice(1)
  .map((part) => ({
    where: part.slice(0, part.indexOf("'")),
    keys: [...part.matchAll(/\['([^']+)',/g)].map((match) => match[1] ?? ''),
  }));
const told = new Set(
  [...globalKeys, ...places.flatMap(({ keys }) => keys)].flatMap((key) => key.split(/, | hoặc /)),
);

describe('the table of keys', () => {
  it('tells every key that some page listens to', () => {
    const listened = bindings();
    expect(listened.length).toBeGreaterThan(6);
    expect(listened.map((key) => SPOKEN[key] ?? key).filter((key) => !told.has(key))).toEqual([]);
  });

  it('is what the shell listens to everywhere, and names no key twice in one place', () => {
    expect(globalKeys).toContain('Ctrl+K');
    expect(new Set(globalKeys).size).toBe(globalKeys.length);
    const shell = readFileSync(join(SOURCES, 'app/shell.tsx'), 'utf8');
    for (const key of globalKeys) expect(shell, key).toContain(`'${key}': () =>`);
    expect(places.length).toBeGreaterThan(6);
    for (const { where, keys } of places) expect(new Set(keys).size, where).toBe(keys.length);
  });
});
