/** Runs once when the server starts, before it accepts requests. */
export async function register(): Promise<void> {
  // Next.js also compiles this file for its edge runtime, and leaves out this block there.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { guardEntrance } = await import("@/lib/entrance/entrance");
    const { boundRequestTimes } = await import("@/lib/request/server-timeouts");
    const { rememberNodeResponses } = await import("@/embedded/s3/response-framing");
    guardEntrance();
    boundRequestTimes("/s3");
    rememberNodeResponses("/s3");
    const { startUpkeep } = await import("@/inngest/upkeep");
    startUpkeep();
  }
}
