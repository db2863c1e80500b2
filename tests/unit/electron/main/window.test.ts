import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { placeWindow, readBounds, saveBounds } from '../../../../electron/main/bounds';
import { menuTemplate } from '../../../../electron/main/menu';
import { hasMarks } from '../../../../shared/text/normalize';

vi.mock('electron', async () => (await import('../../../support/fake-electron')).fakeElectron);

const office = { x: 0, y: 0, width: 1366, height: 728 };

describe('bounds', () => {
  it('fit an office screen the first time', () => {
    expect(placeWindow(null, [office])).toEqual({ width: 1366, height: 728, maximized: false });
    expect(placeWindow(null, [{ ...office, width: 1024, height: 700 }])).toMatchObject({
      width: 1024,
      height: 700,
    });
  });
  it('are as they were, where a screen still shows them', () => {
    const kept = { x: 20, y: 30, width: 1000, height: 700, maximized: true };
    expect(placeWindow(kept, [office])).toEqual(kept);
    expect(placeWindow({ ...kept, x: 3000 }, [office])).toEqual({
      width: 1366,
      height: 728,
      maximized: true,
    });
  });
  it('come back from disk; a damaged file counts as none', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'vpdu-bounds-')), 'x', 'bounds.json');
    const kept = { x: 1, y: 2, width: 1000, height: 700, maximized: false };
    expect(readBounds(file)).toBeNull();
    await saveBounds(file, kept);
    expect(readBounds(file)).toEqual(kept);
    await writeFile(file, '{"x":');
    expect(readBounds(file)).toBeNull();
  });
});

describe('menu', () => {
  const template = menuTemplate({ openDataFolder: () => undefined, about: () => undefined });
  const items = template.flatMap((menu) => menu.submenu as MenuItemConstructorOptions[]);
  it('has the editing roles, without which Ctrl+C does nothing on some systems', () => {
    const roles = items.map((item) => item.role);
    for (const role of ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'quit'])
      expect(roles).toContain(role);
  });
  it('speaks Vietnamese throughout', () => {
    for (const item of items) if (item.type !== 'separator') expect(hasMarks(item.label ?? '')).toBe(true);
  });
});
