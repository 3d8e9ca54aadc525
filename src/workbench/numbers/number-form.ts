/** What a field for a number takes. Its numbers are in the unit of the field: per cent are 95, a share is 0.95. */
export interface NumberForm {
  /** `euro` takes a € sign, `percent` and `share` a % sign, `number` neither. */
  unit: "euro" | "percent" | "share" | "number";
  minimum: number;
  maximum: number;
  whole?: boolean;
  /** True where a share is told in per cent; default false, "0.95". */
  inPercent?: boolean;
  /** True where nothing may be typed. */
  optional?: boolean;
  /** What is counted, one and several: "year", "years". They may be typed behind the number. */
  counted?: readonly [one: string, several: string];
  /** A calendar year, which is written without groups of digits. */
  calendar?: boolean;
  /** Why there is no more: "the model looks 10 years ahead at most". */
  most?: string;
  /** Why there is no less. */
  least?: string;
}

/** An amount of money, EUR. */
export const euroForm = (minimum: number, maximum: number): NumberForm => ({
  unit: "euro",
  minimum,
  maximum,
});

/** A coverage from 0 to 1, typed in per cent or as a share; words about it are in per cent, as on the pictures. */
export const coverageForm: NumberForm = { unit: "share", minimum: 0, maximum: 1, inPercent: true };
