import { parseArgs } from "node:util";
import { ROLES, type Role } from "@/lib/identity/permissions";

export const ADMIN_USAGE = `Usage: samplemind admin <what> <e-mail address> [options]

  create-user ADDRESS [--name NAME] [--role ROLE]   an account that can be used at once
  set-role ADDRESS ROLE                             ${ROLES.join(", ")}
  reset-password ADDRESS [--remove-second-factor]   ends all sessions and clears failed sign-ins

A password is generated and printed once, or read from standard input:

  --password-stdin   reads the password from the first line of standard input (others could see an argument)
  --help             this text

Works on the database that DATABASE_URL names, otherwise on the one in DATA_DIR. SampleMind may be running or stopped.
Every change is recorded in the audit log. Exit status: 0 done, 1 refused, 2 bad usage or database not reached.
`;

export type AdminCommand =
  | { what: "create-user"; email: string; name: string | undefined; role: Role | undefined; fromStdin: boolean }
  | { what: "set-role"; email: string; role: Role }
  | { what: "reset-password"; email: string; removeSecondFactor: boolean; fromStdin: boolean };

/** Returns the command, "help", or what is wrong with the arguments. */
export function parseAdminArguments(args: string[]): AdminCommand | "help" | Error {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        name: { type: "string" },
        role: { type: "string" },
        "remove-second-factor": { type: "boolean", default: false },
        "password-stdin": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) return "help";
    const [what, email, third, ...rest] = positionals;
    if (!email || rest.length > 0) return new Error("Give a command and one e-mail address.");
    if (what === "set-role") return { what, email, role: roleOf(third) };
    if (third !== undefined) return new Error(`Unexpected argument "${third}": passwords are not arguments.`);
    const fromStdin = values["password-stdin"];
    if (what === "reset-password") {
      return { what, email, removeSecondFactor: values["remove-second-factor"], fromStdin };
    }
    if (what !== "create-user") return new Error(`Unknown command: admin ${what}`);
    const role = values.role === undefined ? undefined : roleOf(values.role);
    return { what, email, name: values.name, role, fromStdin };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function roleOf(text: string | undefined): Role {
  const role = ROLES.find((each) => each === text);
  if (!role) throw new Error(`A role is one of ${ROLES.join(", ")}${text === undefined ? "" : `, not "${text}"`}.`);
  return role;
}
