/** The window's place and size, remembered between sessions. */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const boundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximized: z.boolean(),
});
export type Bounds = z.infer<typeof boundsSchema>;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const MINIMUM_SIZE = { width: 960, height: 600 } as const;
/** What an office PC has: 1366×768 less the taskbar. */
const DEFAULT_SIZE = { width: 1366, height: 728 } as const;

/** Remembered bounds, or null where there are none that can be read. */
export function readBounds(file: string): Bounds | null {
  try {
    return boundsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Losing them costs a person nothing, so a failed write is no error. */
export async function saveBounds(file: string, bounds: Bounds): Promise<void> {
  await mkdir(dirname(file), { recursive: true }).catch(() => undefined);
  await writeFile(file, JSON.stringify(bounds)).catch(() => undefined);
}

/** Where to open: as remembered where a screen still shows it, else the default size on the first screen. */
export function placeWindow(
  remembered: Bounds | null,
  screens: readonly Area[],
): { x?: number; y?: number; width: number; height: number; maximized: boolean } {
  const [first] = screens;
  const visible = remembered && screens.some((screen) => overlaps(screen, remembered));
  if (remembered && visible) return remembered;
  return {
    width: Math.min(DEFAULT_SIZE.width, first?.width ?? DEFAULT_SIZE.width),
    height: Math.min(DEFAULT_SIZE.height, first?.height ?? DEFAULT_SIZE.height),
    maximized: remembered?.maximized ?? false,
  };
}

/** At least a handle of 100 × 50 of it can be seen. */
function overlaps(screen: Area, bounds: Area): boolean {
  const width = Math.min(screen.x + screen.width, bounds.x + bounds.width) - Math.max(screen.x, bounds.x);
  const height = Math.min(screen.y + screen.height, bounds.y + bounds.height) - Math.max(screen.y, bounds.y);
  return width >= 100 && height >= 50;
}
