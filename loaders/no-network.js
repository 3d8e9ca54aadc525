/** A page asks no other host: what a library would fetch is refused. */
export default function refuse() {
  throw new Error("this library may not use the network");
}
export const Headers = undefined;
