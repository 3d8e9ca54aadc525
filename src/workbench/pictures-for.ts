import type { Model } from "../model/model.js";
import { scenarioPictures } from "../scenario-charts/pictures.js";
import type { ScenarioPicture } from "../scenario-charts/picture.js";

/** The pictures that say something of a model: one city has no inequality, and unknown partnerships have no mix. */
export function picturesFor({ baseline }: Model): readonly ScenarioPicture[] {
  return scenarioPictures.filter(
    ({ id }) =>
      !(id === "inequality" && baseline.cities.length === 1) &&
      !(id === "partnership-mix" && baseline.partnershipsCounted === false),
  );
}
