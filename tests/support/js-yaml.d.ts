/** js-yaml ships no types; tests only read. */
declare module 'js-yaml' {
  export function load(text: string): unknown;
}
