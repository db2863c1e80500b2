import type { ReactNode } from 'react';
import type { PlanTextPartProps } from './plan-text-part';

/** The plan's text, line by line. */
export function ContentPart({ dossier }: PlanTextPartProps): ReactNode {
  return (
    <div className="source-text scroll" aria-label="Nội dung kế hoạch" role="region" tabIndex={0}>
      {dossier.plan.text.split('\n').map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </div>
  );
}
