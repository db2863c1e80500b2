/** Widths of a table whose rows are drawn as they come in sight: such a table needs each column's in pixels. */
import { useLayoutEffect, useState, type RefObject } from 'react';

/** Before anything is measured: the narrowest window that people work in. */
const AT_FIRST = 900;
/** A column that names no width takes what is left, never less than this. */
const REST = 140;
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
 * The columns with the pixels that each gets of `width`. Where there is room, each has what it names, and at least what
 * its heading needs on one line (`least`). Where there is none, all give way by one measure, headings last of all:
 * nothing is to be scrolled to sideways, long texts break into two lines.
 */
export function fitColumns<C extends { readonly width?: number }>(
  columns: readonly C[],
  width: number,
  least: (column: C) => number,
): readonly C[] {
  const room = width - BAR;
  const wished = columns.map((column) => Math.max(column.width ?? REST, least(column)));
  if (sum(wished) <= room)
    return columns.map((column, at) =>
      column.width === undefined ? column : { ...column, width: wished[at] ?? column.width },
    );
  const narrow = narrowed(
    columns.map((column) => ({ wish: column.width ?? REST, least: least(column) })),
    room,
  );
  return columns.map((column, at) => ({ ...column, width: Math.floor(narrow[at] ?? REST) }));
}

/** Wishes cut by one measure to fill `room`, none below its least where that is possible. */
function narrowed(
  columns: readonly { readonly wish: number; readonly least: number }[],
  room: number,
): readonly number[] {
  const leasts = sum(columns.map(({ least }) => least));
  if (leasts >= room) return columns.map(({ least }) => (least * room) / leasts);
  // Each turn sets at least one more column to its least, so there are no more turns than columns.
  let kept = new Set<number>();
  for (;;) {
    const free = columns.filter((_, at) => !kept.has(at));
    const left = room - sum(columns.map(({ least }, at) => (kept.has(at) ? least : 0)));
    const measure = left / sum(free.map(({ wish }) => wish));
    const short = new Set(
      columns.flatMap(({ wish, least }, at) => (kept.has(at) || wish * measure < least ? [at] : [])),
    );
    if (short.size === kept.size)
      return columns.map(({ wish, least }, at) => (kept.has(at) ? least : wish * measure));
    kept = short;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
