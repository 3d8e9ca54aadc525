/** The command was asked for what it does not do: exit code 2. */
export class UsageFault extends Error {}

export const usage = `npm run pdf -- <address> [file] [--site <address of the site>]
  address  of a page of dist/, with its choices: /cities/lisbon, "/compare?cities=lisbon,nairobi"
  file     of the PDF, or its folder; by default the last part of the address and the version of the data
  --site   where the site is published, for addresses and links on the sheets: https://arrivals.example.org/`;
