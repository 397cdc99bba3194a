import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ANSWER_HEADERS, CLOSED_POLICY, NOWHERE_HEADER } from "./lib/request/answer-headers.mjs";

// The analysis worker is a bundle of its own: nothing in the application imports what it needs at run time.
const decoders = ["mp3", "flac", "vorbis", "opus", "aac"].map((codec) => `@audio/decode-${codec}`);
const workerPackages = ["audio-decode", "@audio/decode", "audio-type", ...decoders];
workerPackages.push("fast-png", "iobuffer", "fflate", "meyda", "fftjs", "dct", "zod");
for (const name of ["music-metadata", "fast-xml-parser", "sharp"]) workerPackages.push(...withDependencies(name));

/** A package and all that it needs, with those of its native builds that this machine has. */
function withDependencies(name, found = new Set()) {
  const description = new URL(`./node_modules/${name}/package.json`, import.meta.url);
  if (found.has(name) || !existsSync(description)) return found;
  found.add(name);
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(description, "utf8"));
  for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) withDependencies(needed, found);
  return found;
}

/** A worker lives under the policy of the file it is made from. */
const FILE_POLICY = `default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; ${[
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ")}`;
const TWO_YEARS_SECONDS = 2 * 365 * 24 * 60 * 60;
const answered = (source, headers, condition = {}) => ({
  source,
  headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
  ...condition,
});
/** Only the player that other sites embed may be framed. */
const { "X-Frame-Options": FRAMING, ...UNFRAMED_HEADERS } = ANSWER_HEADERS;
/** What other sites' pages may load. */
const ELSEWHERE = { "Cross-Origin-Resource-Policy": "cross-origin" };
const BEHIND_TLS = { has: [{ type: "header", key: "x-forwarded-proto", value: "https(,.*)?" }] };

const SOURCES = [
  "app",
  "bench",
  "cli",
  "components",
  "db",
  "docs",
  "embedded",
  "inngest",
  "lib",
  "plugins",
  "runtime",
].concat(["scripts", "tests", "training"]);

/** @type {import("next").NextConfig} */
export default {
  // A build beside another one (end-to-end tests, a second checkout in dev) names its own folder.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  output: "standalone",
  cacheComponents: true,
  partialPrefetching: true,
  // Otherwise each page is drawn a second time, for the browser to keep what of it needs no request. All of ours need one.
  experimental: { cachedNavigations: false },
  cacheHandler: fileURLToPath(new URL("./runtime/page-cache.mjs", import.meta.url)),
  reactStrictMode: true,
  // In development Next.js would write every action's arguments to the log, passwords and codes among them.
  logging: { serverFunctions: false },
  poweredByHeader: false,
  turbopack: { rules: { "**/lucide-react/dist/esm/createLucideIcon.mjs": { loaders: ["./scripts/icon-base.cjs"] } } },
  // S3 clients ask for `/s3/<bucket>/`, and a redirect would not carry their signature.
  skipTrailingSlashRedirect: true,
  // The proxy sets the policy of a document, which has a nonce, over the one that stands here.
  headers: async () => [
    answered("/:path*", { ...UNFRAMED_HEADERS, "Content-Security-Policy": CLOSED_POLICY }),
    answered("/((?!embed/).*)", { "X-Frame-Options": FRAMING }),
    answered("/embed/:path*", ELSEWHERE),
    answered("/gallery/:slug/opengraph.png", ELSEWHERE),
    answered("/artists/:handle/pictures/:name", ELSEWHERE),
    answered("/_next/static/:path*", { "Content-Security-Policy": FILE_POLICY }),
    answered("/:path*", { "Strict-Transport-Security": `max-age=${TWO_YEARS_SECONDS}` }, BEHIND_TLS),
  ],
  // Here and not in the proxy: at a loopback address, Next.js takes the proxy's rewrite for one to another server, and
  // fetches the answer through a second request that can fail.
  rewrites: async () => ({
    beforeFiles: [{ source: "/:path*", has: [{ type: "header", key: NOWHERE_HEADER }], destination: "/not-found" }],
  }),
  // Types are checked by `npm run typecheck`, with the project references that the build does not know.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["audio-decode", "@audio/decode", "@node-rs/argon2", "pino", "pg", "esbuild"],
  // Next.js takes names in our code ("objects", "uploads") for folders to carry along. No source runs beside the server.
  outputFileTracingExcludes: { "/*": SOURCES.map((folder) => `./${folder}/**`) },
  outputFileTracingIncludes: {
    "/docs": ["./dist/help.json"],
    "/docs/[page]": ["./dist/help.json"],
    "/galaxy": ["./dist/galaxy-first-picture.js"],
    // The renderer of pictures loads its font and its two programs by path.
    "/gallery/[slug]/opengraph.png": ["./node_modules/next/dist/compiled/@vercel/og/*"],
    "/api/inngest": [
      "./dist/analysis-worker.mjs",
      "./dist/similarity-index.mjs",
      "./dist/galaxy-layout.mjs",
      ...workerPackages.map((name) => `./node_modules/${name}/**/*`),
      // One of its sixteen builds.
      "./node_modules/libflacjs/{package.json,LICENSE,dist/libflac.js}",
    ],
  },
};
