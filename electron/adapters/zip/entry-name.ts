/** Which names inside a zip are taken: relative, forward slashes, nothing that leaves the folder on any system. */

const DRIVE = /^[a-z]:/i;

/** The name in NFC, or null when it could leave the folder it is unpacked into or cannot be a file's name. */
export function safeEntryName(stored: string): string | null {
  const name = stored.normalize('NFC');
  if (name === '' || name.length > 400) return null;
  if (name.startsWith('/') || name.includes('\\') || DRIVE.test(name)) return null;

  if (/[\u0000-\u001f<>:"|?*\ufffd]/.test(name)) return null;
  const parts = name.replace(/\/$/, '').split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..' || /[. ]$/.test(part))) return null;
  return name;
}
