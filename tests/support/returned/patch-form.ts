/**
 * Returned forms by the hundred: one form that the application made, filled and spoilt in its XML, which is many times
 * faster than another program's opening and saving. What a real program does to a form is tested by those programs.
 */
import JSZip from 'jszip';

const WORKBOOK = 'xl/workbook.xml';
const STRINGS = 'xl/sharedStrings.xml';
const FIGURES = 'xl/worksheets/sheet1.xml';

/** A form taken apart; every return value is a new one. */
export interface FormParts {
  /** Part name → its text. */
  readonly parts: ReadonlyMap<string, string>;
}

export async function takeApart(bytes: Uint8Array): Promise<FormParts> {
  const { files } = await JSZip.loadAsync(new Uint8Array(bytes));
  const parts = new Map<string, string>();
  for (const [name, entry] of Object.entries(files))
    if (!entry.dir) parts.set(name, await entry.async('string'));
  return { parts };
}

export function putTogether({ parts }: FormParts): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, text] of parts) zip.file(name, text);
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 1 },
  });
}

function withPart(form: FormParts, name: string, change: (text: string) => string): FormParts {
  const before = form.parts.get(name);
  if (before === undefined) throw new Error(`the form has no part ${name}`);
  const after = change(before);
  if (after === before) throw new Error(`nothing was changed in ${name}`);
  return { parts: new Map(form.parts).set(name, after) };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Replaces whole texts: what stands in the identity sheet and in the head. */
export function withTexts(form: FormParts, texts: ReadonlyMap<string, string>): FormParts {
  if ([...texts].every(([before, after]) => before === after)) return form;
  return withPart(form, STRINGS, (xml) =>
    [...texts].reduce((text, [before, after]) => {
      const found = `<t>${escaped(before)}</t>`;
      if (!text.includes(found)) throw new Error(`“${before}” does not stand in the form`);
      return text.replaceAll(found, () => `<t>${escaped(after)}</t>`);
    }, xml),
  );
}

/** Address of the input of an indicator on the sheet of figures, e.g. "E10". */
export function inputAddress(form: FormParts, code: string): string {
  const place = new RegExp(
    `<definedName name="ct_${code}">[^<]*!\\$([A-Z]+)\\$(\\d+)</definedName>`,
    'u',
  ).exec(form.parts.get(WORKBOOK) ?? '');
  if (!place) throw new Error(`the form has no input ${code}`);
  return `${place[1]}${place[2]}`;
}

const cellAt = (address: string): RegExp =>
  new RegExp(`<c r="${address}"((?: [^>]*?)?)(?:/>|>(.*?)</c>)`, 'u');

/** What a cell is given: a figure, a text, or the raw inside of its element with its type. */
export type Content = number | string | { readonly type: string | null; readonly xml: string };

function elementOf(address: string, style: string, content: Content): string {
  const { type, xml } =
    typeof content === 'number'
      ? { type: null, xml: `<v>${content}</v>` }
      : typeof content === 'string'
        ? { type: 'inlineStr', xml: `<is><t>${escaped(content)}</t></is>` }
        : content;
  return `<c r="${address}"${style}${type === null ? '' : ` t="${type}"`}>${xml}</c>`;
}

/** Writes into the inputs of these codes. */
export function withInputs(form: FormParts, contents: Readonly<Record<string, Content>>): FormParts {
  return withPart(form, FIGURES, (xml) =>
    Object.entries(contents).reduce((text, [code, content]) => {
      const address = inputAddress(form, code);
      return text.replace(cellAt(address), (_whole, attributes: string) =>
        elementOf(address, / s="\d+"/u.exec(attributes)?.[0] ?? '', content),
      );
    }, xml),
  );
}

/** Two rows of the sheet of figures change what they hold, as sorting does; names stay where they are. */
export function withRowsSwapped(form: FormParts, one: number, other: number): FormParts {
  const columns = ['B', 'C', 'D', 'E', 'F', 'G'];
  return withPart(form, FIGURES, (xml) =>
    columns.reduce((text, column) => {
      const first = cellAt(`${column}${one}`).exec(text);
      const second = cellAt(`${column}${other}`).exec(text);
      if (!first || !second) return text;
      const moved = (found: RegExpExecArray, row: number): string =>
        found[0].replace(/ r="[A-Z]+\d+"/u, ` r="${column}${row}"`);
      return text
        .replace(first[0], '<!--one-->')
        .replace(second[0], () => moved(first, other))
        .replace('<!--one-->', () => moved(second, one));
    }, xml),
  );
}

export function withoutName(form: FormParts, code: string): FormParts {
  return withPart(form, WORKBOOK, (xml) =>
    xml.replace(new RegExp(`<definedName name="ct_${code}">[^<]*</definedName>`, 'u'), ''),
  );
}

/** The hidden sheet is gone, as after copying the visible sheets into a new workbook. */
export function withoutIdentity(form: FormParts): FormParts {
  return withPart(form, WORKBOOK, (xml) => xml.replace(/<sheet [^>]*name="_vpdu"[^>]*\/>/u, ''));
}
