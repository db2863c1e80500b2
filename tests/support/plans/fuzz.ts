/** Reads many damaged plans and counts what goes wrong: crashes, lost words, readings that take too long. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocumentBytes } from '../../../electron/adapters/intake/read-document';
import { parsedPlanSchema } from '../../../shared/domain/plan/parsed';
import { readPlan, type SourceDocument } from '../../../shared/domain/plan/reading/read-plan';
import { faultOf, words } from './kept-words';
import { damagedBytes, docxOf, mutatedText, randomFrom } from './mutate';

export interface FuzzOutcome {
  readonly texts: number;
  readonly documents: number;
  /** Damaged files that were refused in a sentence, as they should be. */
  readonly refused: number;
  readonly crashes: number;
  readonly slow: number;
  readonly lossy: number;
  /** The longest reading, in milliseconds. */
  readonly longest: number;
  /** "run 17: …", at most twenty. */
  readonly problems: readonly string[];
}

const TOO_LONG = 2000;

/** `runs` damaged plans from `folders`, the same for the same seed: of six, four texts, one .docx, one damaged .docx. */
export async function fuzzPlans(options: {
  readonly runs: number;
  readonly seed: number;
  readonly folders: readonly string[];
  readonly progress?: (done: number) => void;
}): Promise<FuzzOutcome> {
  const plans = options.folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:txt|md)$/.test(name))
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  const count = { texts: 0, documents: 0, refused: 0, crashes: 0, slow: 0, lossy: 0, longest: 0 };
  const problems: string[] = [];
  const report = (run: number, what: string) => {
    if (problems.length < 20) problems.push(`run ${run}: ${what}`);
  };
  for (let run = 0; run < options.runs; run++) {
    const random = randomFrom(options.seed * 1_000_003 + run);
    const text = mutatedText(plans[Math.floor(random() * plans.length)] ?? '', random);
    const kind = run % 6;
    try {
      const isText = kind < 4;
      const bytes = isText ? new TextEncoder().encode(text) : await docxOf(text, random);
      const start = performance.now();
      const document = await readDocumentBytes(
        kind === 5 ? damagedBytes(bytes, random) : bytes,
        isText ? 'a.txt' : 'a.docx',
      );
      if (isText) count.texts++;
      else count.documents++;
      if (!document.ok) {
        count.refused++;
        if (kind !== 5) report(run, `refused: ${document.error.message}`);
        continue;
      }
      const reading = readPlan(document.value);
      const taken = performance.now() - start;
      parsedPlanSchema.parse(reading.plan);
      count.longest = Math.max(count.longest, Math.round(taken));
      if (taken > TOO_LONG) {
        count.slow++;
        report(run, `took ${Math.round(taken)} ms`);
      }
      const fault = faultOf(reading) ?? (kind === 4 ? lostByIntake(document.value, reading.text) : null);
      if (fault !== null) {
        count.lossy++;
        report(run, fault);
      }
    } catch (error) {
      count.crashes++;
      report(run, String(error));
    }
    options.progress?.(run + 1);
  }
  return { ...count, problems };
}

/** Words of a document's blocks that its normalised text lacks. */
function lostByIntake(document: SourceDocument, text: string): string | null {
  const printed = document.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.text]
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs.map((one) => one.text))),
  );
  const kept = new Map<string, number>();
  for (const word of words(text)) kept.set(word, (kept.get(word) ?? 0) + 1);
  const lost = words(printed.join(' ')).filter((word) => {
    const left = kept.get(word) ?? 0;
    kept.set(word, left - 1);
    return left <= 0 && word.toLowerCase() !== 'trang';
  });
  return lost.length === 0 ? null : `lost by the intake: ${lost.slice(0, 12).join(' ')}`;
}
