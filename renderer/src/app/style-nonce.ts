/**
 * Imported before antd: two of its helpers make <style> elements without a nonce, which the CSP refuses (then pages
 * scroll behind dialogs). Every style element made here gets the nonce of the page.
 */
const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');

/** The page's nonce, empty where the host sets none (development). */
export const styleNonce: string = meta?.nonce || meta?.getAttribute('content') || '';

if (styleNonce !== '') {
  // The lint takes the overload for obsolete tag names; and the original is only ever called on this document.
  /* eslint-disable @typescript-eslint/no-deprecated */
  const original = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = original(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = styleNonce;
    return element;
  };
  /* eslint-enable @typescript-eslint/no-deprecated */
}
