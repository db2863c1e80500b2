/** Where the running text of each page begins and ends across: by its own lines and by those of the other pages. */
import type { Measure, TextLine } from './lines';

const SAME = 3;
/** A page with so many lines tells its edges by itself. */
const ENOUGH = 15;

interface Lines {
  readonly lines: readonly TextLine[];
  /** Of the paper. */
  readonly width: number;
}

/** The outermost edges that two lines share. Null where too few lines tell. */
export function measureOf(lines: readonly TextLine[]): Measure | null {
  const lefts = lines.map(({ left }) => left).sort((one, other) => one - other);
  const rights = lines.map(({ right }) => right).sort((one, other) => other - one);
  const shared = (edges: readonly number[]) =>
    edges.find((edge) => edges.filter((one) => Math.abs(one - edge) <= SAME).length >= 2) ?? edges[0];
  const [left, right] = [shared(lefts), shared(rights)];
  return lines.length < 4 || left === undefined || right === undefined ? null : { left, right };
}

/**
 * Pages of one width have the same edges. In a file for printing on both sides the back pages have them moved: a page
 * with few lines takes the edges of the fuller pages, moved to where its own lines stand.
 */
export function measuresOf(pages: readonly Lines[]): readonly (Measure | null)[] {
  const own = pages.map((page, index) => ({ ...page, index, measure: measureOf(page.lines) }));
  return own.map(({ lines, width, index, measure }) => {
    const alike = own.filter(
      (other) =>
        other.index !== index &&
        Math.abs(other.width - width) < 2 &&
        other.measure !== null &&
        other.lines.length > Math.min(lines.length, ENOUGH - 1),
    );
    const sameSide = alike.filter((other) => other.index % 2 === index % 2);
    const [model] = [...(sameSide.length > 0 ? sameSide : alike)].sort(
      (one, other) => other.lines.length - one.lines.length,
    );
    if (!model?.measure) return measure;
    if (!measure) return within(lines, model.measure) ? model.measure : moved(lines, model.measure);
    if (lines.length >= ENOUGH) {
      // Only indented lines: the edge is where the other pages have it.
      const agrees = Math.abs(measure.right - model.measure.right) < 2 * SAME;
      return agrees && model.measure.left < measure.left ? model.measure : measure;
    }
    return within(lines, model.measure) ? model.measure : moved(lines, model.measure);
  });
}

function within(lines: readonly TextLine[], { left, right }: Measure): boolean {
  return lines.every((line) => line.left >= left - SAME && line.right <= right + SAME);
}

function moved(lines: readonly TextLine[], { left, right }: Measure): Measure {
  const first = Math.min(...lines.map((line) => line.left));
  return { left: first, right: Math.max(first + right - left, ...lines.map((line) => line.right)) };
}
