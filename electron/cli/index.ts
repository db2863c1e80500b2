/** Entry of the command line: a verb, its arguments, one answer, an exit status (0 done, 1 refused, 2 wrong usage). */
import { join } from 'node:path';
import { fail, ok } from '../../shared/result';
import { fixedClock } from '../adapters/system/clock';
import { spawnWorker } from '../adapters/workers/spawn';
import { compose, composeTools } from '../compose';
import { followChoice } from '../host/chosen-folder';
import { findDataPlaces } from '../host/data-folder';
import { describeInstallation, userName } from '../host/installation';
import { findVerb, helpOf, overview, parseArguments, unknownVerb } from './arguments';
import { createSession } from './session';
import { RefusedError, UsageError } from './errors';
import { answerUnexpected } from './unexpected';
import type { Arguments, Verb } from './verb';
import { verbs } from './verbs';

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

const print = (text: string): boolean => process.stdout.write(`${text}\n`);
const say = (text: string): void => void process.stderr.write(`${text}\n`);

// A reader such as `head` that has seen enough is no fault.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
  process.exit(process.exitCode);
});

async function main(words: readonly string[]): Promise<number> {
  const verb = findVerb(verbs, words);
  const wantsHelp = words.includes('--help') || words.includes('-h');
  if (wantsHelp) {
    print(verb ? helpOf(verb) : overview(verbs, words));
    return DONE;
  }
  const wrong = (error: UsageError): number => {
    say(error.message);
    if (words.includes('--json'))
      print(
        JSON.stringify({ error: { code: 'BAD_REQUEST', message: error.message, details: error.details } }),
      );
    return WRONG_USAGE;
  };
  if (!verb) {
    if (words.every((word) => word.startsWith('-'))) say(overview(verbs));
    return wrong(unknownVerb(verbs, words));
  }
  try {
    const args = parseArguments(verb, words.slice(verb.name.split(' ').length));
    return await run(verb, args);
  } catch (error) {
    return error instanceof UsageError
      ? wrong(error)
      : answerUnexpected(error, words.includes('--json'), { print, say });
  }
}

async function run(verb: Verb, args: Arguments): Promise<number> {
  const installation = describeInstallation(join(import.meta.dirname, '..', '..'));
  const { resourcesFolder, version } = installation;
  const now = args.text('now');
  const clock = now === undefined ? null : fixedClock(now);
  if (clock && !clock.ok) throw new UsageError(clock.error.message);
  const by = args.text('by') ?? userName();
  // npm changes into the package's folder; the caller's own folder is where relative paths start.
  const workingFolder = process.env['VPDU_CALLER'] ?? process.cwd();
  const tools = composeTools({ resourcesFolder, spawnWorker, version, by });
  const places = findDataPlaces(undefined);
  /** The folder that the window opens too, unless another one was named. */
  const chosen = async (folder: string) =>
    folder === places.dataFolder && args.text('data') === undefined ? followChoice(places) : ok(folder);
  const session = createSession({
    open: async (asked, fixedNow) => {
      const folder = await chosen(asked);
      if (!folder.ok)
        return fail(
          'UNAVAILABLE',
          `${folder.error.message} Trên dòng lệnh: --data "${folder.error.previous}".`,
        );
      return compose({
        dataFolder: folder.value,
        resourcesFolder,
        host: 'cli',
        version,
        by,
        spawnWorker,
        ...(fixedNow === undefined ? {} : { now: fixedNow }),
      });
    },
    tools,
    workingFolder,
    dataFolder: args.text('data'),
    ownDataFolder: places.dataFolder,
    now,
    say,
  });
  try {
    const outcome = await verb.run(session, args);
    print(args.flag('json') ? JSON.stringify(outcome.json) : outcome.text);
    return outcome.refused ? REFUSED : DONE;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    if (args.flag('json')) print(JSON.stringify({ error: error.error }));
    else say(error.message);
    return REFUSED;
  } finally {
    await session.close();
    await tools.close();
  }
}

process.exitCode = await main(process.argv.slice(2));
