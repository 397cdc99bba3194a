import pg from "pg";

/** Neither changed nor removed by the application, whatever it is made to do. */
const APPEND_ONLY = "audit_entries";
const WRONG_PASSWORD = "28P01";

/**
 * Lets the role that `applicationUrl` signs in as read and write every table, but only add to the audit. Where the
 * server has no such role it is made. `owner` is a connection of the role that owns the tables; nothing is done where
 * both are the same.
 * @throws where the role may do everything anyway, or the owner may not make one.
 */
export async function grantApplicationRole(owner: pg.Client, applicationUrl: string): Promise<void> {
  const { username, password } = new URL(applicationUrl);
  const name = decodeURIComponent(username);
  const secret = decodeURIComponent(password);
  const { rows } = await owner.query<{ current: string; known: boolean; everything: boolean | null }>(
    `select current_user as current, count(*) > 0 as known,
       bool_or(rolsuper or pg_has_role(rolname, current_user, 'member')) as everything
     from pg_roles where rolname = $1`,
    [name],
  );
  const [role] = rows;
  if (role?.current === name) return;
  if (role?.everything) {
    throw new Error(`The database role "${name}" of DATABASE_URL may do whatever the owner may: name another one.`);
  }
  const identifier = pg.escapeIdentifier(name);
  if (!role?.known) {
    await owner.query(`create role ${identifier} login password ${pg.escapeLiteral(secret)}`);
  } else if (!(await canSignIn(applicationUrl))) {
    await owner.query(`alter role ${identifier} login password ${pg.escapeLiteral(secret)}`);
  }
  await grant(owner, identifier);
}

/** Whole or not at all: another process must not find the role with more than it is to have. */
async function grant(owner: pg.Client, role: string): Promise<void> {
  // Only what is the owner's: an extension may have put something of its own into the schema.
  const { rows } = await owner.query<{ statement: string }>(
    `select format('grant select, insert, update, delete on %I.%I to ', schemaname, tablename) as statement
       from pg_tables where schemaname = 'public' and tableowner = current_user
     union all select format('grant usage, select on sequence %I.%I to ', schemaname, sequencename)
       from pg_sequences where schemaname = 'public' and sequenceowner = current_user`,
  );
  await owner.query("begin");
  await owner.query(`grant usage on schema public to ${role}`);
  for (const { statement } of rows) await owner.query(statement + role);
  await owner.query(`revoke update, delete, truncate on ${APPEND_ONLY} from ${role}`);
  await owner.query("commit");
}

/** False only where the server says that the password is another one. */
async function canSignIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    return (error as { code?: string }).code !== WRONG_PASSWORD;
  } finally {
    await client.end().catch(() => undefined);
  }
}
