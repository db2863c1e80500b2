/** The policy that every page of every host carries: nothing from outside, no inline code, no inline styles. */

/** What `html.cspNonce` of the build leaves in the page. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/** `nonce` is new for each response: Ant Design's style elements carry it. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
