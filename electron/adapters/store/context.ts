/** What the parts of the store share. */
import type { Tables, View } from '../../../shared/records';
import type { StoreFault } from '../../../shared/ports/store';
import type { Clock, Hash, Ids } from '../../../shared/ports/system';
import type { AggregateKind } from '../../../shared/schema/aggregates';
import type { Migration } from '../../../shared/schema/migrate';
import type { FileSystem } from './file-system';

/** A catalogue row's content, from the aggregate's records. */
export type Summarize = (kind: AggregateKind, view: View<Tables>) => Record<string, unknown>;

export interface StoreContext {
  /** Absolute. */
  readonly folder: string;
  readonly fs: FileSystem;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly hash: Hash;
  /** Author of what the store does by itself (recovery, migration). */
  readonly by: string;
  readonly appVersion: string;
  readonly summarize: Summarize;
  readonly migrations: readonly Migration[];
  readonly schemaVersions: Readonly<Record<AggregateKind, number>>;
  /** What recovery did; grows while the store is open. */
  readonly notices: StoreFault[];
  /** Vietnamese sentence, or null while the store can be written. */
  readOnlyBecause: string | null;
}
