/**
 * The port that `PORT` asks for.
 * @throws when it is no port
 */
export function portFrom(asked: string | undefined, usual: number): number {
  if (!asked) return usual;
  if (!/^\d{1,5}$/.test(asked) || Number(asked) > 65535)
    throw new Error(`PORT is "${asked}"; give a number from 1 to 65535`);
  return Number(asked);
}
