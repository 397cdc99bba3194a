import { createHash } from "node:crypto";
import type { Database, Queryable } from "./database";
import { type FunctionConfig, parseCron, type Registration } from "./function-config";

/** The functions that may be called now, in memory and in step with the tables. */
export class Registry {
  #functions = new Map<string, FunctionConfig>();
  #apps = 0;
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Whether any app has ever registered. Until then events wait, because it is unknown which functions want them. */
  get isEmpty(): boolean {
    return this.#apps === 0;
  }

  find(functionId: string): FunctionConfig | undefined {
    return this.#functions.get(functionId);
  }

  all(): IterableIterator<FunctionConfig> {
    return this.#functions.values();
  }

  /** What an app serves according to the tables, which another process may have emptied. */
  async functionsOf(app: string): Promise<FunctionConfig[]> {
    const rows = await this.#database<{ config: string }>`
      select config from functions where app = ${app} and removed_at is null order by id`;
    return rows.map(({ config }) => JSON.parse(config) as FunctionConfig);
  }

  async load(): Promise<void> {
    const rows = await this.#database<{ id: string; config: string }>`
      select id, config from functions where removed_at is null`;
    const [apps] = await this.#database<{ count: number }>`select count(*)::int as count from apps`;
    this.#functions = new Map(rows.map((row) => [row.id, JSON.parse(row.config) as FunctionConfig]));
    this.#apps = apps?.count ?? 0;
  }

  /** Stores the functions that an app serves now and removes its others. Returns whether anything changed. */
  async register({ appName, url, sdk, functions }: Registration): Promise<boolean> {
    const checksum = createHash("sha256").update(JSON.stringify({ url, functions })).digest("hex");
    const changed = await this.#database.begin(async (tx) => {
      const [known] = await tx<{ checksum: string }>`select checksum from apps where name = ${appName} for update`;
      if (known?.checksum === checksum) return false;
      await tx`
        insert into apps (name, url, sdk, checksum) values (${appName}, ${url}, ${sdk}, ${checksum})
        on conflict (name) do update set url = excluded.url, sdk = excluded.sdk,
          checksum = excluded.checksum, registered_at = now()`;
      await storeFunctions(tx, appName, functions);
      await storeCrons(tx, appName, functions);
      return true;
    });
    if (changed || this.isEmpty) await this.load();
    return changed;
  }
}

async function storeFunctions(tx: Queryable, app: string, functions: FunctionConfig[]): Promise<void> {
  const ids = functions.map(({ id }) => id);
  await tx`update functions set removed_at = now() where app = ${app} and removed_at is null and id <> all(${ids})`;
  for (const config of functions) {
    await tx`
      insert into functions (id, app, config) values (${config.id}, ${app}, ${JSON.stringify(config)})
      on conflict (id) do update set app = excluded.app, config = excluded.config, removed_at = null`;
  }
}

/** An unchanged schedule keeps its next time, so that registering again neither skips nor repeats a tick. */
async function storeCrons(tx: Queryable, app: string, functions: FunctionConfig[]): Promise<void> {
  const wanted = new Map<string, { id: string; cron: string }>();
  for (const { id, triggers } of functions) {
    for (const trigger of triggers)
      if ("cron" in trigger) wanted.set(`${id} ${trigger.cron}`, { id, cron: trigger.cron });
  }
  await tx`
    delete from crons using functions f
    where f.id = crons.function_id and f.app = ${app}
      and crons.function_id || ' ' || crons.expression <> all(${[...wanted.keys()]})`;
  for (const { id, cron } of wanted.values()) {
    await tx`
      insert into crons (function_id, expression, next_at) values (${id}, ${cron}, ${parseCron(cron).nextRun()})
      on conflict do nothing`;
  }
}
