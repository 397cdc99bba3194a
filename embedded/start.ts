import { join } from "node:path";
import { endLeftovers, type ProcessRecord } from "@/runtime/process-tree";
import type { Stages } from "@/runtime/stages.mjs";
import { announcement } from "./announcement";
import { type Configuration, readConfiguration } from "./configuration";
import { syncWithExternalExecutor } from "./external-sync";
import { nextFreePort } from "./ports";
import { PostgresStartError } from "./postgres/server";
import { NotReadyError } from "./readiness";
import { loadSecrets, type Secrets } from "./secrets";
import { type DemoAccount, needsSeeding, seedDemo } from "./seeding";
import { type Addresses, APP, addressesOf, EXECUTOR, Services } from "./services";
import { type RunningService, superviseService } from "./supervisor";

const DATABASE_PORT = 54_329;
/** The usual port of the Inngest development server. */
const EXECUTOR_PORT = 8288;
const PORT_ATTEMPTS = 3;

/** What the owner of the data directory writes into its lock. */
interface LockRecord {
  runId?: string;
  children?: ProcessRecord[];
}

export interface StartContext {
  root: string;
  dataDirectory: string;
  isDevelopment: boolean;
  runId: string;
  stages: Stages;
  /** Applies the migrations in `folder`, and waits for the database if necessary. Says what the database is then. */
  migrate(options: {
    databaseUrl: string;
    applicationUrl: string;
    /** Where the address comes from, for messages. */
    variable: string;
    folder: string;
    onWait(problem: string): void;
  }): Promise<string>;
  lock: { update(changes: object): void };
  /** What owners that died without cleaning up wrote into the lock. */
  leftovers: LockRecord[];
  shutdown: {
    add(handler: () => unknown): void;
    isStopping(): boolean;
  };
}

/**
 * Starts database, executor and app, and restarts any that ends. Returns once the app is ready.
 * @throws with a message for the person at the terminal.
 */
export async function start(context: StartContext): Promise<void> {
  const { stages, lock } = context;
  const configuration = readConfiguration(process.env, context);
  await recover(context);
  const secrets = loadSecrets(configuration.dataDirectory);
  const services = await prepareServices(context, configuration, secrets);
  context.shutdown.add(() => services.stop());
  if (!configuration.databaseUrl) await startDatabase(context, configuration, services);
  const database = configuration.databaseUrl ? "your database" : "database";
  await stages.stage(`${database} is up to date`, async () => {
    const state = await context.migrate({
      databaseUrl: services.addresses.ownerDatabaseUrl,
      applicationUrl: services.addresses.databaseUrl,
      variable: configuration.databaseMigrationUrl ? "DATABASE_MIGRATION_URL" : databaseVariable(configuration),
      folder: join(configuration.root, "db/migrations"),
      onWait: (problem) => stages.line(`! ${problem}`),
    });
    return `${database} is ${state}`;
  });
  await startApplication(context, configuration, services);
  lock.update({ address: services.addresses.appOrigin });
  const account = await seed(context, configuration, services);
  stages.line(announcement(configuration, services.addresses, account));
}

const databaseVariable = ({ databaseUrl, dataDirectory }: Configuration) =>
  databaseUrl ? "DATABASE_URL" : `the database in DATA_DIR, ${dataDirectory},`;

async function recover({ stages, leftovers, lock, runId }: StartContext): Promise<void> {
  if (leftovers.length > 0) {
    await stages.stage("cleaned up after the last run", async () => {
      let count = 0;
      for (const { runId: earlier, children } of leftovers) {
        if (earlier) count += await endLeftovers(children ?? [], earlier);
      }
      return count > 0 ? `stopped ${count} process${count > 1 ? "es" : ""} that the last run left` : null;
    });
  }
  lock.update({ leftovers: [], runId });
}

async function prepareServices(context: StartContext, configuration: Configuration, secrets: Secrets) {
  return new Services({
    configuration,
    secrets,
    runId: context.runId,
    addresses: await findAddresses(context, configuration),
    remember: (children) => context.lock.update({ children }),
  });
}

async function findAddresses({ stages }: StartContext, configuration: Configuration): Promise<Addresses> {
  const { host, preferredPort } = configuration;
  const app = await nextFreePort(preferredPort, host);
  if (app !== preferredPort) stages.line(`! port ${preferredPort} is busy, using ${app}`);
  const executor = await nextFreePort(EXECUTOR_PORT, "127.0.0.1", [app]);
  const database = await nextFreePort(DATABASE_PORT, "127.0.0.1", [app, executor]);
  return addressesOf(configuration, { database, executor, app });
}

/** Another program may take a port after we found it free. Then all services look for new ports. */
async function withFreePorts(attempt: () => Promise<void>, move: () => Promise<void>): Promise<void> {
  for (let left = PORT_ATTEMPTS; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      const taken =
        (error instanceof NotReadyError && error.portWasTaken) ||
        (error instanceof PostgresStartError && error.reason === "port_in_use");
      if (!taken || left <= 1) throw error;
      await move();
    }
  }
}

async function startDatabase(context: StartContext, configuration: Configuration, services: Services): Promise<void> {
  const { stages } = context;
  await stages.stage("database started", async () => {
    let isAdopted = false;
    const attempt = async () => {
      const server = await services.startDatabase((line) => stages.line(`! ${line}`));
      supervise(context, "the database", server, () => services.restartDatabase());
      isAdopted = server.adopted;
    };
    await withFreePorts(attempt, async () => {
      services.addresses = await findAddresses(context, configuration);
    });
    return isAdopted ? "database was still running, taken over" : undefined;
  });
}

async function startApplication(context: StartContext, configuration: Configuration, services: Services) {
  const { stages } = context;
  await withFreePorts(
    () => launchApplication(context, configuration, services),
    async () => {
      await services.stopApplication();
      const { databasePort, databaseUrl, ownerDatabaseUrl } = services.addresses;
      const found = await findAddresses(context, configuration);
      services.addresses = { ...found, databasePort, databaseUrl, ownerDatabaseUrl };
    },
  );
  if (configuration.usesEmbeddedExecutor) {
    await stages.stage("functions registered", () => services.waitForRegistration());
  } else {
    const { appOrigin } = services.addresses;
    const { INNGEST_SIGNING_KEY, INNGEST_SERVE_ORIGIN, NEXTAUTH_URL } = process.env;
    const problem = await syncWithExternalExecutor(appOrigin, INNGEST_SIGNING_KEY);
    const origin = INNGEST_SERVE_ORIGIN || NEXTAUTH_URL || appOrigin;
    if (problem) stages.line(`! your Inngest was not told of ${origin}/api/inngest (${problem}): register it there`);
  }
}

async function launchApplication(context: StartContext, configuration: Configuration, services: Services) {
  const { stages } = context;
  // Neither needs the other to start, so both start at once.
  const executor = configuration.usesEmbeddedExecutor ? services.startExecutor() : null;
  const app = services.startApp((missing) => stages.line(`! still waiting: ${missing}`));
  app.catch(() => {});
  if (executor) await stages.stage("executor started", async () => void (await executor));
  const title = configuration.isDevelopment ? "app started for development" : "app started";
  await stages.stage(title, async () => void (await app));
  if (executor) supervise(context, EXECUTOR, await executor, () => services.startExecutor());
  supervise(context, APP, await app, () => services.startApp());
}

/** If making the demo fails, everything else keeps running, and the next start tries again. */
async function seed(
  { stages, shutdown }: StartContext,
  configuration: Configuration,
  services: Services,
): Promise<DemoAccount | null> {
  if (!needsSeeding(configuration)) return null;
  let account: DemoAccount | null = null;
  try {
    await stages.stage("demo account created", async (progress) => {
      const environment = services.environment();
      account = await seedDemo({ configuration, environment, progress, onStarted: shutdown.add });
    });
  } catch (error) {
    if (shutdown.isStopping()) throw error;
    stages.line(`! ${(error as Error).message}; the next start tries again`);
  }
  return account;
}

function supervise(
  { stages, shutdown }: StartContext,
  name: string,
  first: RunningService,
  launch: () => Promise<RunningService>,
): void {
  const supervision = { name, launch, say: stages.line, isStopping: shutdown.isStopping };
  void superviseService(supervision, first);
}
