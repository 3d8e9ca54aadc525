/**
 * Called in the process of a preview: what somebody saves in the midst of an edit may throw where Framework waits for
 * nothing, as it does when a page's files change. The preview goes on, and says what it was.
 */
export function survive(): void {
  for (const event of ["uncaughtException", "unhandledRejection"] as const)
    process.on(event, (error: unknown) => {
      console.error(
        `The preview goes on after a fault: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
}
