/** Runs once when the server starts, before it accepts requests. */
export async function register(): Promise<void> {
  // Next.js also compiles this file for its edge runtime, and leaves out this block there.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    // Not in this file: the build warns of what the edge runtime cannot do wherever it stands here.
    const { checkVariables } = await import("@/lib/entrance/check-variables");
    await checkVariables();
    const { guardEntrance } = await import("@/lib/entrance/entrance");
    const { allowSlowUploads } = await import("@/lib/entrance/slow-uploads");
    const { rememberNodeResponses } = await import("@/embedded/s3/response-framing");
    guardEntrance();
    allowSlowUploads("/s3");
    rememberNodeResponses("/s3");
    const { clearAbandonedFolders } = await import("@/lib/pipeline/steps/temporary-folder");
    void clearAbandonedFolders();
    const { startUpkeep } = await import("@/inngest/upkeep");
    startUpkeep();
    const { startIndexer } = await import("@/lib/search-documents/indexer");
    startIndexer();
    const { env } = await import("@/lib/env");
    const { startIndex } = await import("@/lib/similarity/index-process/client");
    if (env.SIMILARITY_INDEX === "on") startIndex(env.DATABASE_URL);
    const { giveSetupCode } = await import("@/lib/accounts/registration/setup-notice");
    await giveSetupCode();
  }
}
