import "server-only";

/** A process that cannot use its variables would answer every request with an error, and never say why at its start. */
export async function checkVariables(): Promise<void> {
  try {
    await import("@/lib/env");
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
