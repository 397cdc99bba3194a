import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { databaseUrl } from "@/embedded/postgres/database";
import { dataDirectory } from "@/playwright.config";

const data = (path: string) => readFileSync(join(process.cwd(), dataDirectory, path), "utf8");

/** The process of a service of the stack under test, from the stack's own current records. */
export function processOf(service: "app" | "executor" | "postgres"): number {
  if (service === "postgres") return Number(data("postgres/data/postmaster.pid").split("\n")[0]);
  const { children } = JSON.parse(data("run.lock")) as { children: { name: string; pid: number }[] };
  const child = children.find(({ name }) => name.endsWith(service));
  if (!child) throw new Error(`the stack has no ${service}: ${children.map(({ name }) => name).join(", ")}`);
  return child.pid;
}

/** A connection to the database of the stack under test. */
export function stackDatabase(): postgres.Sql {
  const { postgresPassword } = JSON.parse(data("secrets.json")) as { postgresPassword: string };
  const port = Number(data("postgres/data/postmaster.pid").split("\n")[3]);
  return postgres(databaseUrl(port, postgresPassword), { max: 1, onnotice: () => {} });
}
