/** `npx tsx scripts/parse-plan.ts FILE`: the parse of a plan as JSON, without the application around it. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readDocumentBytes } from '../electron/adapters/intake/read-document';
import { readPlan } from '../shared/domain/plan/reading/read-plan';

const file = process.argv[2];
if (file === undefined) {
  process.stderr.write('usage: npx tsx scripts/parse-plan.ts FILE\n');
  process.exit(2);
}
const document = await readDocumentBytes(await readFile(file), basename(file));
if (document.ok) process.stdout.write(`${JSON.stringify(readPlan(document.value).plan, null, 1)}\n`);
else {
  process.stdout.write(`${JSON.stringify({ error: document.error })}\n`);
  process.exitCode = 1;
}
