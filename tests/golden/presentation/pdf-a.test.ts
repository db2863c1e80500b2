/**
 * What the file says of itself is what it has. No validator of PDF/A is at hand, so nothing beyond these checks is
 * claimed: level B of PDF/A-3, an output intent, fonts embedded with their way back to letters, a language, no scripts,
 * no transparency, nothing fetched.
 */
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { locateFontsFolder } from '../../../electron/adapters/export/pdf/fonts';
import { writePdf } from '../../../electron/adapters/export/pdf/write-pdf';
import { measurePdf } from '../../support/pdf/measure-pdf';
import { falseClaims, readPdf, sha256 } from '../writers/parts';
import { longPlan, planWithAnnex, PROFILES, shortPlan, type ProfileId } from './invented';

const fonts = locateFontsFolder('/nowhere');

/** The file's bytes with its streams unpacked: what a search for a forbidden key has to look at. */
function everything(bytes: Uint8Array): string {
  const source = Buffer.from(bytes).toString('latin1');
  return source.replace(
    /(<<[^>]*FlateDecode[\s\S]*?>>\s*stream\n)([\s\S]*?)(\nendstream)/g,
    (whole, head: string, body: string, tail: string) => {
      // The faces are binary: a chance match in them says nothing.
      if (/Length1/.test(head)) return head + tail;
      try {
        return `${head}${inflateSync(Buffer.from(body, 'latin1')).toString('latin1')}${tail}`;
      } catch {
        return whole;
      }
    },
  );
}

const DOCUMENTS = {
  short: (id: ProfileId) => shortPlan(id),
  long: (id: ProfileId) => longPlan(id, 40),
  annex: (id: ProfileId) => planWithAnnex(id),
};

describe.each(PROFILES)('%s', (id: ProfileId) => {
  it.each(Object.keys(DOCUMENTS) as (keyof typeof DOCUMENTS)[])('%s claims what it has', async (name) => {
    const bytes = await writePdf(DOCUMENTS[name](id), fonts);
    const { metadata, catalog } = readPdf(bytes);
    expect(metadata).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(metadata).not.toContain('pdfuaid');
    expect(falseClaims(bytes)).toEqual([]);
    expect(catalog).toContain('/Lang (vi-VN)');
    expect(catalog).toContain('/OutputIntents');
    const all = everything(bytes);
    expect(all).toContain('/GTS_PDFA1');
    expect(all).toContain('/DestOutputProfile');
    for (const forbidden of ['/JavaScript', '/JS ', '/OpenAction', '/AA ', '/Launch', '/URI', '/Encrypt', '/SMask', '/EmbeddedFile', '/RichMedia'])
      expect(all, forbidden).not.toContain(forbidden);
    // Transparency: an opacity other than 1, or a blend mode other than Normal.
    expect(all).not.toMatch(/\/(?:ca|CA) 0?\.\d/);
    expect(all).not.toMatch(/\/BM \/(?!Normal|Compatible)/);
    const faces = all.match(/\/Type \/Font\n[\s\S]*?>>/g) ?? [];
    const composite = faces.filter((face) => face.includes('/Subtype /Type0'));
    expect(composite.length).toBeGreaterThan(1);
    expect(composite.every((face) => face.includes('/ToUnicode'))).toBe(true);
    expect(faces.filter((face) => /\/Subtype \/(?:Type1|TrueType|Type3)/.test(face))).toEqual([]);
  }); // prettier-ignore

  it('is found by a search in Vietnamese', async () => {
    const text = (await measurePdf(await writePdf(shortPlan(id), fonts)))
      .flatMap((page) => page.lines)
      .map((line) => line.text)
      .join('\n');
    expect(text).toContain('phấn đấu 100% cán');
    expect(text).toContain('Nội dung tuyên truyền ngắn gọn, dễ nhớ, sát đời sống khu dân cư.');
    expect(text).toBe(text.normalize('NFC'));
  });

  it('is the same file every time', async () => {
    const hashes = await Promise.all(
      [1, 2, 3].map(async () => sha256(await writePdf(planWithAnnex(id), fonts))),
    );
    expect(new Set(hashes).size).toBe(1);
  });
});
