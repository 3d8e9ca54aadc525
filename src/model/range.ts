/** A closed range of numbers with its unit. */
export interface Range {
  minimum: number;
  maximum: number;
  unit: string;
}
