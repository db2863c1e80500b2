/** Entry of the command line: a verb, its arguments, one answer, an exit status (0 done, 1 refused, 2 wrong usage). */
import { join } from 'node:path';
import { userInfo } from 'node:os';
import { createSpawnWorker } from '../adapters/work/spawn';
import { compose, composeTools } from '../compose';
import { findDataPlaces } from '../host/data-folder';
import { describeInstallation } from '../host/installation';
import { COMMON_OPTIONS, findVerb, helpOf, overview, parseArguments } from './arguments';
import { createSession, type Session } from './session';
import { RefusedError, UsageError, type Arguments, type Outcome, type Verb } from './verb';
import { verbs } from './verbs';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(words: readonly string[]): Promise<number> {
  const named = words.filter((word, index) => !word.startsWith('-') && index < 2);
  const verb = findVerb(verbs, named);
  const wantsHelp = words.includes('--help') || words.includes('-h');
  if (!verb) {
    (wantsHelp || words.length === 0 ? process.stdout : process.stderr).write(`${overview(verbs)}\n`);
    return wantsHelp ? 0 : 2;
  }
  if (wantsHelp) {
    process.stdout.write(`${helpOf(verb)}\n`);
    return 0;
  }
  return runVerb(verb, words.slice(verb.name.split(' ').length));
}
