/** The part of the library that is used here; it brings no types. */
declare module "jsonstat-toolkit" {
  interface Dimension {
    id: string[];
  }
  interface Dataset {
    Dimension(name: string): Dimension;
    Data(place: number, withStatus: true): { value: number | null; status: string | null } | null;
  }
  /** Reads a table that was parsed already. */
  export default function read(table: object): { Dataset(place: number): Dataset };
}
