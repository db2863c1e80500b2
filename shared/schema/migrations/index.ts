/** Every migration ever shipped, oldest first. Contiguous a kind: `tests/unit/shared/schema/migrate.test.ts`. */
import type { Migration } from '../migrate';

/** None yet: version 1 is the first that was released. */
export const MIGRATIONS: readonly Migration[] = [];
