/** Sure fixes that can be made together: of findings that stand, none over another's words. */
import type { LintFinding } from '../../../../shared/rpc/contract/lint';

export interface CertainFinding extends LintFinding {
  readonly fix: NonNullable<LintFinding['fix']>;
}

/** In the order of the text; where two would change the same words, the first alone. */
export function certainEdits(findings: readonly LintFinding[]): readonly CertainFinding[] {
  const fixable = findings.flatMap((finding): CertainFinding[] =>
    finding.fix?.sure === true && finding.ignored === null ? [{ ...finding, fix: finding.fix }] : [],
  );
  const startOf = ({ fix }: CertainFinding): number => Math.min(...fix.edits.map(({ start }) => start));
  const endOf = ({ fix }: CertainFinding): number => Math.max(...fix.edits.map(({ end }) => end));
  const kept: CertainFinding[] = [];
  let taken = -1;
  for (const finding of [...fixable].sort((a, b) => startOf(a) - startOf(b))) {
    if (startOf(finding) <= taken) continue;
    kept.push(finding);
    taken = endOf(finding);
  }
  return kept;
}
