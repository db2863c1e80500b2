import { describe, expect, it } from 'vitest';
import { recogniseContainer } from '../../../../../electron/adapters/intake/container';
import { oleFile } from '../fixtures/ole';

describe('recogniseContainer', () => {
  it('tells the kinds apart by their first bytes', () => {
    expect(recogniseContainer(new Uint8Array())).toBe('empty');
    expect(recogniseContainer(new Uint8Array(4096))).toBe('empty');
    expect(recogniseContainer(Buffer.from('PK\u0003\u0004...'))).toBe('zip');
    expect(recogniseContainer(Buffer.from('%PDF-1.7\n'))).toBe('pdf');
    expect(recogniseContainer(Buffer.from('Kế hoạch số 12'))).toBe('unknown');
  });

  it('looks into the directory of an OLE file', () => {
    expect(recogniseContainer(oleFile(['Root Entry', 'EncryptionInfo', 'EncryptedPackage']))).toBe(
      'ole-encrypted',
    );
    expect(recogniseContainer(oleFile(['Root Entry', 'Workbook']))).toBe('ole-xls');
    expect(recogniseContainer(oleFile(['Root Entry', 'Book']))).toBe('ole-xls');
    expect(recogniseContainer(oleFile(['Root Entry', 'WordDocument']))).toBe('ole-doc');
    expect(recogniseContainer(oleFile(['Root Entry', 'Workbooks']))).toBe('ole');
  });

  it('calls a protected file protected even where it also names a workbook', () => {
    expect(recogniseContainer(oleFile(['Root Entry', 'Workbook', 'EncryptedPackage']))).toBe('ole-encrypted');
  });
});
