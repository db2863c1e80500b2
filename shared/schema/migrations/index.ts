/** Every migration ever shipped, oldest first. Contiguous a kind: `tests/unit/shared/schema/migrate.test.ts`. */
import type { Migration } from '../migrate';
import { officeSaysWhoAddsUp } from './0001-office-says-who-adds-up';
import { reportsNameTheirParts } from './0002-reports-name-their-parts';

export const MIGRATIONS: readonly Migration[] = [officeSaysWhoAddsUp, reportsNameTheirParts];
