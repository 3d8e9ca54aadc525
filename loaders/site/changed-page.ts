/** That a page of Framework's is not as expected: an upgrade may not switch off silently what is done to pages. */
export function changed(name: string, expected: string): Error {
  return new Error(`${name}: expected ${expected}; has Framework changed its pages?`);
}
