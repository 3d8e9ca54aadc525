import * as v from "valibot";

/** Any number; whether it is in range is for the model to say. */
export const number = v.pipe(v.number("a number"), v.finite("a finite number"));

/** Any id; whether there is such a thing is for the model to say. */
export const id = v.pipe(v.string("text"), v.regex(/^[\w-]{1,100}$/, "an id (letters, digits and hyphens)"));
