import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { HelpCode, HelpPage } from "@/lib/help/schema";

/** The commands of one block, and what they are said to print; null if nothing is said. */
export interface HelpCommand {
  text: string;
  prints: string | null;
}

const codeOf = ({ blocks }: HelpPage) => blocks.filter((block): block is HelpCode => block.kind === "code");

/** The commands of a page that can be run. */
export function commandsOf(page: HelpPage): HelpCommand[] {
  const code = codeOf(page);
  return code.flatMap(({ language, isOutput, notRun, text }, at) => {
    if (language !== "sh" || isOutput || notRun !== null) return [];
    const next = code[at + 1];
    return [{ text, prints: next?.isOutput ? next.text : null }];
  });
}

/** Writes the programs of a page that its commands start. */
export function writePrograms(page: HelpPage, folder: string): void {
  for (const { fileName, text } of codeOf(page)) if (fileName) writeFileSync(join(folder, fileName), text);
}

export interface CommandRun {
  text: string;
  /** Both streams, in the order in which they came. */
  printed: string;
}

const MARK = "\u001e";

/**
 * Runs the commands of a page as one person at one shell would, so that later ones know the variables of earlier ones.
 * What needs the source runs in it, everything else in `folder`.
 * @throws Error if a command fails, with what it printed
 */
export async function runCommands(
  commands: readonly HelpCommand[],
  folder: string,
  env: Record<string, string>,
): Promise<CommandRun[]> {
  const script = commands.map(({ text }) => {
    const place = text.includes("npm run") ? process.cwd() : folder;
    return `printf '\\036'\ncd '${place}'\n${text}\n`;
  });
  const child = spawn("bash", ["-e"], { env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
  child.stdin.end(`exec 2>&1\n${script.join("\n")}`);
  await once(child, "close");
  const printed = output.split(MARK).slice(1);
  const runs = commands.map(({ text }, at) => ({ text, printed: (printed[at] ?? "").replaceAll("\r", "").trim() }));
  const failed = runs[printed.length - 1];
  if (child.exitCode !== 0) throw new Error(`${failed?.text} ended with ${child.exitCode}:\n${failed?.printed}`);
  return runs;
}

/** What is said to be printed, as a pattern: `…` stands for anything. */
export function printedPattern(prints: string): RegExp {
  const parts = prints
    .trim()
    .split("…")
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[\\s\\S]*?")}$`);
}
