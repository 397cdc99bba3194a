import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongFirst } from "./scripts/long-first.mjs";

const root = fileURLToPath(new URL(".", import.meta.url));
const cores = availableParallelism();
const alias = {
  "@": root.replace(/\/$/, ""),
  // The marker package throws outside a React server; tests and scripts are neither.
  "server-only": fileURLToPath(new URL("./scripts/empty-module.mjs", import.meta.url)),
};

const integration = {
  testTimeout: 240_000,
  hookTimeout: 240_000,
  // Each file may start its own services.
  maxWorkers: Math.max(2, Math.floor(cores / 2)),
  // The SDK advises a newer Node once for each file.
  env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
};

export default defineConfig({
  resolve: { alias },
  test: {
    sequence: { sequencer: LongFirst },
    // `related` and `--changed` follow imports. These are read, or run before any test.
    forceRerunTriggers: [
      "**/{package,package-lock,tsconfig}.json",
      "**/vitest.config.ts",
      "**/db/migrations/**",
      "**/tests/factories/postgres-setup.ts",
      "**/tests/fixtures/{clips,music}/**",
    ],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "{app,bench,cli,components,db,embedded,inngest,lib,runtime,scripts,training}/**/*.test.ts",
            "tests/architecture/**/*.test.ts",
          ],
          // No unit test replaces a module or leaves anything behind, so a worker loads each module once.
          isolate: false,
          // No services: the variables are not checked, as in a build, and there is a secret to sign with.
          env: { NEXT_PHASE: "phase-production-build", NEXTAUTH_SECRET: "a secret of the unit tests alone" },
          maxWorkers: cores,
          // Bounds how long a hanging test takes, on a busy machine too.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          ...integration,
          name: "integration",
          include: ["tests/integration/*.test.ts"],
          // A process runs many files: loading the packages takes longer than most files do.
          isolate: false,
          globalSetup: "tests/factories/postgres-setup.ts",
          setupFiles: "tests/factories/shared-worker.ts",
        },
      },
      {
        extends: true,
        // What changes its process for good.
        test: { ...integration, name: "integration-alone", include: ["tests/integration/alone/*.test.ts"] },
      },
    ],
  },
});
