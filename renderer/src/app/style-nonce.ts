/**
 * Imported before antd: two of its helpers make <style> elements without a nonce, which the CSP refuses (then pages
 * scroll behind dialogs). Every style element made here gets the nonce of the page.
 */
const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');

/** The page's nonce, empty where the host sets none (development). */
export const styleNonce: string = meta?.nonce || meta?.getAttribute('content') || '';

if (styleNonce !== '') {
  const createElement = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = createElement(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = styleNonce;
    return element;
  }) as typeof document.createElement;
}
