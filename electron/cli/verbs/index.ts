import { demoVerb } from '../demo/demo';
import type { Verb } from '../verb';
import { archiveVerbs } from './archive';
import { chaseVerbs } from './chase';
import { composeVerbs } from './compose';
import { dispatchVerbs } from './dispatch';
import { obligationVerbs } from './obligation';
import { officeVerbs } from './office';
import { planVerbs } from './plan';
import { reportVerbs } from './report';

/** Every verb of the command line, in the order of the office's work. */
export const verbs: readonly Verb[] = [
  ...planVerbs,
  ...composeVerbs,
  ...officeVerbs,
  ...dispatchVerbs,
  ...reportVerbs,
  ...obligationVerbs,
  ...chaseVerbs,
  ...archiveVerbs,
  demoVerb,
];
