/** A whole answer of a producer. */
export interface Answer {
  /** Address that was asked. */
  address: string;
  bytes: Uint8Array;
  /** Of its headers, in small letters, what is kept or judged. */
  headers: { etag?: string; "last-modified"?: string; "content-type"?: string };
}
