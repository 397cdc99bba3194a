// Who may import whom, as one table. `npm run lint:rules` writes it into biome.json.
// Biome's overlapping overrides replace each other's options instead of merging them. So each scope below gets all the
// rules that apply to it, from the widest scope to the narrowest.

const DATABASE = ["@/db/**"];
const READS_AND_VERBS = ["@/lib/**/data", "@/lib/**/mutations"];
/** These ask for no permission. Only verbs, jobs and each other may use them. */
const UNGUARDED = ["@/lib/**/lookups", "@/lib/**/writes", "@/lib/**/jobs"];
/** Files that use the database, besides the rooms that serve it. */
const DATABASE_FILES = ["data", "lookups", "gate", "mutations", "writes", "jobs", "effective-values"].map(
  (name) => `**/${name}.ts`,
);
const LOADERS = ["@/lib/**/loaders"];
const NODE = ["node:*", "node:*/**"];

/** The folders of `components` that features are built from. */
export const KITS = [
  "ui",
  "forms",
  "listing",
  "live",
  "charts",
  "keys",
  "player",
  "waveform",
  "meters",
  "choices",
  "site",
  "language",
];

/** Every other folder of `components` is a feature. Some show samples, so they also use `samples`. */
export const FEATURES = {
  admin: [],
  "api-keys": [],
  artists: [],
  auth: [],
  batches: ["samples"],
  collections: ["samples"],
  dashboard: ["onboarding"],
  design: [],
  duplicates: ["samples"],
  embed: [],
  gallery: ["artists", "visualizer"],
  help: [],
  imports: [],
  landing: ["samples"],
  library: ["collections", "onboarding", "samples", "search"],
  moderation: [],
  notices: [],
  onboarding: [],
  quotas: [],
  reactions: [],
  samples: [],
  search: ["onboarding", "samples"],
  settings: [],
  shell: [],
  slices: ["samples"],
  trash: ["samples"],
  upload: ["samples"],
  visualizer: ["collections", "library", "onboarding", "samples"],
  workbench: ["samples"],
};

const featureRules = Object.entries(FEATURES).map(([feature, uses]) => {
  const others = Object.keys(FEATURES).filter((other) => other !== feature && !uses.includes(other));
  return {
    name: `components/${feature} imports kits${uses.map((other) => `, components/${other}`).join("")} and no other feature`,
    from: [`components/${feature}/**`],
    except: [],
    forbid: others.map((other) => `@/components/${other}/**`),
    seed: `components/${feature}/seeded.tsx`,
    violation: `@/components/${others[0]}/concept`,
  };
});

/**
 * `from` and `except` are globs of importing files. `forbid` has gitignore-style patterns of what they must not import
 * (`!` makes an exception). The test writes the file `seed` and expects a report of the import `violation` in it.
 */
export const importRules = [
  {
    name: "Imports from other folders start with @/",
    from: ["**"],
    // Plain JavaScript that runs before any build has no aliases.
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
    name: "The galaxy's engine knows no React, no Next.js, and of the application only how points travel",
    from: ["components/visualizer/galaxy/engine/**"],
    except: [],
    forbid: [
      ...["react", "react/**", "react-dom", "next", "next/**", "@/app/**", "@/components/**", "@/db/**", "@/lib/**"],
      ...["!@/lib/galaxy/schema", "!@/lib/format/oklch"],
    ],
    seed: "components/visualizer/galaxy/engine/seeded.ts",
    violation: "react",
  },
  {
    name: "The meters' engine also runs in the audio thread: no React, no Next.js and no application",
    from: ["components/meters/engine/**"],
    except: [],
    forbid: ["react", "react/**", "react-dom", "next", "next/**", "@/app/**", "@/db/**", "@/lib/**", "!@/lib/dsp/**"],
    seed: "components/meters/engine/seeded.ts",
    violation: "react",
  },
  {
    name: "Links are those of components/ui/link, which fetch a page when they are pointed at",
    from: ["app/**", "components/**"],
    except: [],
    forbid: ["next/link"],
    seed: "components/shell/seeded.tsx",
    violation: "next/link",
  },
  {
    name: "components/ui could ship in another product: only lib/cn, lib/format and lib/language",
    from: ["components/ui/**"],
    except: [],
    forbid: [
      "@/components/**",
      "!@/components/ui/**",
      "@/lib/**",
      "!@/lib/cn",
      "!@/lib/format/**",
      "!@/lib/language/**",
      "@/app/**",
    ],
    seed: "components/ui/seeded.ts",
    violation: "@/lib/errors",
  },
  {
    name: "Components take props: no database, functions, reads, verbs, loaders or Node",
    from: ["components/**"],
    except: [],
    forbid: [...DATABASE, "@/inngest/**", ...READS_AND_VERBS, ...UNGUARDED, "@/lib/**/gate", ...LOADERS, ...NODE],
    seed: "components/seeded/concept.ts",
    violation: "node:fs/promises",
  },
  {
    name: "The kits of components know no feature",
    from: KITS.map((kit) => `components/${kit}/**`),
    except: [],
    forbid: Object.keys(FEATURES).map((feature) => `@/components/${feature}/**`),
    seed: "components/forms/seeded.tsx",
    violation: "@/components/settings/setting-row",
  },
  ...featureRules,
  {
    name: "Pages use loaders and actions",
    from: ["app/**"],
    except: [],
    forbid: [...DATABASE, "drizzle-orm", "drizzle-orm/**", ...READS_AND_VERBS, ...UNGUARDED],
    seed: "app/(studio)/seeded/page.ts",
    violation: "@/lib/samples/data",
  },
  {
    name: "The API and the durable functions are not pages: no loaders, actions or request headers",
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
    name: "The database layer knows only the product's variables",
    from: ["db/**"],
    except: [],
    forbid: ["@/**", "!@/db/**", "!@/lib/env"],
    seed: "db/schema/seeded.ts",
    violation: "@/lib/errors",
  },
  {
    name: "Only reads, verbs, writes, jobs, lib/work and lib/platform use the database",
    from: ["**"],
    except: [...DATABASE_FILES, "lib/work/**", "lib/platform/**", "tests/**", "scripts/**", "cli/**", "db/**"],
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
    name: "The API asks for permission: no lookups, writes or jobs",
    from: ["lib/api/operations/**", "lib/**/actions.ts"],
    except: [],
    forbid: UNGUARDED,
    seed: "lib/api/operations/seeded/verb.ts",
    violation: "@/lib/samples/writes",
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

/** From the widest to the narrowest. The last scope that matches a file applies. `sample` is a file of the scope. */
const scopes = [
  { glob: "**", sample: "somewhere.ts" },
  { glob: "app/**", sample: "app/page.tsx" },
  { glob: "components/**", sample: "components/somewhere/x.tsx" },
  ...[...KITS, ...Object.keys(FEATURES)].map((folder) => ({
    glob: `components/${folder}/**`,
    sample: `components/${folder}/x.tsx`,
  })),
  { glob: "components/visualizer/engine/**", sample: "components/visualizer/engine/x.ts" },
  { glob: "components/visualizer/galaxy/engine/**", sample: "components/visualizer/galaxy/engine/x.ts" },
  { glob: "components/meters/engine/**", sample: "components/meters/engine/x.ts" },
  { glob: "lib/**", sample: "lib/samples/policy.ts" },
  ...DATABASE_FILES.map((glob) => ({ glob: `lib/${glob}`, sample: `lib/samples/${glob.slice(3)}` })),
  { glob: "lib/**/actions.ts", sample: "lib/samples/actions.ts" },
  { glob: "lib/work/**", sample: "lib/work/x.ts" },
  { glob: "lib/platform/**", sample: "lib/platform/x.ts" },
  { glob: "lib/api/**", sample: "lib/api/x.ts" },
  ...DATABASE_FILES.map((glob) => ({ glob: `lib/api/${glob}`, sample: `lib/api/http/${glob.slice(3)}` })),
  { glob: "lib/api/operations/**", sample: "lib/api/operations/samples/x.ts" },
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

/** Biome's `overrides`: one for each scope, with every rule that applies to it. */
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
