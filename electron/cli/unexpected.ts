/** A mistake of the program on the command line: an answer like any other, never a bare stack. */
import { INTERNAL_SENTENCE } from '../../shared/app/guard';

const REFUSED = 1;

interface Streams {
  /** stdout. */
  readonly print: (text: string) => void;
  /** stderr. */
  readonly say: (text: string) => void;
}

/** Answers INTERNAL: with `json` as `{error}` on stdout, else as a sentence on stderr. Returns the exit status. */
export function answerUnexpected(fault: unknown, json: boolean, { print, say }: Streams): number {
  const cause = fault instanceof Error ? fault.message : String(fault);
  if (json)
    print(JSON.stringify({ error: { code: 'INTERNAL', message: INTERNAL_SENTENCE, details: { cause } } }));
  else say(`${INTERNAL_SENTENCE} (Chi tiết cho người phụ trách: ${cause})`);
  return REFUSED;
}
