/** A place of a picture with the words a pointer near it is told, a line each. */
export interface Spot {
  /** In pixels of the picture as drawn. */
  x: number;
  y: number;
  /** Made when they are asked for: a redraw has no time for words that nobody may want. */
  words: () => string;
}

const spotsOf = new WeakMap<Element, readonly Spot[]>();

/** Leaves a picture's places behind, for `pointerTip`; marks of their own would cost a redraw more than all else. */
export function setSpots(picture: Element, spots: readonly Spot[]): void {
  spotsOf.set(picture, spots);
}

/** The places of a picture. */
export const spotsIn = (picture: Element): readonly Spot[] => spotsOf.get(picture) ?? [];

/**
 * The place nearest to a point, or none within reach.
 * @param reach in pixels
 */
export function nearestSpot(spots: readonly Spot[], x: number, y: number, reach = 60): Spot | null {
  let nearest: Spot | null = null;
  let least = reach * reach;
  for (const spot of spots) {
    const distance = (spot.x - x) ** 2 + (spot.y - y) ** 2;
    if (distance >= least) continue;
    least = distance;
    nearest = spot;
  }
  return nearest;
}
