import { demoVerb } from '../demo/demo';
import type { Verb } from '../verb';
import { archiveVerbs } from './archive';
import { calendarVerbs } from './calendar';
import { chaseVerbs } from './chase';
import { composeVerbs } from './compose';
import { conferenceVerbs } from './conference';
import { dispatchVerbs } from './dispatch';
import { registerVerbs } from './register';
import { incomingVerbs } from './incoming';
import { obligationVerbs } from './obligation';
import { officeVerbs } from './office';
import { planVerbs } from './plan';
import { planCheckVerb } from './plan-check';
import { reportVerbs } from './report';
import { reportExchangeVerbs } from './report-exchange';
import { reportFigureVerbs } from './report-figures';
import { taskVerbs } from './task';
import { searchVerbs } from './search';

/** Every verb of the command line, in the order of the office's work. */
export const verbs: readonly Verb[] = [
  ...planVerbs,
  planCheckVerb,
  ...composeVerbs,
  ...officeVerbs,
  ...dispatchVerbs,
  ...registerVerbs,
  ...incomingVerbs,
  ...reportVerbs,
  ...reportFigureVerbs,
  ...reportExchangeVerbs,
  ...obligationVerbs,
  ...chaseVerbs,
  ...taskVerbs,
  ...calendarVerbs,
  ...conferenceVerbs,
  ...archiveVerbs,
  ...searchVerbs,
  demoVerb,
];
