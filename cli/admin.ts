import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
import { ZodError } from "zod";
import { counted } from "@/lib/format/count";
import { ADMIN_USAGE, type AdminCommand, parseAdminArguments } from "./admin-arguments";
import { withInstallation } from "./installation";

/** 120 bits: impossible to guess, but short enough to type. */
const PASSWORD_BYTES = 15;

const REFUSALS: Readonly<Record<string, string>> = {
  email_taken: "An account with this address already exists.",
  unknown_address: "There is no account with this address.",
  demo_account: "The demo account cannot be changed.",
  last_admin: "This is the only admin. Make someone else an admin first.",
  password_common: "This password is one of the most common ones. Choose a different one.",
  password_personal: "This password is too close to the person's name or address. Choose a different one.",
};

/** What was done or why it was refused, for the person at the terminal. */
type Outcome = { done: string } | { refusal: string };

export async function adminCommand(args: string[]): Promise<void> {
  const command = parseAdminArguments(args);
  if (command === "help") {
    process.stdout.write(ADMIN_USAGE);
    return;
  }
  if (command instanceof Error) {
    process.stderr.write(`${command.message}\n\n${ADMIN_USAGE}`);
    process.exitCode = 2;
    return;
  }
  const given = "fromStdin" in command && command.fromStdin ? await firstLineOfInput() : null;
  const outcome = await withInstallation(() => run(command, given)).catch(invalidInput);
  if ("done" in outcome) process.stdout.write(outcome.done);
  else {
    process.stderr.write(`${outcome.refusal}\n`);
    process.exitCode = 1;
  }
}

async function run(command: AdminCommand, given: string | null): Promise<Outcome> {
  const operator = await import("@/lib/accounts/operator/jobs");
  if (command.what === "set-role") {
    const { email, role } = command;
    const changed = await operator.setRoleAsOperator({ email, role });
    if (!changed.ok) return { refusal: refusalText(changed.reason) };
    const { before } = changed.value;
    return { done: before === role ? `${email} already is ${role}.\n` : `${email} is now ${role} (was ${before}).\n` };
  }
  const password = given ?? randomBytes(PASSWORD_BYTES).toString("base64url");
  const shown = given === null ? `Password (shown only once): ${password}\n` : "";
  const { email } = command;
  if (command.what === "create-user") {
    const name = command.name ?? email.split("@")[0] ?? email;
    const role = command.role ? { role: command.role } : {};
    const created = await operator.createUserAsOperator({ email, name, password, ...role });
    if (!created.ok) return { refusal: refusalText(created.reason) };
    return { done: `${email} was created as ${created.value.role}.\n${shown}` };
  }
  const { removeSecondFactor } = command;
  const reset = await operator.resetPasswordAsOperator({ email, password, removeSecondFactor });
  if (!reset.ok) return { refusal: refusalText(reset.reason) };
  const { ended, endedKeys } = reset.value;
  const over = `${counted(ended, "session")} and ${counted(endedKeys, "API key")} ended`;
  return { done: `${email} has a new password; ${over}.\n${shown}` };
}

const refusalText = (reason: string) => REFUSALS[reason] ?? reason;

/** Refuses an invalid address or password with the same words as the pages. */
function invalidInput(error: unknown): Outcome {
  if (error instanceof ZodError) return { refusal: error.issues.map(({ message }) => message).join("\n") };
  throw error;
}

async function firstLineOfInput(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  return "";
}
