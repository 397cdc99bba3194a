import { adminCommand } from "./admin";
import { auditCommand } from "./audit";

const USAGE = `samplemind: commands for operators

  admin create-user|set-role|reset-password <address>   helps an operator who is locked out
  audit verify                                          checks whether an entry of the audit was altered or removed

Run any of them with --help for its options.
`;

/** The message of the innermost cause, because a failed statement's own message is only the statement. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return inner instanceof Error ? reasonOf(inner) : error.message;
}

async function run([name, ...rest]: string[]): Promise<void> {
  if (name === "admin") return adminCommand(rest);
  if (name === "audit") return auditCommand(rest);
  // Only for the container image, where this file is the whole command.
  process.stderr.write(USAGE);
  process.exitCode = 2;
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = 2;
}
