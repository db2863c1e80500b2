import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';

const readText = (path: string) => readFileSync(path, 'utf8');
const schema = JSON.parse(readText('node_modules/app-builder-lib/scheme.json')) as object;
const config = load(readText('electron-builder.yml')) as Record<string, unknown>;
const manifest = JSON.parse(readText('package.json')) as { devDependencies: Record<string, string> };

const validate = new Ajv({ strict: false, allErrors: true, logger: false }).compile(schema);

describe('electron-builder.yml', () => {
  it('is valid by electron-builder’s own schema', () => {
    validate(config);
    expect(validate.errors ?? []).toEqual([]);
  });
  it('would not be with a key that the schema does not know', () => {
    expect(validate({ ...config, nsiss: {} })).toBe(false);
  });
  it('packs the version of Electron that is pinned', () => {
    expect(config['electronVersion']).toBe(manifest.devDependencies['electron']);
  });
  it('installs for one user, without asking for rights, and keeps the data when it is removed', () => {
    expect(config['nsis']).toMatchObject({
      perMachine: false,
      allowElevation: false,
      deleteAppDataOnUninstall: false,
    });
  });
  it('blows the fuses', () => {
    expect(config['electronFuses']).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });
  it('names an icon that is there', () => {
    expect(existsSync('resources/icons/icon.png')).toBe(true);
  });
});
