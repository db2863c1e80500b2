/** LibreOffice and Poppler as readers of what we write. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { locateFontsFolder } from '../../../electron/adapters/export/pdf/fonts';

const SOFFICE = process.env['SOFFICE'] ?? 'soffice';
const PDFTOTEXT = process.env['PDFTOTEXT'] ?? 'pdftotext';

/** Runs `work` in a folder that is gone afterwards. */
export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'vpdu-office-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a PC without Times New Roman may take: a fifth wider. */
export const SUBSTITUTE = 'DejaVu Serif';

/**
 * Sets what asks for Times New Roman in Tinos, which has the same widths: without either face on the machine LibreOffice
 * would take one that is a fifth wider, and lines and pages would break elsewhere than on an office's PC. Where that is
 * what is looked at, `face` names it.
 */
function fontSettings(folder: string, face: string): string {
  const file = path.join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${locateFontsFolder('/nowhere')}</dir>${face === SUBSTITUTE ? '<dir>/usr/share/fonts</dir>' : ''}<cachedir>${folder}/fonts</cachedir>
<match target="pattern"><test name="family"><string>Times New Roman</string></test>
<edit name="family" mode="assign" binding="strong"><string>${face}</string></edit></match>
</fontconfig>`,
  );
  return file;
}

/** Opens the file in LibreOffice (with a profile of its own) and saves it as `filter`, e.g. `xlsx:Calc MS Excel 2007 XML`. */
export function saveAgain(bytes: Uint8Array, from: string, filter: string, face = 'Tinos'): Uint8Array {
  const [again] = saveAllAgain([bytes], from, filter, face);
  if (!again) throw new Error('LibreOffice saved nothing');
  return again;
}

/** The same for many files at once: most of the time goes into starting the program. */
export function saveAllAgain(
  files: readonly Uint8Array[],
  from: string,
  filter: string,
  face = 'Tinos',
): readonly Uint8Array[] {
  return inFolder((folder) => {
    const sources = files.map((bytes, index) => {
      const source = path.join(folder, `tệp ${index}.${from}`);
      writeFileSync(source, bytes);
      return source;
    });
    const target = path.join(folder, 'ra');
    execFileSync(
      SOFFICE,
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        target,
        ...sources,
      ],
      {
        stdio: 'pipe',
        timeout: 60_000 + files.length * 5_000,
        env: { ...process.env, FONTCONFIG_FILE: fontSettings(folder, face) },
      },
    );
    const extension = filter.split(':')[0] ?? '';
    return files.map(
      (_, index) => new Uint8Array(readFileSync(path.join(target, `tệp ${index}.${extension}`))),
    );
  });
}

/** The text of a PDF as Poppler reads it, pages parted by form feeds. */
export function pdfText(bytes: Uint8Array): string {
  return inFolder((folder) => {
    const file = path.join(folder, 'a.pdf');
    writeFileSync(file, bytes);
    return execFileSync(PDFTOTEXT, ['-layout', file, '-'], { encoding: 'utf8' });
  });
}
