/** The rules of the loopback host, each against the real process, and its window in a real browser. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { OfferedFiles } from '../../../../shared/rpc/contract/common';
import { launchBrowser, launchWebHost, type WebProcess } from '../../../support/launch-browser';
import { sendRaw, type RawAnswer } from '../../../support/raw-http';

let folder = '';
let host: WebProcess;
let port = 0;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vpdu-loopback-'));
  host = await launchWebHost(join(folder, 'data'));
  port = Number(new URL(host.origin).port);
});
test.afterAll(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

const own = () => ({
  host: `127.0.0.1:${port}`,
  origin: host.origin,
  'x-vpdu-token': host.token,
  'content-type': 'application/json',
});
const STATE = JSON.stringify({ method: 'store.state', input: {} });

/** A lawful call with some headers changed; an empty value leaves the header out. */
function call(changed: Readonly<Record<string, string>> = {}, body: string = STATE): Promise<RawAnswer> {
  const headers = Object.fromEntries(
    Object.entries({ ...own(), ...changed }).filter(([, value]) => value !== ''),
  );
  return sendRaw({ port, path: '/rpc', method: 'POST', headers, body });
}

test.describe('requests', () => {
  test('a lawful one is answered', async () => {
    const answer = await call();
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({ ok: true, value: { host: 'web', readOnlyBecause: null } });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  for (const name of ['localhost', 'example.org', '127.0.0.1', '0.0.0.0'])
    test(`Host: ${name} is refused`, async () => {
      const answer = await call({ host: name.includes('.0') ? name : `${name}:${port}` });
      expect(answer.status).toBe(421);
      expect(answer.json()).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    });

  test('Host is checked for pages too', async () => {
    expect((await sendRaw({ port, path: '/', headers: { host: `localhost:${port}` } })).status).toBe(421);
    expect((await sendRaw({ port, path: '/', headers: { host: `127.0.0.1:${port}` } })).status).toBe(200);
  });

  for (const origin of ['', 'null', 'https://example.org', 'http://localhost:80', 'http://127.0.0.1:1'])
    test(`Origin: “${origin}” is refused`, async () => {
      expect((await call({ origin })).status).toBe(403);
    });

  test('a page from elsewhere can’t even open our pages as its own', async () => {
    const headers = { host: `127.0.0.1:${port}`, 'sec-fetch-site': 'cross-site' };
    expect((await sendRaw({ port, path: '/', headers })).status).toBe(403);
  });

  test('the token must be whole', async () => {
    expect(Buffer.from(host.token, 'base64url').byteLength).toBe(32);
    for (const token of ['', 'x', host.token.slice(1), `${host.token}x`, host.token.toUpperCase()])
      expect((await call({ 'x-vpdu-token': token })).status, token).toBe(403);
    for (const path of ['/events', '/download/x'])
      expect((await sendRaw({ port, path, headers: { host: `127.0.0.1:${port}` } })).status, path).toBe(403);
    // Neither in the address nor in a cookie.
    const { 'x-vpdu-token': token, ...rest } = own();
    const headers = { ...rest, cookie: `x-vpdu-token=${token}` };
    const answer = await sendRaw({ port, path: `/rpc?token=${token}`, method: 'POST', headers, body: STATE });
    expect(answer.status).toBe(403);
    expect((await call()).headers['set-cookie']).toBeUndefined();
  });

  for (const type of ['', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
    test(`Content-Type: “${type}” is refused`, async () => {
      expect((await call({ 'content-type': type })).status).toBe(415);
    });

  test('other methods are refused', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const answer = await sendRaw({ port, path: '/rpc', method, headers: own() });
      expect(answer.status, method).toBe(405);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
    expect((await sendRaw({ port, path: '/', method: 'POST', headers: own(), body: '{}' })).status).toBe(405);
  });

  test('a body beyond the limit is refused, by its header and by its bytes', async () => {
    const large = Buffer.alloc(8 * 1024 * 1024 + 1, 0x20);
    const declared = await call({ 'content-length': String(large.byteLength) }, '').catch(() => null);
    expect(declared === null || declared.status === 413).toBe(true);
    const sent = await sendRaw({ port, path: '/rpc', method: 'POST', headers: own(), body: large }).catch(
      () => null,
    );
    expect(sent === null || sent.status === 413).toBe(true);
    expect((await call()).status).toBe(200);
  });

  test('a body that is no JSON is a bad request, not a fault', async () => {
    for (const body of ['', '{', 'null', '[]', '"x"', '\u0000'])
      expect((await call({}, body)).json(), body).toMatchObject({
        ok: false,
        error: { code: 'BAD_REQUEST' },
      });
  });

  test('no other interface of this PC listens', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter((address) => address.family === 'IPv4' && !address.address.startsWith('127.'));
    for (const { address } of [...others, { address: '127.0.0.2' }]) {
      const refused = await new Promise<boolean>((done) => {
        const socket = createConnection({ host: address, port, timeout: 2000 });
        socket.once('connect', () => {
          socket.destroy();
          done(false);
        });
        socket.once('error', () => done(true));
        socket.once('timeout', () => done(true));
      });
      expect(refused, address).toBe(true);
    }
  });
});

test.describe('files', () => {
  const upload = (name: string, bytes: Uint8Array, type = 'application/octet-stream') =>
    sendRaw({
      port,
      path: `/files?name=${encodeURIComponent(name)}&place=${encodeURIComponent(name)}`,
      method: 'POST',
      headers: { ...own(), 'content-type': type },
      body: bytes,
    });
  const download = (ticket: string, headers: Record<string, string> = {}) =>
    sendRaw({
      port,
      path: `/download/${ticket}`,
      headers: { host: `127.0.0.1:${port}`, 'x-vpdu-token': host.token, ...headers },
    });

  test('an uploaded file becomes a ticket that a method takes', async () => {
    const plan = readFileSync('resources/sample/ke-hoach-an-binh.docx');
    const { ok, value } = (await upload('Kế hoạch.docx', plan)).json() as {
      ok: boolean;
      value: { ticket: string };
    };
    expect(ok).toBe(true);
    const parsed = await call({}, JSON.stringify({ method: 'plan.parse', input: { ticket: value.ticket } }));
    expect(parsed.json()).toMatchObject({ ok: true, value: { plan: { kind: 'KẾ HOẠCH' } } });
  });

  test('uploads keep to their type, name and size', async () => {
    expect((await upload('a.docx', Buffer.from('x'), 'multipart/form-data')).status).toBe(415);
    expect((await upload('', Buffer.from('x'))).status).toBe(400);
    const declared = await sendRaw({
      port,
      path: '/files?name=a.docx',
      method: 'POST',
      headers: { ...own(), 'content-type': 'application/octet-stream', 'content-length': '104857601' },
      body: '',
    }).catch(() => null);
    expect(declared === null || declared.status === 413).toBe(true);
  });

  test('a download is given once, whole, and to nobody without the token', async () => {
    const answer = await call({}, JSON.stringify({ method: 'office.importTemplate', input: {} }));
    const { value: offered } = answer.json() as { value: OfferedFiles };
    const [file] = offered.files;
    for (const headers of [
      { 'x-vpdu-token': 'x' },
      { origin: 'https://example.org' },
      { 'sec-fetch-site': 'cross-site' },
    ])
      expect((await download(offered.ticket, headers)).status).toBe(403);
    const first = await download(offered.ticket);
    expect(first.status).toBe(200);
    expect(createHash('sha256').update(first.body).digest('hex')).toBe(file?.sha256);
    expect(first.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''/);
    expect((await download(offered.ticket)).status).toBe(404);
    expect((await download('khong-co')).status).toBe(404);
  });
});

test.describe('the window in a browser', () => {
  let browser: Browser;
  let page: Page;
  const consoleErrors: string[] = [];
  const foreignRequests: string[] = [];

  test.beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.on('console', (message) => {
      if (message.type() === 'error') consoleErrors.push(message.text());
    });
    page.on('pageerror', (fault) => consoleErrors.push(fault.message));
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== host.origin)
        foreignRequests.push(request.url());
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        reportError(new Error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
      });
    });
    await page.goto(host.address);
  });
  test.afterAll(() => browser.close());

  test('loads without breaking its policy, and asks nobody else for anything', async () => {
    await expect(page.locator('#root')).not.toBeEmpty();
    await page.waitForTimeout(1000);
    expect(consoleErrors).toEqual([]);
    expect(foreignRequests).toEqual([]);
  });

  test('takes the token out of the address, and a reload still works', async () => {
    expect(page.url()).not.toContain(host.token);
    await page.reload();
    await expect(page.locator('#root')).not.toBeEmpty();
    expect(consoleErrors).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });

  test('carries the policy on every answer', async () => {
    for (const path of ['/', '/ke-hoach/1', '/khong-co.js']) {
      const { headers } = await sendRaw({ port, path, headers: { host: `127.0.0.1:${port}` } });
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  test('shows no error of its own to a tab without the token', async () => {
    const stranger = await browser.newPage();
    await stranger.goto(host.origin);
    const reply = await stranger.evaluate(async () => {
      const response = await fetch('/rpc', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-vpdu-token': '' },
        body: JSON.stringify({ method: 'store.state', input: {} }),
      });
      return response.status;
    });
    expect(reply).toBe(403);
    await stranger.close();
  });
});

test.describe('one data folder, one writer', () => {
  test('a second host on the folder opens read-only and says who holds it', async () => {
    const second = await launchWebHost(join(folder, 'data'));
    const secondPort = Number(new URL(second.origin).port);
    const answer = await sendRaw({
      port: secondPort,
      path: '/rpc',
      method: 'POST',
      headers: {
        ...own(),
        host: `127.0.0.1:${secondPort}`,
        origin: second.origin,
        'x-vpdu-token': second.token,
      },
      body: STATE,
    });
    const { value } = answer.json() as { value: { readOnlyBecause: string | null } };
    await second.stop();
    expect(value.readOnlyBecause).not.toBeNull();
    expect(existsSync(join(folder, 'data', 'lock.json'))).toBe(true);
  });
});

test('ends when it is asked to, with its data folder freed', async () => {
  const dataFolder = join(folder, 'ended');
  const asked = await launchWebHost(dataFolder);
  const askedPort = Number(new URL(asked.origin).port);
  const headers = {
    host: `127.0.0.1:${askedPort}`,
    origin: asked.origin,
    'content-type': 'application/json',
  };
  const quit = (token: string) =>
    sendRaw({
      port: askedPort,
      path: '/quit',
      method: 'POST',
      headers: { ...headers, 'x-vpdu-token': token },
      body: '{}',
    });
  expect((await quit('x')).status).toBe(403);
  expect((await quit(asked.token)).status).toBe(200);
  expect(await asked.exited).toBe(0);
  expect(existsSync(join(dataFolder, 'lock.json'))).toBe(false);
});
