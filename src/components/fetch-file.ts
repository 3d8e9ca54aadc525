/**
 * Fetches a file of the site.
 * @param what the file's content as a sentence begins with it: "the figure's data"
 * @throws Error in words for the reader: what could not be fetched, and why
 */
export async function fetchFile(address: string, what: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch {
    throw new Error(`${what} could not be fetched (the connection was lost or refused)`);
  }
  if (!response.ok) throw new Error(`${what} could not be fetched (status ${response.status})`);
  return response;
}
