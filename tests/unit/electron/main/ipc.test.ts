import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CHANNELS } from '../../../../electron/host/channels';
import { serveIpc, tellWindows, type IpcServices } from '../../../../electron/main/ipc';
import { fail, ok, type Result } from '../../../../shared/result';
import { electronState, senderOf } from '../../../support/fake-electron';

vi.mock('electron', async () => (await import('../../../support/fake-electron')).fakeElectron);

const own = senderOf({ origin: 'app://vpdu', parent: null });
const seen: unknown[] = [];
const services: IpcServices = {
  dispatch: async (request) => (seen.push(request), ok('answered')),
  dropped: async (path) => (seen.push(path), ok('handed')),
  pick: async (options) => (seen.push(options), ok([])),
  save: async (ticket) => (seen.push(ticket), fail('NOT_FOUND', 'Không có.')),
  openSaved: async (place) => (seen.push(place), ok(null)),
  openDataFolder: async () => ok(null),
  restart: async () => ok(null),
};

const invoke = (channel: string, event: unknown, argument?: unknown) =>
  electronState.ipcHandlers.get(channel)?.(event, argument) as Promise<Result<unknown>>;

beforeEach(() => {
  electronState.reset();
  seen.length = 0;
  serveIpc(services);
});

describe('IPC', () => {
  it('serves the named channels and no other', () => {
    const named = Object.values(CHANNELS).filter((channel) => channel !== CHANNELS.event);
    expect([...electronState.ipcHandlers.keys()].sort()).toEqual([...named].sort());
  });
  it('passes requests on as they are', async () => {
    expect(await invoke(CHANNELS.rpc, own, { method: 'x' })).toEqual(ok('answered'));
    expect(seen).toEqual([{ method: 'x' }]);
  });
  it.each(Object.values(CHANNELS).filter((channel) => channel !== CHANNELS.event))(
    '%s answers no foreign frame',
    async (channel) => {
      for (const frame of [
        null,
        { origin: 'https://example.org', parent: null },
        { origin: 'app://vpdu', parent: {} },
      ]) {
        const reply = await invoke(channel, senderOf(frame), 'x');
        expect(reply).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
      }
      expect(seen).toEqual([]);
    },
  );
  it('refuses arguments of another shape', async () => {
    for (const [channel, argument] of [
      [CHANNELS.pick, { title: 'x', extensions: ['../x'], multiple: false }],
      [CHANNELS.pick, null],
      [CHANNELS.save, { path: '/etc/passwd' }],
      [CHANNELS.dropped, ''],
      [CHANNELS.openSaved, { place: '/etc' }],
      [CHANNELS.openDataFolder, '/etc'],
      [CHANNELS.restart, ['--data', '/etc']],
    ] as const)
      expect(await invoke(channel, own, argument)).toMatchObject({
        ok: false,
        error: { code: 'BAD_REQUEST' },
      });
    expect(seen).toEqual([]);
  });
  it('tells every window', () => {
    const send = vi.fn();
    const event = { type: 'changed', kind: 'office', id: 'office', revision: 1 } as const;
    tellWindows([{ webContents: { send } }, { webContents: { send } }], event);
    expect(send.mock.calls).toEqual([
      [CHANNELS.event, event],
      [CHANNELS.event, event],
    ]);
  });
});
