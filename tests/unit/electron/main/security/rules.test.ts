import type { Session, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { isOwnAddress } from '../../../../../electron/main/origin';
import { cancelNetwork, staysInside } from '../../../../../electron/main/security/cancel-network';
import { isOwnSender } from '../../../../../electron/main/security/check-sender';
import { denyForeignNavigation } from '../../../../../electron/main/security/deny-navigation';
import { denyWebviews } from '../../../../../electron/main/security/deny-webviews';
import { denyNewWindows } from '../../../../../electron/main/security/deny-windows';
import { limitPermissions } from '../../../../../electron/main/security/limit-permissions';
import { fakeContents } from '../../../../support/fake-electron';

const FOREIGN = [
  'https://vpdu/',
  'app://vpdu.example/',
  'app://vpdux/',
  'app://example/?app://vpdu/',
  'app://user@vpdu/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'about:blank',
  '',
];

const asContents = (fake: unknown): WebContents => fake as WebContents;

describe('own address', () => {
  it('is our scheme and host, whatever the path', () => {
    expect(isOwnAddress('app://vpdu/ke-hoach/1?x=1#y')).toBe(true);
  });
  it.each(FOREIGN)('is not %j', (address) => {
    expect(isOwnAddress(address)).toBe(false);
  });
});

describe('navigation', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s stays at home', (event) => {
    const contents = fakeContents();
    denyForeignNavigation(asContents(contents));
    expect(contents.passes(event, 'app://vpdu/bao-cao')).toBe(true);
    for (const address of FOREIGN) expect(contents.passes(event, address), address).toBe(false);
  });
});

describe('windows and webviews', () => {
  it('opens no window, not even on our own address', () => {
    const contents = fakeContents();
    denyNewWindows(asContents(contents));
    expect(contents.opens('app://vpdu/')).toBe('deny');
    expect(contents.opens('https://example.org/')).toBe('deny');
  });
  it('attaches no webview', () => {
    const contents = fakeContents();
    denyWebviews(asContents(contents));
    expect(contents.passes('will-attach-webview', 'app://vpdu/')).toBe(false);
  });
});

describe('permissions', () => {
  type Request = (
    contents: unknown,
    permission: string,
    decide: (allowed: boolean) => void,
    details: { requestingUrl: string },
  ) => void;
  type Check = (contents: unknown, permission: string, origin: string) => boolean;
  const handlers: { request?: Request; check?: Check; device?: () => boolean } = {};
  limitPermissions({
    setPermissionRequestHandler: (handler: Request) => (handlers.request = handler),
    setPermissionCheckHandler: (handler: Check) => (handlers.check = handler),
    setDevicePermissionHandler: (handler: () => boolean) => (handlers.device = handler),
  } as unknown as Session);

  const requested = (permission: string, requestingUrl: string): boolean => {
    let answer: boolean | undefined;
    handlers.request?.(fakeContents(), permission, (allowed) => (answer = allowed), { requestingUrl });
    if (answer === undefined) throw new Error('no decision');
    return answer;
  };

  it('lets our own page write a table to the clipboard', () => {
    expect(requested('clipboard-sanitized-write', 'app://vpdu/bao-cao')).toBe(true);
    expect(handlers.check?.(null, 'clipboard-sanitized-write', 'app://vpdu/')).toBe(true);
  });
  it('lets nobody else do so', () => {
    expect(requested('clipboard-sanitized-write', 'app://vpdu.example/')).toBe(false);
    expect(handlers.check?.(null, 'clipboard-sanitized-write', 'https://example.org/')).toBe(false);
    expect(handlers.check?.(null, 'clipboard-sanitized-write', '')).toBe(false);
  });
  it.each([
    'clipboard-read',
    'media',
    'geolocation',
    'notifications',
    'fullscreen',
    'openExternal',
    'a-new-one',
  ])('refuses %s', (permission) => {
    expect(requested(permission, 'app://vpdu/')).toBe(false);
    expect(handlers.check?.(null, permission, 'app://vpdu/')).toBe(false);
  });
  it('refuses devices', () => {
    expect(handlers.device?.()).toBe(false);
  });
});

describe('network', () => {
  it.each(['app://vpdu/assets/a.js', 'data:image/png;base64,AA', 'blob:app://vpdu/1'])(
    '%s stays',
    (address) => {
      expect(staysInside(address)).toBe(true);
    },
  );
  it.each([
    'https://example.org/',
    'http://127.0.0.1:1/',
    'ws://example.org/',
    'file:///etc/passwd',
    'app://x/',
    'x',
  ])('%s is cancelled', (address) => {
    let cancelled: boolean | undefined;
    cancelNetwork({
      webRequest: {
        onBeforeRequest: (
          listener: (details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void,
        ) => listener({ url: address }, (answer) => (cancelled = answer.cancel)),
      },
    } as unknown as Session);
    expect(cancelled).toBe(true);
  });
});

describe('sender of IPC', () => {
  const sender = (origin: string, parent: unknown = null) =>
    isOwnSender({ senderFrame: { origin, parent } } as Parameters<typeof isOwnSender>[0]);
  it('is the top frame of our page', () => {
    expect(sender('app://vpdu')).toBe(true);
  });
  it('is no frame in it, no other origin, no frame that is gone', () => {
    expect(sender('app://vpdu', {})).toBe(false);
    expect(sender('app://vpdu.example')).toBe(false);
    expect(sender('null')).toBe(false);
    expect(isOwnSender({ senderFrame: null })).toBe(false);
  });
});
