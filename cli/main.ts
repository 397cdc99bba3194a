import { bundleAndImport } from "@/scripts/bundle.mjs";
import { analyzeCommand } from "./analyze";

const USAGE = `samplemind: audio analysis on the command line, and commands for operators

  samplemind analyze <files or folders…>   measures tempo, key, loudness and more of every file
  samplemind admin create-user|set-role|reset-password <address>   helps an operator who is locked out
  samplemind audit verify                  checks whether an entry of the audit was altered or removed

Run any of them with --help for its options.
`;

const [command, ...rest] = process.argv.slice(2);
if (command === "analyze") await analyzeCommand(rest);
// A separate bundle, so that analysing files does not have to load a database driver.
else if (command === "admin" || command === "audit") await bundleAndImport("cli/operator.ts");
else if (command === "--help" || command === "-h" || command === "help") process.stdout.write(USAGE);
else {
  process.stderr.write(command ? `Unknown command: ${command}\n\n${USAGE}` : USAGE);
  process.exitCode = 2;
}
