import { serveSite } from "../../../loaders/site/serve.js";

/** Serves the folder named in the command, in a process that a test can keep short of file handles. */
const { url } = await serveSite(process.argv[2]!);
console.log(url);
