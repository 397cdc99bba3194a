import pg from "pg";

/** The application can only add rows here, whatever happens to it. */
const APPEND_ONLY = "audit_entries";
const WRONG_PASSWORD = "28P01";

/**
 * Lets the role in `applicationUrl` read and write every table, except that it can only add to the audit. Creates the
 * role if the server does not have it. `owner` is a connection of the role that owns the tables; if both are the same
 * role, nothing is done.
 * @throws if the role may do everything anyway, or the owner may not create roles.
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
    throw new Error(`The database role "${name}" of DATABASE_URL may do whatever the owner may. Name another role.`);
  }
  const identifier = pg.escapeIdentifier(name);
  if (!role?.known) {
    await owner.query(`create role ${identifier} login password ${pg.escapeLiteral(secret)}`);
  } else if (!(await canSignIn(applicationUrl))) {
    await owner.query(`alter role ${identifier} login password ${pg.escapeLiteral(secret)}`);
  }
  await grant(owner, identifier);
}

/** In one transaction: another process must never see the role with too many rights. */
async function grant(owner: pg.Client, role: string): Promise<void> {
  // Only the owner's tables: an extension may have put others into the schema.
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

/** Returns false only if the server says that the password is wrong. */
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
