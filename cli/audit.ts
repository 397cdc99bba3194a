import { parseArgs } from "node:util";
import type { ChainFault, NotedHead } from "@/lib/audit/chain";
import type { ChainVerdict } from "@/lib/audit/data";
import { withInstallation } from "./installation";

export const AUDIT_USAGE = `Usage: samplemind audit verify [--expect HASH@SEQ]

Reads the whole audit, computes every hash again, and names each entry that was altered or removed. Entries cut off at
the end leave no trace: note the printed head somewhere else, and pass it with --expect next time.

  --expect HASH@SEQ  a head that an earlier run printed
  --help             this text

Exit status: 0 intact, 1 not intact, 2 bad usage, or the database could not be read.
`;

const HEAD = /^([0-9a-f]{64})@(\d{1,15})$/;

export async function auditCommand(args: string[]): Promise<void> {
  const noted = parseAuditArguments(args);
  if (noted === "help") {
    process.stdout.write(AUDIT_USAGE);
    return;
  }
  if (noted instanceof Error) {
    process.stderr.write(`${noted.message}\n\n${AUDIT_USAGE}`);
    process.exitCode = 2;
    return;
  }
  const verdict = await withInstallation(async () => {
    const { verifyChain } = await import("@/lib/audit/data");
    return verifyChain(noted);
  });
  process.stdout.write(verdictText(verdict));
  process.exitCode = verdict.faultCount === 0 ? 0 : 1;
}

/** Returns the head to compare with (null for none), "help", or what is wrong with the arguments. */
function parseAuditArguments(args: string[]): NotedHead | null | "help" | Error {
  try {
    const options = { expect: { type: "string" }, help: { type: "boolean", short: "h" } } as const;
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    if (values.help) return "help";
    if (positionals.join(" ") !== "verify") return new Error('The only command of "audit" is verify.');
    if (values.expect === undefined) return null;
    const [, hash, seq] = HEAD.exec(values.expect) ?? [];
    return hash && seq ? { hash, seq: Number(seq) } : new Error("--expect takes a head in the form HASH@SEQ.");
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function verdictText({ count, head, faults, faultCount }: ChainVerdict): string {
  const entries = `${count} ${count === 1 ? "entry" : "entries"}`;
  const position = `head ${head.hash}@${head.seq}\n`;
  if (faultCount === 0) return `${entries}, intact\n${position}`;
  const more = faultCount > faults.length ? [`and ${faultCount - faults.length} more`] : [];
  const lines = [...faults.map(faultText), ...more].map((line) => `  ${line}\n`).join("");
  return `${entries}, NOT intact: ${faultCount} ${faultCount === 1 ? "fault" : "faults"}\n${lines}${position}`;
}

function faultText(fault: ChainFault): string {
  const { seq } = fault;
  switch (fault.kind) {
    case "altered":
      return `entry ${seq} was altered: its hash does not match its content`;
    case "removed":
      return fault.lastSeq > seq ? `entries ${seq} to ${fault.lastSeq} were removed` : `entry ${seq} was removed`;
    case "unlinked":
      return `entry ${seq} does not follow entry ${seq - 1}: one of the two was replaced`;
    case "cut":
      return `entries ${fault.headSeq + 1} to ${seq} were cut off the end`;
    case "replaced":
      return `entry ${seq} differs from the head that you gave`;
  }
}
