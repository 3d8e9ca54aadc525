/**
 * Runs a loader: writes what it makes to stdout, whole and once, or nothing at all. If it fails, its message goes
 * to stderr and the process ends with exit code 1, which fails the build.
 * @param make the file's bytes or text
 */
export async function writeOutput(
  make: () => Uint8Array | string | Promise<Uint8Array | string>,
): Promise<void> {
  try {
    const output = await make();
    await new Promise<void>((resolve, reject) => {
      process.stdout.on("error", reject);
      process.stdout.write(output, (error) => (error ? reject(error) : resolve()));
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
