/**
 * The port that `PORT` asks for; 0 asks for any that is free.
 * @throws when it is no port
 */
export function portFrom(asked: string | undefined, usual: number): number {
  if (!asked) return usual;
  if (!/^\d{1,5}$/.test(asked) || Number(asked) > 65535)
    throw new Error(`PORT is "${asked}"; give a number from 1 to 65535, or 0 for any port that is free`);
  return Number(asked);
}

/**
 * Why a server could not listen, in one line that says how to mend it.
 * @param command that takes another port, such as "npm run dev"
 */
export function portProblem({ code, message }: NodeJS.ErrnoException, port: number, command: string): string {
  const another = `PORT=${port < 65535 ? Math.max(port + 1, 1024) : 3000} ${command}`;
  if (code === "EADDRINUSE") return `port ${port} is taken; choose another one: ${another}`;
  if (code === "EACCES") return `port ${port} is kept for the system; choose another one: ${another}`;
  return `port ${port} cannot be opened (${message}); choose another one: ${another}`;
}
