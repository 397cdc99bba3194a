/** Runs once when the server starts, before it takes requests. */
export async function register(): Promise<void> {
  // Next.js compiles this file for its edge runtime too, and leaves the block out there.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { appendPeerAddresses } = await import("@/lib/request/peer-address");
    const { rememberNodeResponses } = await import("@/embedded/s3/response-framing");
    appendPeerAddresses();
    rememberNodeResponses("/s3");
  }
}
