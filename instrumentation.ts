/** Runs once when the server starts, before it accepts requests. */
export async function register(): Promise<void> {
  // Next.js also compiles this file for its edge runtime, and leaves out this block there.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { markLocalRequests } = await import("@/lib/request/local-request");
    const { guardEntrance } = await import("@/lib/entrance/entrance");
    const { boundRequestTimes } = await import("@/lib/request/server-timeouts");
    const { rememberNodeResponses } = await import("@/embedded/s3/response-framing");
    // Before anything else changes the headers: whether a proxy has written some can then no longer be seen.
    markLocalRequests();
    guardEntrance();
    boundRequestTimes("/s3");
    rememberNodeResponses("/s3");
    const { startUpkeep } = await import("@/inngest/upkeep");
    startUpkeep();
    const { giveSetupCode } = await import("@/lib/accounts/registration/setup-notice");
    await giveSetupCode();
  }
}
