/** The whole contract: every host offers exactly these methods, and the renderer calls nothing else. */
import type { z } from 'zod';
import { archiveMethods } from './contract/archive';
import { calendarMethods } from './contract/calendar';
import { chaseMethods } from './contract/chase';
import { composingMethods } from './contract/composing';
import { deliveryMethods } from './contract/delivery';
import { conferenceMethods } from './contract/conference';
import { dispatchMethods } from './contract/dispatch';
import { documentMethods } from './contract/documents';
import { registerMethods } from './contract/register';
import { figureMethods } from './contract/figures';
import { entryMethods } from './contract/entry';
import { lintMethods } from './contract/lint';
import { narrativeMethods } from './contract/narrative';
import { incomingMethods } from './contract/incoming';
import { obligationMethods } from './contract/obligation';
import { intakeMethods } from './contract/intake';
import { officeMethods } from './contract/office';
import { planMethods } from './contract/plan';
import { reportMethods } from './contract/report';
import { scheduleMethods } from './contract/schedule';
import { searchMethods } from './contract/search';
import { taskMethods } from './contract/task';
import { todayMethods } from './contract/today';

export const contract = {
  ...officeMethods,
  ...planMethods,
  ...lintMethods,
  ...composingMethods,
  ...dispatchMethods,
  ...documentMethods,
  ...deliveryMethods,
  ...registerMethods,
  ...reportMethods,
  ...scheduleMethods,
  ...entryMethods,
  ...figureMethods,
  ...narrativeMethods,
  ...obligationMethods,
  ...incomingMethods,
  ...intakeMethods,
  ...chaseMethods,
  ...calendarMethods,
  ...conferenceMethods,
  ...archiveMethods,
  ...searchMethods,
  ...taskMethods,
  ...todayMethods,
} as const;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type QueryName = { [M in MethodName]: Contract[M]['kind'] extends 'query' ? M : never }[MethodName];
export type CommandName = Exclude<MethodName, QueryName>;
/** As the caller writes it (defaults may be left out). */
export type InputOf<M extends MethodName> = z.input<Contract[M]['input']>;
/** As the handler gets it. */
export type ParsedInputOf<M extends MethodName> = z.output<Contract[M]['input']>;
export type OutputOf<M extends MethodName> = z.output<Contract[M]['output']>;
