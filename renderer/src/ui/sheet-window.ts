/** Which rows and columns of a large table are on the screen. */
import { useLayoutEffect, useState, type RefObject } from 'react';

/** Heights and widths in pixels, as in sheet-grid.css. */
export const ROW = 26;
export const HEAD = 46;
export const NAME = 250;
/** Beyond the edges, so that a fast wheel shows no white. */
const SPARE = 3;

/** Left edge of each column, and the right edge of the last. */
export function columnOffsets(columns: readonly { readonly width: number }[]): readonly number[] {
  const offsets = [0];
  for (const { width } of columns) offsets.push((offsets.at(-1) ?? 0) + width);
  return offsets;
}

export interface SheetWindow {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

interface Frame {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

function frameOf(element: HTMLElement, offsets: readonly number[]): Frame {
  const { scrollTop, scrollLeft, clientWidth, clientHeight } = element;
  const right = scrollLeft + clientWidth - NAME;
  const firstColumn = Math.max(0, offsets.findLastIndex((left) => left <= scrollLeft) - 1);
  const beyond = offsets.findIndex((left) => left > right);
  return {
    firstRow: Math.max(0, Math.floor(scrollTop / ROW) - SPARE),
    lastRow: Math.ceil((scrollTop + clientHeight) / ROW) + SPARE,
    firstColumn,
    lastColumn: beyond < 0 ? offsets.length - 1 : beyond,
  };
}

const span = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

export function useSheetWindow(
  scroller: RefObject<HTMLElement | null>,
  rowCount: number,
  offsets: readonly number[],
): SheetWindow {
  const [frame, setFrame] = useState<Frame>({ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = () =>
      setFrame((before) => {
        const now = frameOf(element, offsets);
        const same = (Object.keys(now) as (keyof Frame)[]).every((key) => now[key] === before[key]);
        return same ? before : now;
      });
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, offsets]);
  return {
    rows: span(frame.firstRow, Math.min(frame.lastRow, rowCount - 1)),
    columns: span(frame.firstColumn, Math.min(frame.lastColumn, offsets.length - 2)),
  };
}
