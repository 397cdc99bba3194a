import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { hashPassword } from "@/lib/accounts/password";
import { newKeySecret } from "@/lib/identity/api-keys/key-secret";

export interface Client {
  email: string;
  password: string;
  apiKey: string;
  /** The address that its proxy saw, from a block reserved for documentation. */
  address: string;
}

/** Creates accounts that may use the API, each with a key. */
export async function makeClients(databaseUrl: string, count: number): Promise<Client[]> {
  const password = "a password for this measurement";
  const passwordHash = await hashPassword(password);
  return withConnection(databaseUrl, async (connection) => {
    const clients: Client[] = [];
    for (let index = 0; index < count; index++) {
      const [id, email, key] = [uuidv7(), `client-${index}@example.com`, newKeySecret()];
      await connection.query(
        "insert into users (id, email, email_verified_at, name, password_hash, role) values ($1, $2, now(), $3, $4, 'enterprise')",
        [id, email, `Client ${index}`, passwordHash],
      );
      await connection.query(
        `insert into api_keys (id, user_id, name, prefix, key_hash, scopes, allowed_cidrs)
         values ($1, $2, 'measurement', $3, $4, '{samples:read}', '{}')`,
        [uuidv7(), id, key.prefix, key.keyHash],
      );
      clients.push({ email, password, apiKey: key.secret, address: `203.0.113.${index + 1}` });
    }
    return clients;
  });
}

/** How many sessions the database has: how many sign-ins really succeeded. */
export async function countSessions(databaseUrl: string): Promise<number> {
  return withConnection(databaseUrl, async (connection) => {
    const { rows } = await connection.query<{ sessions: number }>("select count(*)::int as sessions from sessions");
    return rows[0]?.sessions ?? 0;
  });
}

async function withConnection<T>(databaseUrl: string, work: (connection: pg.Client) => Promise<T>): Promise<T> {
  const connection = new pg.Client({ connectionString: databaseUrl });
  await connection.connect();
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}
