/** Colours for values of no list: apart in hue and lightness, in light and dark. */
const colours = ["--mark", "--third", "--cultural", "--political", "--international", "--other"];

/** The colour of the series with this number, from 0; after the last the first comes again. */
export const seriesColour = (series: number): string => `var(${colours[series % colours.length]!})`;
