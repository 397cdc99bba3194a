import { adminCommand } from "./admin";
import { auditCommand } from "./audit";

/** The innermost cause: a failed statement's own message is the statement. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return inner instanceof Error ? reasonOf(inner) : error.message;
}

const [name, ...rest] = process.argv.slice(2);
try {
  await (name === "admin" ? adminCommand(rest) : auditCommand(rest));
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = 2;
}
