/** What a verb of the command line is: its words, its options, and what it does with a session. */
import type { ParseArgsConfig } from 'node:util';
import type { Session } from './session';

export type OptionSpec = NonNullable<ParseArgsConfig['options']>[string] & {
  /** How the value is shown in `--help`, e.g. "2026-Q1". */
  readonly value?: string;
  /** Vietnamese. */
  readonly help: string;
  readonly required?: boolean;
};

export interface Arguments {
  readonly positionals: readonly string[];
  /** The value of an option, or undefined. */
  text(name: string): string | undefined;
  /** The value of a required option. */
  required(name: string): string;
  flag(name: string): boolean;
  /** "a,b;c" → ["a", "b", "c"]; undefined when the option was not given. */
  list(name: string): string[] | undefined;
  integer(name: string): number | undefined;
  positional(index: number): string;
}

/** What a verb answers. `refused`: the work was refused or partly refused → exit status 1. */
export interface Outcome {
  readonly json: unknown;
  /** Vietnamese, for a person. */
  readonly text: string;
  readonly refused?: boolean;
}

export interface Verb {
  /** "plan import" */
  readonly name: string;
  /** "FILE" */
  readonly usage: string;
  /** Vietnamese sentence. */
  readonly help: string;
  /** Names of the positional arguments; the last may end in "…" for one or more. */
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Which host parts it needs: nothing, or the application over the data folder. */
  readonly run: (session: Session, args: Arguments) => Promise<Outcome>;
}
