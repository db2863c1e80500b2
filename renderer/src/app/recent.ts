/** Pages that were looked at in this window, newest first: what the search offers before anything is typed. */
export interface RecentPage {
  readonly title: string;
  /** Path and search. */
  readonly address: string;
}

const KEY = 'vpdu.recent';
const KEPT = 8;

function isPage(value: unknown): value is RecentPage {
  return (
    typeof value === 'object' &&
    value !== null &&
    'title' in value &&
    typeof value.title === 'string' &&
    'address' in value &&
    typeof value.address === 'string'
  );
}

export function recentPages(): readonly RecentPage[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isPage) : [];
  } catch {
    return [];
  }
}

/** A page is kept once, under its last address: a dossier whichever of its tabs was open. */
export function rememberPage(title: string, address: string): void {
  const others = recentPages().filter((page) => page.title !== title);
  sessionStorage.setItem(KEY, JSON.stringify([{ title, address }, ...others].slice(0, KEPT)));
}
