import type { PlotOptions } from "@observablehq/plot";

/** Size and projection of a map of the inhabited earth. @param width in CSS pixels */
export function earthPicture(width: number): Pick<PlotOptions, "width" | "height" | "margin" | "projection"> {
  return {
    width,
    height: Math.round(width * 0.47),
    margin: 2,
    projection: {
      type: "equal-earth",
      domain: {
        type: "MultiPoint",
        coordinates: [
          [-168, 70],
          [178, 70],
          [-120, -52],
          [178, -48],
        ],
      },
    },
  };
}
