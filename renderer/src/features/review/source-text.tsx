import { memo, useMemo, type ReactNode } from 'react';
import type { PlanItem } from '../../../../shared/domain/plan/model';

interface Piece {
  readonly start: number;
  readonly end: number;
  /** Innermost first. */
  readonly items: readonly PlanItem[];
}

/** Cuts the text where items begin and end; nested items (a date inside a task) share a piece. */
export function cutText(length: number, items: readonly PlanItem[]): readonly Piece[] {
  const placed = items.flatMap((item) =>
    item.source && !item.dropped && item.source.end > item.source.start ? [{ item, ...item.source }] : [],
  );
  const cuts = [...new Set([0, length, ...placed.flatMap(({ start, end }) => [start, end])])]
    .filter((cut) => cut >= 0 && cut <= length)
    .sort((left, right) => left - right);
  const pieces: Piece[] = [];
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1];
    if (end === undefined) break;
    const covering = placed
      .filter((each) => each.start <= start && each.end >= end)
      .sort((left, right) => left.end - left.start - (right.end - right.start));
    pieces.push({ start, end, items: covering.map((each) => each.item) });
  }
  return pieces;
}

interface SourceTextProps {
  readonly text: string;
  readonly items: readonly PlanItem[];
  readonly onPick: (id: string) => void;
  readonly onHover: (id: string | null) => void;
}

/** The text as it stands; what was recognised is marked by kind. Marks name their items in `data-items`. */
export const SourceText = memo(function SourceText({
  text,
  items,
  onPick,
  onHover,
}: SourceTextProps): ReactNode {
  const pieces = useMemo(() => cutText(text.length, items), [text, items]);
  return (
    <div className="source-text">
      {pieces.map(({ start, end, items: covering }) => {
        const words = text.slice(start, end);
        const [inner] = covering;
        if (!inner)
          return (
            <span key={start} data-start={start}>
              {words}
            </span>
          );
        return (
          <mark
            key={start}
            data-start={start}
            data-items={covering.map((item) => item.id).join(' ')}
            className={`k-${inner.kind}${covering.some((item) => item.doubt !== '' && !item.accepted) ? ' doubtful' : ''}`}
            onClick={() => onPick(inner.id)}
            onMouseEnter={() => onHover(inner.id)}
            onMouseLeave={() => onHover(null)}
          >
            {words}
          </mark>
        );
      })}
    </div>
  );
});
