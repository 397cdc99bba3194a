import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

const SOURCE = /\.(ts|tsx|mts|mjs)$/;
/** Packages that a part has of its own are not the project's. */
const NOT_SOURCE = /(^|\/)node_modules\/|\.(test|spec)\.tsx?$|\.d\.m?ts$/;
const IMPORT =
  /(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|import\s+['"]([^'"]+)['"]/g;

/** One file's import of another, both as paths from the root without their extension. */
export interface FileImport {
  from: string;
  to: string;
}

/** Every import between the project's own sources below these folders, and of the files that lie in the root. */
export function importsBelow(root: string, folders: readonly string[]): FileImport[] {
  const inRoot = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = inRoot.map(({ name }) => name);
  for (const folder of folders) {
    const below = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
    paths.push(...below.map((path) => `${folder}/${path.replaceAll("\\", "/")}`));
  }
  return paths
    .filter((path) => SOURCE.test(path) && !NOT_SOURCE.test(path))
    .flatMap((path) => importsOf(path, readFileSync(join(root, path), "utf8")));
}

function importsOf(path: string, source: string): FileImport[] {
  return [...source.matchAll(IMPORT)].flatMap((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? "";
    const target = specifier.startsWith("@/")
      ? specifier.slice(2)
      : specifier.startsWith(".") && posix.normalize(posix.join(posix.dirname(path), specifier));
    return target ? [{ from: path.replace(SOURCE, ""), to: target.replace(SOURCE, "") }] : [];
  });
}

/**
 * Folders that reach each other by imports. Each level is looked at by itself: what lies in one folder, with everything
 * below a subfolder taken as one. Returns a line a knot, such as `.: lib/events, lib/samples`.
 */
export function folderKnots(imports: readonly FileImport[]): string[] {
  const levels = new Map<string, Map<string, Set<string>>>();
  const folders = new Set<string>();
  for (const { from, to } of imports) {
    const [source, target] = [roomsOf(from), roomsOf(to)];
    let depth = 0;
    while (source[depth] === target[depth] && depth < Math.min(source.length, target.length) - 1) depth += 1;
    const [a, b] = [source[depth], target[depth]];
    if (a === undefined || b === undefined || a === b) continue;
    const level = source.slice(0, depth).join("/") || ".";
    if (source.length > depth + 1) folders.add(`${level}/${a}`);
    if (target.length > depth + 1) folders.add(`${level}/${b}`);
    const edges = levels.get(level) ?? new Map<string, Set<string>>();
    edges.set(a, (edges.get(a) ?? new Set()).add(b));
    levels.set(level, edges);
  }
  return [...levels].flatMap(([level, edges]) =>
    stronglyConnected(edges)
      .filter((knot) => knot.some((name) => folders.has(`${level}/${name}`)))
      .map((knot) => `${level}: ${knot.sort().join(", ")}`),
  );
}

/** The path as a list of folders. The rooms of lib stand beside the other folders of the top level. */
function roomsOf(path: string): string[] {
  const [first = "", second, ...rest] = path.split("/");
  return first === "lib" && second !== undefined
    ? [`lib/${second}`, ...rest]
    : [first, ...(second === undefined ? [] : [second]), ...rest];
}

/** Tarjan's algorithm: the sets of nodes that all reach each other, of two nodes or more. */
function stronglyConnected(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): number => {
    const own = index.size;
    index.set(node, own);
    low.set(node, own);
    stack.push(node);
    for (const next of edges.get(node) ?? []) {
      if (!index.has(next)) low.set(node, Math.min(low.get(node) ?? own, visit(next)));
      else if (stack.includes(next)) low.set(node, Math.min(low.get(node) ?? own, index.get(next) ?? own));
    }
    if (low.get(node) === own) {
      const component = stack.splice(stack.indexOf(node));
      if (component.length > 1) found.push(component);
    }
    return low.get(node) ?? own;
  };
  for (const node of edges.keys()) if (!index.has(node)) visit(node);
  return found;
}
