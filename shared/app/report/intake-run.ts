/** What all files of one intake share, and what became of each. */
import type { PlainDate } from '../../date/plain-date';
import type { IntakeFault } from '../../domain/report/intake-model';
import type { RawForm } from '../../ports/documents';
import type { Result } from '../../result';
import type { IdentityProposal } from '../../rpc/contract/intake';
import type { ImportReply } from '../../rpc/contract/report';
import type { App, OfficeState } from '../application';
import type { CallContext } from '../handlers';
import type { IntakeFile } from './intake-files';
import type { AskedPeriod } from './read-identity';
import type { Rivals } from './rivals';

export type AcceptedRow = ImportReply['accepted'][number];

/** Whose report a file is. */
export interface Whose {
  readonly dossierId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly period: string;
}

/** What became of one file. */
export type FileOutcome = { readonly file: IntakeFile; readonly sha256: string | null } & (
  | {
      readonly kind: 'accepted' | 'changed';
      readonly whose: Whose;
      readonly row: AcceptedRow;
      readonly version: number;
    }
  | { readonly kind: 'unchanged'; readonly whose: Whose }
  /** Another form of the unit stands. */
  | { readonly kind: 'set-aside'; readonly whose: Whose; readonly stands: string | null }
  | {
      readonly kind: 'quarantined';
      readonly whose: Partial<Whose>;
      readonly faults: readonly IntakeFault[];
      readonly proposals: readonly IdentityProposal[];
      /** The bytes for the tray; null where they may or need not be kept. */
      readonly keep: Uint8Array | null;
    }
);

/** A file after the slow part: opened, parsed, its sha256 known. Reading may run ahead of taking in. */
export interface ReadFile {
  readonly file: IntakeFile;
  readonly sha256: string | null;
  readonly read: Result<{ readonly bytes: Uint8Array; readonly raw: RawForm }>;
}

/** What all files of one run share. */
export interface Run {
  readonly app: App;
  readonly context: CallContext;
  readonly dryRun: boolean;
  readonly receivedOn: PlainDate | null;
  /** As in `AcceptCommand`. */
  readonly receivedTime: string | null | undefined;
  readonly office: OfficeState;
  /** Every period that any plan asked for; loaded when a form without identity turns up. */
  readonly asked: () => Promise<readonly AskedPeriod[]>;
  /** Several forms of one unit: which of them is taken. */
  readonly rivals: Rivals;
  /** sha256 → whose a person said it is. */
  readonly confirmed: ReadonlyMap<string, { dossierId: string; unit: string; period: string }>;
}
