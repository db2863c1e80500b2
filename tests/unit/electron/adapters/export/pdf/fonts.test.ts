import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  facesIn,
  locateFontsFolder,
  readMetrics,
} from '../../../../../../electron/adapters/export/pdf/fonts';
import { writePdf } from '../../../../../../electron/adapters/export/pdf/write-pdf';
import { planModel } from '../../../../../golden/writers/models';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

function windowsFolder(faces: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'vpdu-fonts-'));
  made.push(folder);
  mkdirSync(path.join(folder, 'Fonts'));
  const source = facesIn(locateFontsFolder('/nowhere'))!.normal;
  for (const face of faces) copyFileSync(source, path.join(folder, 'Fonts', face));
  return folder;
}

describe('fonts', () => {
  it('takes Times New Roman of Windows when all four faces are there, else Tinos', () => {
    const whole = windowsFolder(['times.ttf', 'timesbd.ttf', 'timesi.ttf', 'timesbi.ttf']);
    expect(locateFontsFolder(whole)).toBe(path.join(whole, 'Fonts'));
    expect(locateFontsFolder(windowsFolder(['times.ttf']))).toMatch(/tinos$/);
    expect(locateFontsFolder('/nowhere')).toMatch(/tinos$/);
  });

  it('measures Tinos as Word measures Times New Roman', () => {
    const metrics = readMetrics(facesIn(locateFontsFolder('/nowhere'))!.normal);
    expect(metrics.height).toBeCloseTo(1.107, 3);
    expect(metrics.single).toBeCloseTo(1.15, 2);
  });

  it('draws every Vietnamese letter in every face', () => {
    const bare = 'aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐ';
    const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
    const letters = Array.from(bare).flatMap((letter) =>
      tones.map((tone) => `${letter}${tone}`.normalize('NFC')),
    );
    for (const face of Object.values(facesIn(locateFontsFolder('/nowhere'))!)) {
      const metrics = readMetrics(face as string);
      const missing = letters.filter(
        (letter) => letter.length === 1 && !metrics.covers(letter.codePointAt(0)!),
      );
      expect(missing).toEqual([]);
      expect(metrics.covers(0x1f600)).toBe(false);
    }
  });

  it('does not write without fonts', async () => {
    await expect(writePdf(planModel, '/nowhere')).rejects.toThrow('fonts folder');
  });
});
