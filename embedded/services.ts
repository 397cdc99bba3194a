import { join } from "node:path";
import { type ProcessRecord, type RunningChild, startChild } from "@/runtime/process-tree";
import { appEnvironment } from "./app-environment";
import { openLog } from "./child-log";
import { type Configuration, localOrigin } from "./configuration";
import { applicationUrl } from "./postgres/database";
import { type RunningPostgres, startPostgres } from "./postgres/server";
import { waitForApp, waitForExecutor, waitForRegistration } from "./readiness";
import type { Secrets } from "./secrets";

const FIRST_ANSWER_SECONDS = 60;
/** In development the first page must be compiled before it answers. */
const DEVELOPMENT_ANSWER_SECONDS = 180;
const STOP_GRACE_MS = 2000;
/** Names for messages to people. */
export const APP = "the app";
export const EXECUTOR = "the executor";

export interface Addresses {
  databasePort: number;
  /** For the application. */
  databaseUrl: string;
  /** For the migrations, and for the executor, which has its own tables there. */
  ownerDatabaseUrl: string;
  executorPort: number;
  executorUrl: string | null;
  appPort: number;
  appOrigin: string;
}

/** The processes of one start: restarted with the same settings after a failure, and stopped together. */
export class Services {
  readonly #configuration: Configuration;
  readonly #secrets: Secrets;
  readonly #runId: string;
  readonly #logs: { postgres: string; executor: string; app: string };
  readonly #remember: (children: ProcessRecord[]) => void;
  readonly #children = new Map<string, RunningChild>();
  #postgres: Promise<RunningPostgres> | null = null;
  #stopping = false;
  addresses: Addresses;

  constructor(options: {
    configuration: Configuration;
    secrets: Secrets;
    runId: string;
    addresses: Addresses;
    /** Called with the list of processes each time it changes. */
    remember: (children: ProcessRecord[]) => void;
  }) {
    this.#configuration = options.configuration;
    this.#secrets = options.secrets;
    this.#runId = options.runId;
    this.addresses = options.addresses;
    this.#remember = options.remember;
    const log = (name: string) => openLog(options.configuration.dataDirectory, name);
    this.#logs = { postgres: log("postgres"), executor: log("executor"), app: log("app") };
  }

  /** Starts Postgres, or takes over one that still runs on our data and uses its port. */
  async startDatabase(notice: (line: string) => void): Promise<RunningPostgres> {
    if (this.#stopping) throw new Error("the database is not started: everything is stopping");
    this.#postgres = startPostgres({
      directory: join(this.#configuration.dataDirectory, "postgres"),
      port: this.addresses.databasePort,
      password: this.#secrets.postgresPassword,
      logFile: this.#logs.postgres,
      notice,
    });
    const server = await this.#postgres;
    const databaseUrl = applicationUrl(server.port, this.#secrets.postgresAppPassword);
    this.addresses = { ...this.addresses, databasePort: server.port, databaseUrl, ownerDatabaseUrl: server.url };
    return server;
  }

  /** Starts Postgres again on the port that the other services know. */
  async restartDatabase(): Promise<RunningPostgres> {
    const expected = this.addresses.databasePort;
    let server = await this.startDatabase(() => {});
    if (server.port !== expected) {
      await server.stop();
      this.addresses = { ...this.addresses, databasePort: expected };
      server = await this.startDatabase(() => {});
    }
    return server;
  }

  async startExecutor(): Promise<RunningChild> {
    const { executorPort, executorUrl, appOrigin } = this.addresses;
    const bundle = join(this.#configuration.root, "dist/embedded-inngest-main.mjs");
    const child = this.#start(EXECUTOR, this.#logs.executor, [
      bundle,
      "--port",
      String(executorPort),
      "--app-url",
      `${appOrigin}/api/inngest`,
    ]);
    const url = executorUrl ?? `http://127.0.0.1:${executorPort}`;
    await waitForExecutor(url, this.#waitFor(child));
    return child;
  }

  async startApp(onMissing: (missing: string) => void = () => {}): Promise<RunningChild> {
    const { host, isDevelopment } = this.#configuration;
    const next = join(this.#configuration.root, "node_modules/next/dist/bin/next");
    const mode = isDevelopment ? "dev" : "start";
    const child = this.#start(APP, this.#logs.app, [
      next,
      mode,
      "--hostname",
      host,
      "--port",
      String(this.addresses.appPort),
    ]);
    await waitForApp(this.addresses.appOrigin, { ...this.#waitFor(child), onMissing });
    return child;
  }

  /** Waits until the embedded executor has asked the app for its functions. */
  async waitForRegistration(): Promise<void> {
    const executor = this.#children.get(EXECUTOR);
    const { executorUrl } = this.addresses;
    if (executor && executorUrl) await waitForRegistration(executorUrl, this.#waitFor(executor));
  }

  /** The environment of the app and of the seed. */
  environment(): NodeJS.ProcessEnv {
    return appEnvironment(this.#configuration, this.#secrets, this.addresses);
  }

  #executorEnvironment(): NodeJS.ProcessEnv {
    return { ...this.environment(), DATABASE_URL: this.addresses.ownerDatabaseUrl };
  }

  /** Stops executor and app, so that they can start on other ports. */
  async stopApplication(): Promise<void> {
    await Promise.all([...this.#children.values()].map((child) => child.stop(STOP_GRACE_MS)));
  }

  /** Stops everything that runs or is starting, and the database last. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.stopApplication();
    const server = await this.#postgres?.catch(() => null);
    await server?.stop();
  }

  #waitFor(child: RunningChild) {
    const isApp = child.name === APP;
    return {
      child,
      logFile: isApp ? this.#logs.app : this.#logs.executor,
      // Next.js has its own words for it; the executor prints its address.
      listening: isApp ? /Ready in/ : /^http:/m,
      limitSeconds: this.#configuration.isDevelopment ? DEVELOPMENT_ANSWER_SECONDS : FIRST_ANSWER_SECONDS,
    };
  }

  #start(name: string, logFile: string, args: string[]): RunningChild {
    if (this.#stopping) throw new Error(`${name} is not started: everything is stopping`);
    const { root } = this.#configuration;
    const child = startChild({
      name,
      logFile,
      root,
      args,
      env: name === EXECUTOR ? this.#executorEnvironment() : this.environment(),
      runId: this.#runId,
    });
    this.#children.set(name, child);
    const records = [...this.#children.values()].map((each) => ({
      name: each.name,
      pid: each.pid,
      identity: each.identity,
    }));
    this.#remember(records);
    return child;
  }
}

/** The addresses of the services on the free ports. */
export function addressesOf(
  configuration: Configuration,
  ports: { database: number; executor: number; app: number },
): Addresses {
  return {
    databasePort: ports.database,
    databaseUrl: configuration.databaseUrl ?? "",
    ownerDatabaseUrl: configuration.databaseMigrationUrl ?? configuration.databaseUrl ?? "",
    executorPort: ports.executor,
    executorUrl: configuration.usesEmbeddedExecutor ? `http://127.0.0.1:${ports.executor}` : null,
    appPort: ports.app,
    appOrigin: localOrigin(configuration.host, ports.app),
  };
}
