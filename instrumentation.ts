/** Runs once when the server starts, before it accepts requests. */
export async function register(): Promise<void> {
  // Next.js also compiles this file for its edge runtime, and leaves out this block there.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { guardEntrance } = await import("@/lib/entrance/entrance");
    const { rememberNodeResponses } = await import("@/embedded/s3/response-framing");
    guardEntrance();
    rememberNodeResponses("/s3");
  }
}
