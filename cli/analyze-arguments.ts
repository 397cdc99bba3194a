import { parseArgs } from "node:util";
import { VALUE_NAMES, type ValueName } from "@/lib/analysis/record/measured-values";
import type { PathBytes } from "@/lib/format/path-bytes";
import { typedArguments } from "./typed-arguments";

export const ANALYZE_USAGE = `Usage: samplemind analyze <files or folders…> [options]

Searches folders and their subfolders for audio files by extension, and says what it leaves out. Files named here are
always tried.

  --json         one JSON object per line, in input order, instead of a table
  --jobs N       how many files at once (default: one per core)
  --only NAMES   measure only these, separated by commas: ${VALUE_NAMES.join(", ")}
  --help         this text

Exit status: 0 all files were analysed, 1 some failed, 2 bad usage.
`;

export interface AnalyzeArguments {
  paths: PathBytes[];
  json: boolean;
  jobs: number | undefined;
  only: ValueName[] | undefined;
}

/** Returns the arguments, "help", or what is wrong with them. */
export function parseAnalyzeArguments(args: string[]): AnalyzeArguments | "help" | Error {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        jobs: { type: "string" },
        only: { type: "string", multiple: true },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) return "help";
    if (positionals.length === 0) return new Error("Name at least one file or folder.");
    return {
      paths: typedArguments(positionals),
      json: values.json,
      jobs: jobsOf(values.jobs),
      only: onlyOf(values.only),
    };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function jobsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const jobs = Number(text);
  if (!/^\d+$/.test(text) || jobs < 1 || jobs > 256) throw new Error("--jobs takes a number from 1 to 256.");
  return jobs;
}

function onlyOf(texts: string[] | undefined): ValueName[] | undefined {
  if (texts === undefined) return undefined;
  const names = texts.flatMap((text) => text.split(",")).map((name) => name.trim());
  const isExtractor = (name: string): name is ValueName => (VALUE_NAMES as readonly string[]).includes(name);
  const unknown = names.find((name) => !isExtractor(name));
  if (unknown !== undefined) throw new Error(`--only does not know "${unknown}". It knows ${VALUE_NAMES.join(", ")}.`);
  return [...new Set(names.filter(isExtractor))];
}
