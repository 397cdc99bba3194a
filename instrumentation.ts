/** Runs once when the server starts, before it accepts requests. */
export async function register(): Promise<void> {
  // Next.js also compiles this file for its edge runtime, and leaves out this block there.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { markLocalRequests } = await import("@/lib/request/local-request");
    const { appendPeerAddresses } = await import("@/lib/request/peer-address");
    const { giveSetupCode } = await import("@/lib/accounts/registration/setup-notice");
    const { rememberNodeResponses } = await import("@/embedded/s3/response-framing");
    // Before the peer is added to the headers: whether a proxy has written some can then no longer be seen.
    markLocalRequests();
    appendPeerAddresses();
    rememberNodeResponses("/s3");
    await giveSetupCode();
  }
}
