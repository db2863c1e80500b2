/** The store for hosts: what `compose` needs and nothing else. */
export { createBackups } from './backups';
export { createDataChoice, holdsData, readChoice, writeChoice, type RememberedChoice } from './data-choice';
export { nodeFileSystem } from './file-system';
export { openStore } from './open-store';
export { createTextCache } from './text-cache';
