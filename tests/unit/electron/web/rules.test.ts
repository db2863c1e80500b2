import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browserPlaces, findBrowser, hasDisplay } from '../../../../electron/web/browser';
import {
  hasContentType,
  hasExactHost,
  hasOwnOrigin,
  hasToken,
} from '../../../../electron/web/rules/check-head';
import { readBody } from '../../../../electron/web/rules/read-body';
import { createStreams } from '../../../../electron/web/streams';

describe('host', () => {
  it('is 127.0.0.1 and our port, by no other name', () => {
    expect(hasExactHost({ host: '127.0.0.1:5000' }, 5000)).toBe(true);
    for (const host of [
      'localhost:5000',
      '127.0.0.1',
      '127.0.0.1:5001',
      'example.org',
      '127.0.0.1:5000.example.org',
      '',
    ])
      expect(hasExactHost({ host }, 5000), host).toBe(false);
    expect(hasExactHost({}, 5000)).toBe(false);
  });
});

describe('origin', () => {
  const own = 'http://127.0.0.1:5000';
  it('is our own', () => {
    expect(hasOwnOrigin({ origin: own }, 5000, false)).toBe(true);
    expect(hasOwnOrigin({ origin: own, 'sec-fetch-site': 'same-origin' }, 5000, false)).toBe(true);
  });
  it('may lack only where nothing is changed', () => {
    expect(hasOwnOrigin({}, 5000, true)).toBe(true);
    expect(hasOwnOrigin({}, 5000, false)).toBe(false);
  });
  it.each([
    'null',
    'http://127.0.0.1:5001',
    'http://localhost:5000',
    'https://127.0.0.1:5000',
    `${own}.example.org`,
  ])('is not %s', (origin) => {
    expect(hasOwnOrigin({ origin }, 5000, true)).toBe(false);
  });
  it('believes the browser about where a request comes from', () => {
    expect(hasOwnOrigin({ 'sec-fetch-site': 'cross-site' }, 5000, true)).toBe(false);
    expect(hasOwnOrigin({ 'sec-fetch-site': 'same-site' }, 5000, true)).toBe(false);
    expect(hasOwnOrigin({ 'sec-fetch-site': 'none' }, 5000, true)).toBe(true);
    expect(hasOwnOrigin({ origin: own, 'sec-fetch-site': 'none' }, 5000, false)).toBe(false);
  });
});

describe('token and content type', () => {
  it('compares the whole token', () => {
    expect(hasToken('abcd', 'abcd')).toBe(true);
    for (const given of ['abc', 'abce', 'abcde', '', undefined, ['abcd']])
      expect(hasToken(given, 'abcd')).toBe(false);
  });
  it('takes the one content type', () => {
    const json = 'application/json';
    expect(hasContentType({ 'content-type': 'application/json; charset=utf-8' }, json)).toBe(true);
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'text/plain; application/json',
      'application/jsonx',
    ])
      expect(hasContentType({ 'content-type': type }, json), type).toBe(false);
    expect(hasContentType({}, json)).toBe(false);
  });
});

describe('body', () => {
  const body = (text: string, declared?: number): IncomingMessage =>
    Object.assign(new PassThrough().end(text), {
      headers: declared === undefined ? {} : { 'content-length': String(declared) },
    }) as unknown as IncomingMessage;
  it('is read up to the limit', async () => {
    expect((await readBody(body('1234'), 4))?.toString()).toBe('1234');
  });
  it('is refused beyond, by what it says and by what comes', async () => {
    expect(await readBody(body('1', 5), 4)).toBeNull();
    expect(await readBody(body('12345'), 4)).toBeNull();
    expect(await readBody(body('12345', 1), 4)).toBeNull();
  });
});

describe('streams', () => {
  afterEach(() => vi.useRealTimers());
  const tab = () => {
    const written: string[] = [];
    const response = Object.assign(new EventEmitter(), {
      write: (text: string) => written.push(text),
      end: vi.fn(),
    });
    return { written, response: response as unknown as ServerResponse };
  };

  it('tell every tab, one JSON a line', () => {
    const streams = createStreams(1000, () => undefined);
    const [one, two] = [tab(), tab()];
    streams.add(one.response);
    streams.add(two.response);
    streams.tell({ type: 'changed', kind: 'office', id: 'office', revision: 2 });
    for (const { written } of [one, two])
      expect(JSON.parse(written.join('').trim())).toMatchObject({ revision: 2 });
    streams.close();
  });
  it('end the host a while after the last tab, and not while one is open', () => {
    vi.useFakeTimers();
    const gone = vi.fn();
    const streams = createStreams(60_000, gone);
    vi.advanceTimersByTime(600_000);
    expect(gone).not.toHaveBeenCalled();
    const [one, two, three] = [tab(), tab(), tab()];
    streams.add(one.response);
    streams.add(two.response);
    one.response.emit('close');
    vi.advanceTimersByTime(600_000);
    expect(gone).not.toHaveBeenCalled();
    two.response.emit('close');
    vi.advanceTimersByTime(59_000);
    streams.add(three.response);
    vi.advanceTimersByTime(600_000);
    expect(gone).not.toHaveBeenCalled();
    three.response.emit('close');
    vi.advanceTimersByTime(60_000);
    expect(gone).toHaveBeenCalledTimes(1);
    streams.close();
  });
});

describe('browser', () => {
  it('is looked for where Windows installs it, Edge first', () => {
    const environment = { 'ProgramFiles(x86)': 'C:\\P86', ProgramFiles: 'C:\\P' };
    expect(browserPlaces('win32', environment)[0]).toBe('C:\\P86\\Microsoft\\Edge\\Application\\msedge.exe');
    const chrome = 'C:\\P\\Google\\Chrome\\Application\\chrome.exe';
    expect(findBrowser('win32', environment, (path) => path === chrome)).toBe(chrome);
  });
  it('is looked for on the path on Linux; null where there is none', () => {
    expect(findBrowser('linux', { PATH: '/a:/b' }, (path) => path === '/b/chromium')).toBe('/b/chromium');
    expect(findBrowser('linux', { PATH: '/a' }, () => false)).toBeNull();
  });
  it('needs a display on Linux', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
  });
});
