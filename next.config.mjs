// The analysis worker is a bundle of its own: nothing in the application imports what it needs at run time.
const decoders = ["mp3", "flac", "vorbis", "opus", "aac"].map((codec) => `@audio/decode-${codec}`);
const workerPackages = ["audio-decode", "@audio/decode", "audio-type", ...decoders];
workerPackages.push("fast-png", "iobuffer", "fflate", "meyda", "fftjs", "dct", "zod");

/** @type {import("next").NextConfig} */
export default {
  // A build beside another one (end-to-end tests, a second checkout in dev) names its own folder.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  output: "standalone",
  cacheComponents: true,
  partialPrefetching: true,
  reactStrictMode: true,
  // In development Next.js would write every action's arguments to the log, passwords and codes among them.
  logging: { serverFunctions: false },
  poweredByHeader: false,
  // S3 clients ask for `/s3/<bucket>/`, and a redirect would not carry their signature.
  skipTrailingSlashRedirect: true,
  // Types are checked by `npm run typecheck`, with the project references that the build does not know.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["audio-decode", "@audio/decode", "@node-rs/argon2", "pino", "pg", "esbuild"],
  outputFileTracingIncludes: {
    "/api/inngest": ["./dist/analysis-worker.mjs", ...workerPackages.map((name) => `./node_modules/${name}/**/*`)],
  },
};
