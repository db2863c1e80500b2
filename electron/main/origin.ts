/** The one origin whose pages this application shows. */
export const SCHEME = 'app';
export const OWN_HOST = 'vpdu';
export const OWN_ORIGIN = `${SCHEME}://${OWN_HOST}`;
export const START_ADDRESS = `${OWN_ORIGIN}/`;

/** Whether an address belongs to us: parsed and compared, never by its beginning ("app://vpdu.example/"). */
export function isOwnAddress(address: string): boolean {
  try {
    const url = new URL(address);
    return (
      url.protocol === `${SCHEME}:` && url.host === OWN_HOST && url.username === '' && url.password === ''
    );
  } catch {
    return false;
  }
}
