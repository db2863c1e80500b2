/** The store for hosts: what `compose` needs and nothing else. */
export { createBackups } from './backups';
export { nodeFileSystem } from './file-system';
export { openStore } from './open-store';
