import { readFileSync } from "node:fs";
import { join } from "node:path";

const buildDirectory = process.env.NEXT_DIST_DIR ?? ".next";

export interface BuiltAction {
  id: string;
  /** A page that can run it, as a route: `/samples/[id]`. */
  page: string;
}

/** Every server action a browser can call, by `file name`, as the build has it. */
export function builtActions(): Map<string, BuiltAction> {
  const file = join(process.cwd(), buildDirectory, "server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as {
    node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>;
  };
  return new Map(
    Object.entries(node).map(([id, { workers, filename, exportedName }]) => {
      const [worker = ""] = Object.keys(workers);
      return [`${filename} ${exportedName}`, { id, page: pageOf(worker.replace(/^app/, "")) }];
    }),
  );
}

/** The address of a page's file: without groups and the file's own name. */
export function pageOf(file: string): string {
  return file.replace(/\/\([^)]+\)/g, "").replace(/\/page(\.tsx)?$/, "") || "/";
}
