/** A turn of the event loop: what came in meanwhile is answered first. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Turns } from '../../../shared/ports/system';

export const nodeTurns: Turns = { next: () => nextTurn() };
