import type { Ports } from '../../ports/ports';
export interface SearchIndex {
  readonly ports: Ports;
}
export function createSearchIndex(ports: Ports): SearchIndex {
  return { ports };
}
