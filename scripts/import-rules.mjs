// Who may import whom, as one table. `npm run lint:rules` writes it into biome.json.
// Biome's overlapping overrides replace each other's options instead of merging, so every scope
// below is given the union of all rules that hold in it, from the widest scope to the narrowest.

const DATABASE = ["@/db/**"];
const READS_AND_WRITES = ["@/lib/**/data", "@/lib/**/mutations"];
const LOADERS = ["@/lib/**/loaders"];
const NODE = ["node:*", "node:*/**"];

/**
 * `from` and `except` are globs of importing files; `forbid` are gitignore-style patterns of what they import
 * (`!` makes an exception). `violation` is an import that must be reported in `seed`, a file the test writes.
 */
export const importRules = [
  {
    name: "An import out of the own folder is written with @/",
    from: ["**"],
    // Plain JavaScript that runs before anything is built has no aliases.
    except: ["scripts/**"],
    forbid: ["../**"],
    seed: "lib/seeded/concept.ts",
    violation: "../cn",
  },
  {
    name: "lib/dsp is pure: nothing from outside it but npm packages",
    from: ["lib/dsp/**"],
    except: [],
    forbid: ["@/**", "!@/lib/dsp/**", ...NODE],
    seed: "lib/dsp/seeded.ts",
    violation: "@/lib/cn",
  },
  {
    name: "The visualizer's engine knows no React, no Next.js and no application",
    from: ["components/visualizer/engine/**"],
    except: [],
    forbid: ["react", "react/**", "react-dom", "next", "next/**", "@/app/**", "@/db/**", "@/lib/**", "!@/lib/dsp/**"],
    seed: "components/visualizer/engine/seeded.ts",
    violation: "react",
  },
  {
    name: "components/ui could ship in another product: only lib/cn",
    from: ["components/ui/**"],
    except: [],
    forbid: ["@/components/**", "!@/components/ui/**", "@/lib/**", "!@/lib/cn", "@/app/**"],
    seed: "components/ui/seeded.ts",
    violation: "@/lib/errors",
  },
  {
    name: "Components take props: no database, functions, data, mutations, loaders or Node",
    from: ["components/**"],
    except: [],
    forbid: [...DATABASE, "@/inngest/**", ...READS_AND_WRITES, ...LOADERS, ...NODE],
    seed: "components/seeded/concept.ts",
    violation: "node:fs/promises",
  },
  {
    name: "Pages use loaders and actions",
    from: ["app/**"],
    except: [],
    forbid: [...DATABASE, "drizzle-orm", "drizzle-orm/**", ...READS_AND_WRITES],
    seed: "app/(studio)/seeded/page.ts",
    violation: "@/lib/samples/data",
  },
  {
    name: "The API and the durable functions are no pages: no loaders, actions or request headers",
    from: ["lib/api/**", "inngest/functions/**"],
    except: [],
    forbid: [...LOADERS, "@/lib/**/actions", "next/headers"],
    seed: "inngest/functions/seeded-run.ts",
    violation: "next/headers",
  },
  {
    name: "lib does not know who calls it",
    from: ["lib/**"],
    except: [],
    forbid: ["@/app/**", "@/components/**", "@/inngest/functions/**"],
    seed: "lib/seeded/concept.ts",
    violation: "@/components/ui/button",
  },
  {
    name: "The database layer knows nothing of the product but its variables",
    from: ["db/**"],
    except: [],
    forbid: ["@/**", "!@/db/**", "!@/lib/env"],
    seed: "db/schema/seeded.ts",
    violation: "@/lib/errors",
  },
  {
    name: "Only data, mutations and lib/platform speak to the database",
    from: ["**"],
    except: ["**/data.ts", "**/mutations.ts", "lib/platform/**", "tests/**", "scripts/**", "cli/**", "db/**"],
    forbid: DATABASE,
    seed: "inngest/functions/seeded-run.ts",
    violation: "@/db/client",
  },
  {
    name: "What processes share at run time knows no product and no other folder",
    from: ["runtime/**"],
    except: [],
    forbid: ["@/app/**", "@/cli/**", "@/components/**", "@/db/**", "@/embedded/**", "@/inngest/**", "@/lib/**"],
    seed: "runtime/seeded.ts",
    violation: "@/lib/env",
  },
  {
    name: "The embedded services are docker-compose without Docker: they do not know the product",
    from: ["embedded/**"],
    except: [],
    forbid: ["@/app/**", "@/components/**", "@/lib/**", "!@/lib/env", "!@/lib/platform/**"],
    seed: "embedded/seeded.ts",
    violation: "@/lib/samples/schema",
  },
  {
    name: "Nothing in the product imports training or benchmarks",
    from: ["**"],
    except: ["training/**", "bench/**", "tests/**"],
    forbid: ["@/training/**", "@/bench/**"],
    seed: "lib/seeded/concept.ts",
    violation: "@/training/learn/adam",
  },
  {
    name: "Benchmarks do not know how the models are learned",
    from: ["bench/**"],
    except: [],
    forbid: ["@/training/**"],
    seed: "bench/seeded/main.ts",
    violation: "@/training/corpus/corpus",
  },
];

/** From the widest to the narrowest; a file takes the last scope that matches it. `sample` stands for the scope. */
const scopes = [
  { glob: "**", sample: "somewhere.ts" },
  { glob: "app/**", sample: "app/page.tsx" },
  { glob: "components/**", sample: "components/charts/x.tsx" },
  { glob: "components/ui/**", sample: "components/ui/x.tsx" },
  { glob: "components/visualizer/engine/**", sample: "components/visualizer/engine/x.ts" },
  { glob: "lib/**", sample: "lib/samples/policy.ts" },
  { glob: "lib/**/data.ts", sample: "lib/samples/data.ts" },
  { glob: "lib/**/mutations.ts", sample: "lib/samples/mutations.ts" },
  { glob: "lib/platform/**", sample: "lib/platform/x.ts" },
  { glob: "lib/api/**", sample: "lib/api/x.ts" },
  { glob: "lib/dsp/**", sample: "lib/dsp/x.ts" },
  { glob: "inngest/**", sample: "inngest/x.ts" },
  { glob: "inngest/functions/**", sample: "inngest/functions/x.ts" },
  { glob: "db/**", sample: "db/x.ts" },
  { glob: "embedded/**", sample: "embedded/x.ts" },
  { glob: "runtime/**", sample: "runtime/x.ts" },
  { glob: "cli/**", sample: "cli/x.ts" },
  { glob: "scripts/**", sample: "scripts/x.ts" },
  { glob: "bench/**", sample: "bench/speed/x.ts" },
  { glob: "training/**", sample: "training/learn/x.ts" },
  { glob: "tests/**", sample: "tests/x.ts" },
];

function matches(glob, path) {
  const pattern = glob
    .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("**/", "\u0001")
    .replaceAll("**", "\u0002")
    .replaceAll("*", "[^/]*")
    .replaceAll("\u0001", "(?:.*/)?")
    .replaceAll("\u0002", ".*");
  return new RegExp(`^${pattern}$`).test(path);
}

const holds = (rule, path) =>
  rule.from.some((glob) => matches(glob, path)) && !rule.except.some((glob) => matches(glob, path));

/** Biome's `overrides`: one a scope, with every rule that holds in it. */
export function importOverrides() {
  return scopes.map(({ glob, sample }) => ({
    includes: [glob],
    linter: {
      rules: {
        style: {
          noRestrictedImports: {
            level: "error",
            options: {
              patterns: importRules
                .filter((rule) => holds(rule, sample))
                .map((rule) => ({ group: rule.forbid, message: rule.name })),
            },
          },
        },
      },
    },
  }));
}
