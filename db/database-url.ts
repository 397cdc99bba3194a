const LOOKS_LIKE = "postgres://user:password@host:5432/database";
/** Up to the last `@`, because a password may contain others. */
const PARTS = /^(postgres(?:ql)?):\/\/([^:@/?#]*)(?::(.*))?@([^@]*)$/is;
/** Characters that end a password, or the address, unless they are escaped. */
const MUST_BE_ESCAPED = /[@#/?[\]\s]|%(?![0-9a-f]{2})/gi;

/** The address without its password, for messages. */
export function withoutPassword(url: string): string {
  const parts = PARTS.exec(url);
  if (!parts) return URL.canParse(url) && new URL(url).password === "" ? url : "an address that cannot be read";
  const [, scheme, user, password, rest] = parts;
  return `${scheme}://${user}${password === undefined ? "" : ":•••"}@${rest}`;
}

/** Why an address cannot be used, in words for whoever set the variable. Returns null if it can. */
export function databaseUrlProblem(variable: string, url: string): string | null {
  if (!/^postgres(ql)?:\/\//i.test(url)) {
    return `${variable} is not the address of a Postgres database. It must look like ${LOOKS_LIKE}.`;
  }
  const parts = PARTS.exec(url);
  const raw = [...new Set(parts?.[3]?.match(MUST_BE_ESCAPED) ?? [])];
  if (raw.length > 0 && (raw.includes("%") || !readsAsMeant(url, parts?.[4] ?? ""))) {
    const escapes = raw.map((character) => `${encodeURIComponent(character)} for ${character}`).join(", ");
    return (
      `${variable} cannot be read: its password contains ${raw.join(" ")} unescaped. In the password, write ${escapes}. ` +
      `Read so far: ${withoutPassword(url)}`
    );
  }
  if (URL.canParse(url)) return null;
  return `${variable} cannot be read. It must look like ${LOOKS_LIKE}. Read so far: ${withoutPassword(url)}`;
}

/** Whether the address is understood as everything up to the last `@` being user and password. */
function readsAsMeant(url: string, afterPassword: string): boolean {
  return URL.canParse(url) && new URL(url).host === afterPassword.split(/[/?#]/)[0]?.toLowerCase();
}

const REFUSALS: Readonly<Record<string, string>> = {
  "28P01": "refuses the user or the password",
  "28000": "refuses the user",
  "3D000": "has no such database: create it first",
  "42501": "does not allow this user to change tables",
  "53300": "has no free connection",
};
const CONNECTION_PROBLEMS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no machine of this name",
  EAI_AGAIN: "the name cannot be looked up right now",
  EHOSTUNREACH: "the machine cannot be reached",
  ETIMEDOUT: "nothing answers there",
};

/** What is wrong with a connection, for whoever set the variable. */
export function connectionProblem(variable: string, url: string, error: unknown): string {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  const why = REFUSALS[code]
    ? `the server ${REFUSALS[code]}`
    : (CONNECTION_PROBLEMS[code] ?? (code === "" ? "nothing answers there" : `${message} (${code})`));
  return `${variable} is ${withoutPassword(url)}, and ${why}.`;
}
