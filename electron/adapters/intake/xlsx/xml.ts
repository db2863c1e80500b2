/**
 * A small XML scanner for OOXML parts that may be hostile: one pass, no recursion, no DTD, no entities but the five
 * of XML and character references, bounded depth. Namespace prefixes are dropped: programs differ in them.
 */

export interface XmlHandler {
  /** `attributes` reads lazily: most elements' attributes are never looked at. */
  open?(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  /** Text and CDATA as it comes: one text may arrive in pieces. */
  text?(text: string): void;
}

export interface XmlAttributes {
  /** The value of an attribute by its local name; undefined when absent. */
  get(localName: string): string | undefined;
}

/** The part is not XML as Office files use it. */
export class XmlFault extends Error {}

const MAX_DEPTH = 200;

/** Scans a whole part. Throws `XmlFault`. */
export function scanXml(source: string, handler: XmlHandler): void {
  const open: string[] = [];
  let position = 0;
  while (position < source.length) {
    const start = source.indexOf('<', position);
    if (start < 0) break;
    if (start > position && open.length > 0) handler.text?.(decodeEntities(source.slice(position, start)));
    const second = source.charCodeAt(start + 1);
    if (second === 0x21 /* ! */) position = skipDeclaration(source, start, handler);
    else if (second === 0x3f /* ? */) position = after(source, '?>', start);
    else if (second === 0x2f /* / */) {
      const end = indexOf(source, '>', start);
      const name = localName(source.slice(start + 2, end).trim());
      if (open.pop() !== name) throw new XmlFault(`unexpected </${name}>`);
      handler.close?.(name);
      position = end + 1;
    } else {
      const end = endOfTag(source, start);
      const selfClosing = source.charCodeAt(end - 1) === 0x2f;
      const inside = source.slice(start + 1, selfClosing ? end - 1 : end);
      const space = inside.search(/\s/);
      const name = localName(space < 0 ? inside : inside.slice(0, space));
      if (name === '') throw new XmlFault('element without a name');
      handler.open?.(name, attributesOf(space < 0 ? '' : inside.slice(space)));
      if (selfClosing) handler.close?.(name);
      else {
        open.push(name);
        if (open.length > MAX_DEPTH) throw new XmlFault('nested too deeply');
      }
      position = end + 1;
    }
  }
  if (open.length > 0) throw new XmlFault(`</${open.at(-1) ?? ''}> is missing`);
}

function skipDeclaration(source: string, start: number, handler: XmlHandler): number {
  if (source.startsWith('<!--', start)) return after(source, '-->', start);
  if (source.startsWith('<![CDATA[', start)) {
    const end = indexOf(source, ']]>', start);
    handler.text?.(source.slice(start + 9, end));
    return end + 3;
  }
  throw new XmlFault('a document type declaration is not allowed');
}

/** The ">" that ends a tag; one inside a quoted value is legal. One pass, whatever the file holds. */
function endOfTag(source: string, start: number): number {
  let quote = 0;
  for (let index = start + 1; index < source.length; index += 1) {
    const code = source.charCodeAt(index);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 /* " */ || code === 0x27 /* ' */) quote = code;
    else if (code === 0x3e /* > */) return index;
  }
  throw new XmlFault('">" is missing');
}

function indexOf(source: string, what: string, from: number): number {
  const index = source.indexOf(what, from);
  if (index < 0) throw new XmlFault(`"${what}" is missing`);
  return index;
}

function after(source: string, what: string, from: number): number {
  return indexOf(source, what, from) + what.length;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function attributesOf(text: string): XmlAttributes {
  let parsed: Map<string, string> | null = null;
  return {
    get(name) {
      parsed ??= parseAttributes(text);
      return parsed.get(name);
    },
  };
}

/** Linear by construction: a regular expression would go over a hostile tag again and again. */
function parseAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  let position = 0;
  for (;;) {
    const equals = text.indexOf('=', position);
    if (equals < 0) return attributes;
    const name = text.slice(position, equals).trim();
    let open = equals + 1;
    while (open < text.length && text.charCodeAt(open) <= 0x20) open += 1;
    const quote = text[open];
    if (quote !== '"' && quote !== "'") throw new XmlFault('attribute without quotes');
    const close = text.indexOf(quote, open + 1);
    if (close < 0) throw new XmlFault('attribute without an end');
    if (name !== 'xmlns' && !name.startsWith('xmlns:'))
      attributes.set(localName(name), decodeEntities(text.slice(open + 1, close)));
    position = close + 1;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x?[0-9a-fA-F]+|[A-Za-z][\w.-]*);/g, (_whole, body: string) => {
    if (!body.startsWith('#')) {
      const known = ENTITIES[body];
      if (known === undefined) throw new XmlFault(`unknown entity &${body};`);
      return known;
    }
    const code = body[1] === 'x' ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : '\ufffd';
  });
}

/** The text of a part: UTF-8, or UTF-16 where a byte-order mark says so. */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
