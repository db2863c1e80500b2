/**
 * On a build machine every run tries the same cases, so that a red run means the change and nothing else; at a desk
 * each run tries new ones. `FC_SEED=n` repeats a run.
 */
import { configureGlobal } from 'fast-check';

const BUILD_SEED = 20_261_121;
const asked = process.env['FC_SEED'];

if (asked !== undefined) configureGlobal({ seed: Number(asked) });
else if (process.env['CI'] !== undefined) configureGlobal({ seed: BUILD_SEED });
