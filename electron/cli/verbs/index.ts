import { demoVerb } from '../demo/demo';
import type { Verb } from '../verb';
import { archiveVerbs } from './archive';
import { chaseVerbs } from './chase';
import { dispatchVerbs } from './dispatch';
import { incomingVerbs } from './incoming';
import { obligationVerbs } from './obligation';
import { officeVerbs } from './office';
import { planVerbs } from './plan';
import { reportVerbs } from './report';

/** Every verb of the command line, in the order of the office's work. */
export const verbs: readonly Verb[] = [
  ...planVerbs,
  ...officeVerbs,
  ...dispatchVerbs,
  ...incomingVerbs,
  ...reportVerbs,
  ...obligationVerbs,
  ...chaseVerbs,
  ...archiveVerbs,
  demoVerb,
];
