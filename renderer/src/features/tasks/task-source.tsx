import { useEffect, useRef, type ReactNode } from 'react';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { SourceText } from '../review/source-text';
import '../review/review.css';
import './tasks.css';

const nothing = () => undefined;

/** The plan's text where the task stands, its words lit. */
export function TaskSource({
  dossier,
  itemId,
}: {
  readonly dossier: DossierView;
  readonly itemId: string;
}): ReactNode {
  const frame = useRef<HTMLElement>(null);
  const item = dossier.items.find(({ id }) => id === itemId);
  const placed = item?.source != null;
  useEffect(() => {
    const marks = frame.current?.querySelectorAll<HTMLElement>('mark[data-items]') ?? [];
    for (const mark of marks) {
      const own = (mark.dataset['items'] ?? '').split(' ').includes(itemId);
      mark.classList.toggle('lit', own);
    }
    frame.current?.querySelector('mark.lit')?.scrollIntoView({ block: 'center' });
  }, [itemId]);
  return (
    <section ref={frame} className="task-source" aria-label="Lời kế hoạch">
      {placed ? (
        <SourceText text={dossier.plan.text} items={dossier.items} onPick={nothing} onHover={nothing} />
      ) : (
        <p className="muted">Nhiệm vụ này được thêm bằng tay nên không có lời trong văn bản.</p>
      )}
    </section>
  );
}
