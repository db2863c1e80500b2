import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../../electron/host/content-security-policy';
import { dataArgument, findDataPlaces } from '../../../../electron/host/data-folder';
import { servePage } from '../../../../electron/host/pages';

describe('where data lie', () => {
  const windows = { platform: 'win32', home: 'C:\\Users\\an', environment: {} } as const;
  it('is the local application folder on Windows, never the roaming one', () => {
    const environment = { LOCALAPPDATA: 'D:\\Local', APPDATA: 'D:\\Roaming' };
    expect(findDataPlaces(undefined, { ...windows, environment })).toEqual({
      dataFolder: 'D:\\Local\\VPDU Desk\\data',
      windowFolder: 'D:\\Local\\VPDU Desk\\window',
      choiceFile: 'D:\\Local\\VPDU Desk\\chosen-data.json',
    });
    expect(findDataPlaces(undefined, windows).dataFolder).toBe(
      'C:\\Users\\an\\AppData\\Local\\VPDU Desk\\data',
    );
  });
  it('is the configuration folder elsewhere', () => {
    const linux = { platform: 'linux', home: '/home/an', environment: {} } as const;
    expect(findDataPlaces(undefined, linux).dataFolder).toBe('/home/an/.config/VPDU Desk/data');
  });
  it('is what was asked for, before what the environment says; each has its own window folder', () => {
    const machine = { platform: 'linux', home: '/home/an', environment: { VPDU_DATA: '/env' } } as const;
    expect(findDataPlaces('/asked', machine)).toEqual({
      dataFolder: '/asked',
      windowFolder: '/asked-window',
      choiceFile: null,
    });
    expect(findDataPlaces(undefined, machine).dataFolder).toBe('/env');
  });
  it('reads --data in both spellings', () => {
    expect(dataArgument(['.', '--data', '/x'])).toBe('/x');
    expect(dataArgument(['.', '--data=/x'])).toBe('/x');
    expect(dataArgument(['.', '--database', '/x'])).toBeUndefined();
  });
});

describe('the policy', () => {
  it('names no place outside and allows nothing inline', () => {
    const policy = contentSecurityPolicy('abc');
    expect(policy).not.toMatch(/https?:|\*|unsafe/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("style-src 'self' 'nonce-abc'");
    for (const directive of ['base-uri', 'form-action', 'frame-ancestors'])
      expect(policy).toContain(`${directive} 'none'`);
  });
});

describe('pages', () => {
  let folder = '';
  beforeAll(async () => {
    const above = await mkdtemp(join(tmpdir(), 'vpdu-pages-'));
    folder = join(above, 'renderer');
    await mkdir(join(folder, 'assets'), { recursive: true });
    await writeFile(join(above, 'secret.js'), 'secret');
    await writeFile(join(folder, 'index.html'), '<meta nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__">');
    await writeFile(join(folder, 'assets', 'a.js'), 'code');
    await writeFile(join(folder, '.hidden.js'), 'hidden');
  });

  it('gives index.html for every address of the window, each time with a new nonce', async () => {
    const nonces = new Set<string>();
    for (const path of ['/', '/ke-hoach/1', '/t%E1%BB%95ng-h%E1%BB%A3p']) {
      const { status, headers, body } = await servePage(folder, path);
      expect(status).toBe(200);
      const nonce = /nonce="([^"]+)"/.exec(body.toString())?.[1] ?? '';
      expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
      expect(body.toString()).not.toContain('__CSP_NONCE__');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });
  it('gives files with their type', async () => {
    const { status, headers, body } = await servePage(folder, '/assets/a.js');
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/javascript');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(body.toString()).toBe('code');
  });
  it.each([
    '/assets/b.js',
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/assets/..%2f..%2fsecret.js',
    '/..%5csecret.js',
    '/.hidden.js',
    '/a.exe',
    '/other.html',
    '/%00.js',
    '/%E0%A4%A.js',
  ])('has nothing at %s', async (path) => {
    const page = await servePage(folder, path);
    expect(page.status).toBe(404);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  });
});
