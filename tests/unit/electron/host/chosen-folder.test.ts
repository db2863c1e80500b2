/** The start after a choice: what is opened, and what never is. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDataChoice } from '../../../../electron/adapters/store/data-choice';
import { nodeFileSystem } from '../../../../electron/adapters/store/file-system';
import { followChoice, goBack } from '../../../../electron/host/chosen-folder';
import { findDataPlaces, type DataPlaces } from '../../../../electron/host/data-folder';
import { openChosenFolder } from '../../../../electron/main/open-chosen-folder';
import { ok, unwrap } from '../../../../shared/result';
import { electronState } from '../../../support/fake-electron';
import { number, openTestStore } from '../../../support/store-fixtures';

vi.mock('electron', async () => (await import('../../../support/fake-electron')).fakeElectron);

let home = '';
let places: DataPlaces;
let restored = '';
beforeEach(async () => {
  electronState.reset();
  home = mkdtempSync(join(tmpdir(), 'vpdu-chosen-'));
  places = findDataPlaces(undefined, {
    platform: 'linux',
    home,
    environment: { XDG_CONFIG_HOME: join(home, 'config') },
  });
  restored = join(home, 'drive', 'data-2026-03-17-0800');
  for (const folder of [places.dataFolder, restored]) {
    const store = await openTestStore({ folder });
    await number(store, 1);
    await store.close();
  }
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

async function choose(folder: string): Promise<void> {
  const choice = createDataChoice({
    fs: nodeFileSystem,
    file: places.choiceFile,
    openFolder: places.dataFolder,
    tryToOpen: async () => ok(null),
  });
  unwrap(await choice.use(folder));
}
const takeDriveAway = (): void => renameSync(join(home, 'drive'), join(home, 'gone'));

describe('the folder to open', () => {
  it('is the own one, then the chosen one, then the previous one', async () => {
    expect(await followChoice(places)).toEqual(ok(places.dataFolder));
    await choose(restored);
    expect(await followChoice(places)).toEqual(ok(restored));
    expect(await goBack(places)).toEqual(ok(places.dataFolder));
    expect(await followChoice(places)).toEqual(ok(places.dataFolder));
    expect(await goBack(places)).toEqual(ok(restored));
  });

  it('is the named one, whatever was chosen', async () => {
    await choose(restored);
    const named = { ...places, dataFolder: join(home, 'named'), choiceFile: null };
    expect(await followChoice(named)).toEqual(ok(named.dataFolder));
    expect(await goBack(named)).toEqual(ok(named.dataFolder));
  });

  it.each(['gone', 'an empty place where the drive is connected'])(
    'is none where the chosen one is %s; both ways out are named and nothing is begun',
    async (how) => {
      await choose(restored);
      takeDriveAway();
      if (how !== 'gone') mkdirSync(restored, { recursive: true });
      const followed = await followChoice(places);
      if (followed.ok) throw new Error('opened');
      expect(followed.error.previous).toBe(places.dataFolder);
      for (const words of [restored, 'nối lại ổ đĩa', `mở thư mục trước: “${places.dataFolder}”`])
        expect(followed.error.message).toContain(words);
      expect(existsSync(restored) ? readdirSync(restored) : []).toEqual([]);
      rmSync(join(home, 'drive'), { recursive: true, force: true });
      renameSync(join(home, 'gone'), join(home, 'drive'));
      expect(await followChoice(places)).toEqual(ok(restored));
    },
  );

  it.each(['', '{"folder":', '{"folder":"relative","previous":null}'])(
    'is none where the choice can not be read (%j)',
    async (content) => {
      writeFileSync(places.choiceFile ?? '', content);
      const followed = await followChoice(places);
      if (followed.ok) throw new Error('opened');
      expect(followed.error.message).toContain('chosen-data.json');
      expect(await goBack(places)).toEqual(ok(places.dataFolder));
      expect(await followChoice(places)).toEqual(ok(places.dataFolder));
    },
  );

  it('is not made anew where the previous one is gone too', async () => {
    await choose(restored);
    takeDriveAway();
    rmSync(places.dataFolder, { recursive: true });
    expect(await goBack(places)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(existsSync(places.dataFolder)).toBe(false);
  });
});

describe('the window asks where the chosen folder is gone', () => {
  it('and opens the previous one', async () => {
    await choose(restored);
    takeDriveAway();
    electronState.dialogAnswers.message = { response: 1 };
    expect(await openChosenFolder(places)).toBe(places.dataFolder);
    const [[, options] = ['', {}]] = electronState.dialogsShown;
    expect(options).toMatchObject({ buttons: ['Thử lại', 'Mở thư mục trước', 'Thoát'], cancelId: 2 });
  });
  it('and leaves', async () => {
    await choose(restored);
    takeDriveAway();
    electronState.dialogAnswers.message = { response: 2 };
    expect(await openChosenFolder(places)).toBeNull();
  });
  it('and asks nothing where it is there', async () => {
    await choose(restored);
    expect(await openChosenFolder(places)).toBe(restored);
    expect(electronState.dialogsShown).toEqual([]);
  });
});
