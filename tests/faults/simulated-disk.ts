/**
 * A disk in memory that forgets what was not synced when the power goes: content that was written but not synced,
 * names that were created or changed but whose folder was not synced. Names reach the disk all together, in order,
 * as a journaling file system has it.
 */
import { posix } from 'node:path';
import type { FileSystem, OpenFile } from '../../electron/adapters/store/file-system';

interface FileNode {
  readonly kind: 'file';
  content: Buffer;
  durable: Buffer;
}
interface FolderNode {
  readonly kind: 'folder';
  names: Map<string, TreeNode>;
  durable: Map<string, TreeNode>;
}
type TreeNode = FileNode | FolderNode;

/**
 * What a power cut leaves: `kept` everything; `lost` only what was synced; `zeros` the names, with NULs in place of
 * unsynced content; `torn` the names, with half of the unsynced end.
 */
export const CUTS = ['kept', 'lost', 'zeros', 'torn'] as const;
export type Cut = (typeof CUTS)[number];

export interface SimulatedDisk {
  readonly fs: FileSystem;
  cutPower(cut: Cut): void;
  /** Reads and overwrites behind the store's back. */
  peek(path: string): Buffer | undefined;
  poke(path: string, content: Buffer | null): void;
  paths(): string[];
}

function systemError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}

const newFolder = (): FolderNode => ({ kind: 'folder', names: new Map(), durable: new Map() });

export function createSimulatedDisk(): SimulatedDisk {
  const root = newFolder();
  const parts = (path: string): string[] => posix.normalize(path).split('/').filter(Boolean);
  const find = (path: string): TreeNode | undefined => {
    let node: TreeNode | undefined = root;
    for (const name of parts(path)) node = node?.kind === 'folder' ? node.names.get(name) : undefined;
    return node;
  };
  const folderAt = (path: string): FolderNode => {
    const node = find(path);
    if (node?.kind !== 'folder') throw systemError('ENOENT', path);
    return node;
  };
  const nameOf = (path: string): string => posix.basename(path);
  const parentOf = (path: string): FolderNode => folderAt(posix.dirname(path));
  const walk = (node: FolderNode, visit: (node: TreeNode, path: string) => void, at = ''): void => {
    for (const [name, child] of node.names) {
      visit(child, `${at}/${name}`);
      if (child.kind === 'folder') walk(child, visit, `${at}/${name}`);
    }
  };
  const settleNames = (node: FolderNode): void => {
    node.durable = new Map(node.names);
    for (const child of node.names.values()) if (child.kind === 'folder') settleNames(child);
  };

  const openNode = (node: FileNode): OpenFile => ({
    read: async (position, length) => Buffer.from(node.content.subarray(position, position + length)),
    write: async (position, bytes) => {
      const next = Buffer.alloc(Math.max(node.content.length, position + bytes.length));
      node.content.copy(next);
      next.set(bytes, position);
      node.content = next;
      return bytes.length;
    },
    truncate: async (length) => {
      const next = Buffer.alloc(length);
      node.content.copy(next);
      node.content = next;
    },
    sync: async () => {
      node.durable = Buffer.from(node.content);
    },
    size: async () => node.content.length,
    close: async () => undefined,
  });

  const fs: FileSystem = {
    async open(path, mode) {
      const node = find(path);
      if (mode === 'create') {
        if (node) throw systemError('EEXIST', path);
        const created: FileNode = { kind: 'file', content: Buffer.alloc(0), durable: Buffer.alloc(0) };
        parentOf(path).names.set(nameOf(path), created);
        return openNode(created);
      }
      if (node?.kind !== 'file') throw systemError('ENOENT', path);
      return openNode(node);
    },
    async size(path) {
      const node = find(path);
      return node?.kind === 'file' ? node.content.length : null;
    },
    async list(path) {
      const node = find(path);
      if (node?.kind !== 'folder') return [];
      return [...node.names].map(([name, child]) => ({ name, folder: child.kind === 'folder' }));
    },
    async makeFolder(path) {
      let node = root;
      for (const name of parts(path)) {
        const child = node.names.get(name) ?? newFolder();
        if (child.kind !== 'folder') throw systemError('ENOTDIR', path);
        node.names.set(name, child);
        node = child;
      }
    },
    async rename(from, to) {
      const node = find(from);
      if (!node) throw systemError('ENOENT', from);
      const target = parentOf(to);
      const replaced = target.names.get(nameOf(to));
      if (replaced?.kind === 'folder' && replaced.names.size > 0) throw systemError('ENOTEMPTY', to);
      parentOf(from).names.delete(nameOf(from));
      target.names.set(nameOf(to), node);
    },
    async remove(path) {
      if (find(path)?.kind === 'file') parentOf(path).names.delete(nameOf(path));
    },
    async removeFolder(path) {
      if (find(path)) parentOf(path).names.delete(nameOf(path));
    },
    async syncFolder(path) {
      folderAt(path);
      settleNames(root);
    },
  };

  const afterCut = (node: FileNode, cut: Cut): Buffer => {
    const { content, durable } = node;
    if (cut === 'lost') return durable;
    if (cut === 'kept' || content.equals(durable)) return content;
    const next = Buffer.alloc(content.length);
    durable.copy(next);
    if (cut === 'zeros') return next;
    const whole = durable.length + Math.floor((content.length - durable.length) / 2);
    return content.subarray(0, Math.max(0, Math.min(whole, content.length)));
  };

  return {
    fs,
    cutPower(cut) {
      const settle = (folder: FolderNode): void => {
        if (cut === 'lost') folder.names = new Map(folder.durable);
        for (const child of folder.names.values())
          if (child.kind === 'folder') settle(child);
          else child.content = child.durable = Buffer.from(afterCut(child, cut));
      };
      settle(root);
      settleNames(root);
    },
    peek: (path) => {
      const node = find(path);
      return node?.kind === 'file' ? node.content : undefined;
    },
    poke: (path, content) => {
      if (content === null) {
        parentOf(path).names.delete(nameOf(path));
        return;
      }
      const node = find(path);
      if (node?.kind === 'file') node.content = node.durable = content;
      else parentOf(path).names.set(nameOf(path), { kind: 'file', content, durable: content });
      settleNames(root);
    },
    paths: () => {
      const out: string[] = [];
      walk(root, (node, path) => {
        if (node.kind === 'file') out.push(path);
      });
      return out.sort();
    },
  };
}
