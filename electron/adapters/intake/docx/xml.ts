/**
 * A small reader for the XML of Office parts: elements, attributes, text. No document types, no external entities:
 * a part that declares one is refused.
 */

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!|<(\/?)([^\s<>/=]+)((?:\s+[^\s<>/=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|</g;
const ATTRIBUTE = /([^\s<>/=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
const MAX_DEPTH = 400;

/** The root element, or null when the text is not well-formed, nests too deep or declares a document type. */
export function parseXml(text: string): XmlElement | null {
  const root: { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] } = {
    name: '',
    attributes: {},
    children: [],
  };
  const stack = [root];
  for (const match of text.matchAll(TOKEN)) {
    const [whole, cdata, closing, name, attributes, selfClosing, characters] = match;
    const top = stack.at(-1);
    if (!top) return null;
    if (whole === '<' || whole === '<!') return null;
    if (cdata !== undefined) top.children.push(cdata);
    else if (characters !== undefined) top.children.push(unescape(characters));
    else if (name !== undefined) {
      if (closing === '/') {
        if (stack.length < 2 || top.name !== name) return null;
        stack.pop();
        continue;
      }
      const element = { name, attributes: attributesOf(attributes ?? ''), children: [] };
      top.children.push(element);
      if (selfClosing !== '/') stack.push(element);
      if (stack.length > MAX_DEPTH) return null;
    }
  }
  if (stack.length !== 1) return null;
  return root.children.find((child): child is XmlElement => typeof child !== 'string') ?? null;
}

function attributesOf(text: string): Record<string, string> {
  const out: Record<string, string> = {};
  for (const match of text.matchAll(ATTRIBUTE)) out[match[1] ?? ''] = unescape(match[2] ?? match[3] ?? '');
  return out;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescape(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : '';
    },
  );
}

export function elements(parent: XmlElement | undefined | null): XmlElement[] {
  return parent ? parent.children.filter((child): child is XmlElement => typeof child !== 'string') : [];
}
export function child(parent: XmlElement | undefined | null, name: string): XmlElement | undefined {
  return elements(parent).find((element) => element.name === name);
}
