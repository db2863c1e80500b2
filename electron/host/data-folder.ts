/** Where the data lies: the same answer for the window, the loopback host and the command line. */
import { homedir } from 'node:os';
import { isAbsolute, join, posix, resolve, win32 } from 'node:path';

/** ASCII and short: it stands in every path of the store. */
const APPLICATION_FOLDER = 'VPDU Desk';

export interface DataPlaces {
  readonly dataFolder: string;
  /** Chromium's own files (window only). One a data folder, so that each has its own single instance. */
  readonly windowFolder: string;
  /** Where a chosen data folder is remembered; null where `--data` or `VPDU_DATA` names the folder. */
  readonly choiceFile: string | null;
}

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

export function thisMachine(): Surroundings {
  return { platform: process.platform, environment: process.env, home: homedir() };
}

/**
 * The places to use, before a choice that was remembered is followed (`chosen-folder.ts`). `asked` is `--data DIR`; else `VPDU_DATA`; else `%LOCALAPPDATA%\VPDU Desk\data` on Windows and
 * the user's configuration folder elsewhere.
 */
export function findDataPlaces(asked: string | undefined, machine: Surroundings = thisMachine()): DataPlaces {
  const override = asked ?? machine.environment['VPDU_DATA'];
  if (override !== undefined && override !== '') {
    const dataFolder = isAbsolute(override) ? override : resolve(override);
    return { dataFolder, windowFolder: `${dataFolder}-window`, choiceFile: null };
  }
  const base = applicationFolder(machine);
  const path = machine.platform === 'win32' ? win32 : posix;
  return {
    dataFolder: path.join(base, 'data'),
    windowFolder: path.join(base, 'window'),
    choiceFile: path.join(base, 'chosen-data.json'),
  };
}

function applicationFolder({ platform, environment, home }: Surroundings): string {
  if (platform === 'win32')
    return win32.join(
      environment['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local'),
      APPLICATION_FOLDER,
    );
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', APPLICATION_FOLDER);
  return posix.join(environment['XDG_CONFIG_HOME'] ?? join(home, '.config'), APPLICATION_FOLDER);
}

/** The value of `--data DIR` or `--data=DIR` among a host's arguments. */
export function dataArgument(words: readonly string[]): string | undefined {
  const index = words.findIndex((word) => word === '--data' || word.startsWith('--data='));
  const word = words[index];
  if (word === undefined) return undefined;
  return word === '--data' ? words[index + 1] : word.slice('--data='.length);
}
