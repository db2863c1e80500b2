/** Widths of a table whose rows are drawn as they come in sight: such a table needs each column's in pixels. */
import { useLayoutEffect, useState, type RefObject } from 'react';

/** Before anything is measured: the narrowest window that people work in. */
const AT_FIRST = 900;
/** A column that names no width takes what is left, never less than this. */
const LEAST = 140;
/** The bar at the side, and the frame's own lines. */
const BAR = 18;

/** The pixels inside a frame that a table may take; follows the window. */
export function useWidth(frame: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(AT_FIRST);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => setWidth(Math.max(320, element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}

/**
 * The columns made narrower by one measure where together they are wider than `width`: nothing is to be scrolled to
 * sideways, long texts break into two lines. Where there is room they stay as they are.
 */
export function fitColumns<C extends { readonly width?: number }>(
  columns: readonly C[],
  width: number,
): readonly C[] {
  const room = width - BAR;
  const wished = columns.reduce((sum, column) => sum + (column.width ?? LEAST), 0);
  if (wished <= room) return columns;
  return columns.map((column) => ({
    ...column,
    width: Math.floor(((column.width ?? LEAST) * room) / wished),
  }));
}
