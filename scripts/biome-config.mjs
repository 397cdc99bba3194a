// Writes biome.json: the settings below and the import rules of scripts/import-rules.mjs.
import { writeFileSync } from "node:fs";
import { importOverrides } from "./import-rules.mjs";

/** A learned weight may happen to be close to a mathematical constant. */
const learnedNumbers = {
  includes: ["**/*-weights.ts"],
  linter: { rules: { suspicious: { noApproximativeNumericConstant: "off" } } },
};

export function biomeConfig() {
  return {
    $schema: "./node_modules/@biomejs/biome/configuration_schema.json",
    vcs: { enabled: true, clientKind: "git", useIgnoreFile: true },
    files: {
      includes: ["**", "!db/migrations", "!package-lock.json", "!**/*.md", "!**/*.svg", "!**/example-record.json"],
    },
    formatter: { indentStyle: "space", indentWidth: 2, lineWidth: 120 },
    linter: {
      enabled: true,
      rules: {
        preset: "recommended",
        suspicious: { noImportCycles: "error", noExplicitAny: "error", noConsole: "error" },
        correctness: { noUnusedImports: "error", noUnusedVariables: "error" },
        style: { useImportType: "error", noNonNullAssertion: "error" },
      },
    },
    css: { parser: { tailwindDirectives: true } },
    overrides: [learnedNumbers, ...importOverrides()],
  };
}

if (process.argv[1]?.endsWith("biome-config.mjs")) {
  writeFileSync(new URL("../biome.json", import.meta.url), `${JSON.stringify(biomeConfig(), null, 2)}\n`);
}
