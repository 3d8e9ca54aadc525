import { modelFor } from "../model/own-city.js";
import type { Today } from "../scenario/record.js";
import type { Workbench } from "./store.js";

/** What the workbench's scenarios are made on. */
export function todayOf({ model, dataVersion, awaitsRegister }: Workbench): Today {
  return { model: modelFor(model, undefined), dataVersion, ...(awaitsRegister && { awaitsRegister }) };
}

/** The same at every moment: the register of practices may come later. */
export function todayIn(workbench: Workbench): Today {
  return {
    dataVersion: workbench.dataVersion,
    get model() {
      return modelFor(workbench.model, undefined);
    },
    get awaitsRegister() {
      return workbench.awaitsRegister;
    },
  };
}
