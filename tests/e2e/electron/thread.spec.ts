/** The application's thread dies under the real window: the person is told, and nothing acknowledged is lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { expect, test } from '@playwright/test';
import { launchElectron } from '../../support/launch-electron';
import { SETUP } from '../../support/test-application';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vpdu-thread-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a thread that dies is told of in one sentence, and what was saved is there at the next start', async () => {
  const dataFolder = join(folder, 'data');
  const { app, page } = await launchElectron({ dataFolder });
  const saved = await page.evaluate((input) => window.vpdu?.call(input), {
    method: 'office.setup',
    input: SETUP,
    requestId: 'setup-then-death',
  });
  expect(saved).toMatchObject({ ok: true });
  await app.evaluate(({ app: application, dialog }) => {
    const state = { said: [] as string[], relaunched: 0, exits: [] as (number | undefined)[] };
    Object.assign(globalThis, { death: state });
    dialog.showMessageBoxSync = (...given: unknown[]) => {
      state.said.push((given.at(-1) as { message: string }).message);
      return 0;
    };
    application.relaunch = () => {
      state.relaunched += 1;
    };
    application.exit = (code) => {
      state.exits.push(code);
    };
    // The next question to the thread is its last: it ends before it can answer.
    const { Worker: Thread } = process.getBuiltinModule('node:worker_threads');
    const post: Worker['postMessage'] = Reflect.get(Thread.prototype, 'postMessage');
    Thread.prototype.postMessage = function (this: Worker, ...message: Parameters<Worker['postMessage']>) {
      Thread.prototype.postMessage = post;
      void this.terminate();
      post.apply(this, message);
    };
  });
  const reply = await page.evaluate(() => window.vpdu?.call({ method: 'office.get', input: {} }));
  expect(reply).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
  const death = await app.evaluate(() => (globalThis as unknown as { death: unknown }).death);
  expect(death).toEqual({
    said: [
      'Phần xử lý dữ liệu đã dừng đột ngột vì một lỗi của chương trình; những gì đã lưu vẫn còn nguyên, hãy mở lại chương trình để làm tiếp.',
    ],
    relaunched: 1,
    exits: [1],
  });
  await app.close();

  const again = await launchElectron({ dataFolder });
  const office = await again.page.evaluate(() => window.vpdu?.call({ method: 'office.get', input: {} }));
  expect(office).toMatchObject({ ok: true, value: { profile: { code: 'AB' } } });
  await again.app.close();
});
