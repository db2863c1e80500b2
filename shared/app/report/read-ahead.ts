/** Reading the next files while one is being taken in: parsing and writing keep each other busy. */

/** Files under way at the same time; more would only fill the memory. */
const AHEAD = 4;

/** `read` of every file, in order. What was begun when the caller stops is left to end by itself. */
export async function* readAhead<T, R>(
  files: readonly T[],
  read: (file: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const begun: Promise<R>[] = [];
  let next = 0;
  const begin = (): void => {
    const file = files[next];
    next += 1;
    if (file === undefined) return;
    const reading = read(file);
    // Nobody waits for it any more when the caller has stopped.
    reading.catch(() => undefined);
    begun.push(reading);
  };
  for (let index = 0; index < AHEAD; index += 1) begin();
  for (let reading = begun.shift(); reading !== undefined; reading = begun.shift()) {
    begin();
    yield await reading;
  }
}
