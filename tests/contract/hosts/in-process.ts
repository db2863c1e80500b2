import { unwrap } from '../../../shared/result';
import { openApplication } from '../../support/built-application';
import type { ContractHost } from '../case';

/** No wire at all: what the others are compared with. */
export async function inProcess(dataFolder: string): Promise<ContractHost> {
  const application = await openApplication(dataFolder);
  return {
    name: 'in process',
    send: (request) => application.dispatch(request),
    upload: async (name, bytes) => unwrap(application.inputs.fromBytes([{ name, place: name, bytes }])),
    take: async ({ ticket }) => unwrap(application.outputs.take(ticket)).files,
    close: () => application.close(),
  };
}
