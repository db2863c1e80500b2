/** IPC: every channel checks its sender, parses what came, and answers a `Result`. */
import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { fail, type Result } from '../../shared/result';
import type { HostEvent } from '../../shared/rpc/method';
import { CHANNELS } from '../host/channels';
import { isOwnSender } from './security/check-sender';

const pickSchema = z.object({
  title: z.string().max(200),
  extensions: z.array(z.string().regex(/^[A-Za-z0-9]{1,10}$/)).max(20),
  multiple: z.boolean(),
  folder: z.boolean().optional(),
});
const ticketSchema = z.string().min(1).max(200);
const pathSchema = z.string().min(1).max(32_767);

export type AskedFiles = z.infer<typeof pickSchema>;

/** What the channels do. */
export interface IpcServices {
  dispatch(request: unknown): Promise<Result<unknown>>;
  dropped(path: string): Promise<Result<unknown>>;
  pick(options: AskedFiles): Promise<Result<unknown>>;
  save(ticket: string): Promise<Result<unknown>>;
  openSaved(place: string): Promise<Result<unknown>>;
  openDataFolder(): Promise<Result<unknown>>;
  restart(): Promise<Result<unknown>>;
}

const FORBIDDEN = fail('FORBIDDEN', 'Trang này không được phép dùng dữ liệu của chương trình.');
const BAD_REQUEST = fail(
  'BAD_REQUEST',
  'Yêu cầu không đúng mẫu nên chưa làm gì. Mở lại chương trình rồi thử lại.',
);

export function serveIpc(services: IpcServices): void {
  const serve = <T>(
    channel: string,
    schema: z.ZodType<T>,
    answer: (argument: T) => Promise<Result<unknown>>,
  ): void => {
    ipcMain.handle(channel, async (event: IpcMainInvokeEvent, raw: unknown) => {
      if (!isOwnSender(event)) return FORBIDDEN;
      const argument = schema.safeParse(raw);
      return argument.success ? answer(argument.data) : BAD_REQUEST;
    });
  };
  // The dispatcher parses requests itself and answers with what is wrong.
  serve(CHANNELS.rpc, z.unknown(), (request) => services.dispatch(request));
  serve(CHANNELS.dropped, pathSchema, (path) => services.dropped(path));
  serve(CHANNELS.pick, pickSchema, (options) => services.pick(options));
  serve(CHANNELS.save, ticketSchema, (ticket) => services.save(ticket));
  serve(CHANNELS.openSaved, pathSchema, (place) => services.openSaved(place));
  serve(CHANNELS.openDataFolder, z.undefined(), () => services.openDataFolder());
  serve(CHANNELS.restart, z.undefined(), () => services.restart());
}

/** Sends an event to our windows. */
export function tellWindows(
  windows: readonly { readonly webContents: { send(channel: string, event: HostEvent): void } }[],
  event: HostEvent,
): void {
  for (const window of windows) window.webContents.send(CHANNELS.event, event);
}
