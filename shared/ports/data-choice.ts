/** Which data folder the program opens at its next start; the host remembers it beside the data. */
import type { Result } from '../result';

export interface DataChoiceState {
  /** The folder that was open before this one, and can be gone back to. */
  readonly previous: string | null;
  /** Another folder than the open one, chosen for the next start. */
  readonly next: string | null;
  /** Vietnamese sentence why no other folder can be chosen here (`--data` names it), or null. */
  readonly fixedBecause: string | null;
}

export interface DataChoice {
  state(): Promise<DataChoiceState>;
  /**
   * Remembers `folder` (a plain name: beside the open one) for the next start; the open one becomes the previous.
   * Choosing the open one takes a choice back. NOT_FOUND where no data lie, FORBIDDEN where the folder is fixed, the
   * store's own refusals where the data can't be opened.
   */
  use(folder: string): Promise<Result<{ folder: string; previous: string | null }>>;
}
