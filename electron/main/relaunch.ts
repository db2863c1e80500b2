/** Starting anew: after a death of the application's thread, or to open another data folder. */
import { app } from 'electron';

/** Starts the program anew once this one has ended. A portable one runs from a folder that goes with it. */
export function relaunch(): void {
  const portable = process.env['PORTABLE_EXECUTABLE_FILE'];
  app.relaunch(portable === undefined ? undefined : { execPath: portable });
}
