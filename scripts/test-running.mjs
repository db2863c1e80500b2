// How `npm test` runs its steps: programs whose output goes to a sink, and steps side by side in lanes.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { root } from './test-environment.mjs';

/** At most so many steps at once: each of them keeps about one processor busy. */
const LANES = Math.min(2, availableParallelism());

/** What a step says goes straight out. */
export const live = { write: (text) => void process.stdout.write(text) };

/** Keeps what a step says, so that steps side by side don't talk into each other. */
function kept() {
  const said = [];
  return { write: (text) => void said.push(text), text: () => said.join('') };
}

/** Runs a program to its end; answers its status (1 when it could not be started). */
export async function run(sink, command, args, env = {}) {
  const started = performance.now();
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', sink.write);
  const status = await new Promise((done) => {
    child.once('error', (fault) => {
      sink.write(`${fault.message}\n`);
      done(1);
    });
    child.once('close', (code) => done(code ?? 1));
  });
  sink.write(`   (${Math.round((performance.now() - started) / 1000)} s)\n`);
  return status;
}

/** Steps one after the other, heard as they go. */
export async function inTurn(steps) {
  for (const step of steps) await step(live);
}

/** Steps that share nothing but the processors; each is heard whole when it ends. Begun in the order given. */
export async function sideBySide(steps) {
  const waiting = [...steps];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const sink = kept();
      await step(sink);
      live.write(sink.text());
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
