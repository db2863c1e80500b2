/** Which rows and columns of a large table are on the screen. */
import { useLayoutEffect, useState, type RefObject } from 'react';

/** Heights and widths in pixels, as in sheet-grid.css. */
export const ROW = 26;
export const HEAD = 46;
/** The names' column is never narrower, nor wider than this: a whole sentence beside figures is read in two looks. */
const LEAST_NAME = 220;
const MOST_NAME = 560;
/** Of a table that is wider than the window, names keep at most this part: the figures are what is typed. */
const NAME_SHARE = 0.3;
/** Padding, border, and the sign with its space. */
const AROUND_NAME = 44;
/** Only the longest by letters are measured. */
const MEASURED = 12;
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

function frameOf(element: HTMLElement, offsets: readonly number[], name: number): Frame {
  const { scrollTop, scrollLeft, clientWidth, clientHeight } = element;
  const right = scrollLeft + clientWidth - name;
  const firstColumn = Math.max(0, offsets.findLastIndex((left) => left <= scrollLeft) - 1);
  const beyond = offsets.findIndex((left) => left > right);
  return {
    firstRow: Math.max(0, Math.floor(scrollTop / ROW) - SPARE),
    lastRow: Math.ceil((scrollTop + clientHeight) / ROW) + SPARE,
    firstColumn,
    lastColumn: beyond < 0 ? offsets.length - 1 : beyond,
  };
}

/**
 * Width of the names' column: as wide as the longest name asks, but only of what the figures leave free (or of its share,
 * where they leave nothing).
 */
export function nameWidth(wanted: number, inside: number, figures: number): number {
  const free = Math.max(inside - figures, inside * NAME_SHARE);
  return Math.floor(Math.max(LEAST_NAME, Math.min(wanted, free, MOST_NAME)));
}

/** Pixels that the longest name takes in the table's own font, as bold as the row on which one stands. */
function widestName(element: HTMLElement, names: readonly string[]): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return LEAST_NAME;
  const { fontSize, fontFamily } = getComputedStyle(element);
  context.font = `600 ${fontSize} ${fontFamily}`;
  const longest = names.toSorted((a, b) => b.length - a.length).slice(0, MEASURED);
  return Math.max(0, ...longest.map((name) => context.measureText(name).width)) + AROUND_NAME;
}

/** The names' column follows the window and the names; it never moves while one types. */
export function useNameWidth(
  scroller: RefObject<HTMLElement | null>,
  names: readonly string[],
  figures: number,
): number {
  const [width, setWidth] = useState(LEAST_NAME);
  const all = names.join('\n');
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const wanted = widestName(element, all.split('\n'));
    const look = () => setWidth(nameWidth(wanted, element.clientWidth, figures));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, all, figures]);
  return width;
}

const span = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

export function useSheetWindow(
  scroller: RefObject<HTMLElement | null>,
  rowCount: number,
  offsets: readonly number[],
  name: number,
): SheetWindow {
  const [frame, setFrame] = useState<Frame>({ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = () =>
      setFrame((before) => {
        const now = frameOf(element, offsets, name);
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
  }, [scroller, offsets, name]);
  return {
    rows: span(frame.firstRow, Math.min(frame.lastRow, rowCount - 1)),
    columns: span(frame.firstColumn, Math.min(frame.lastColumn, offsets.length - 2)),
  };
}
