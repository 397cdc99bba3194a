import type { IncomingHttpHeaders } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state";

/** How a request is refused, as in RFC 9457. */
export interface Refusal {
  status: number;
  code: string;
  title: string;
  detail?: string;
  headers?: Record<string, string>;
}

/** What a request is before its body is read. */
export interface RequestHead {
  method: string;
  /** As sent: path and query. */
  target: string;
  headers: IncomingHttpHeaders;
  headerCount: number;
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const READS = ["GET", "HEAD"];
/** Below these, the route handlers say which methods they take. */
const HANDLERS = /^\/(api|s3)(\/|$)/;
/** A browser sends about twenty. */
const MAX_HEADERS = 128;
/** The framework's work grows with the square of their number. Storage has the longest lists, of about fifteen. */
const MAX_PARAMETERS = 128;
/** Written by the framework's own client: the part of the page that it already has. */
const ROUTER_STATE = "next-router-state-tree";
/** A page of ours is six levels deep. Checking a tree costs far more than its length. */
const MAX_ROUTER_STATE_NODES = 128;

/**
 * Refuses what no browser and no program of ours sends. The framework would answer it with 500, or work on it for as
 * long as on many honest requests.
 */
export function refusalOfHead({ method, target, headers, headerCount }: RequestHead): Refusal | null {
  if (headerCount > MAX_HEADERS) {
    return { status: 431, code: "too_many_headers", title: `A request may have ${MAX_HEADERS} headers` };
  }
  const [path = "", query = ""] = target.split(/\?(.*)/s);
  if (parameterCount(query) > MAX_PARAMETERS) {
    const title = `An address may have ${MAX_PARAMETERS} parameters`;
    return { status: 414, code: "too_many_parameters", title };
  }
  return refusalOfPath(path) ?? refusalOfMethod(method, path) ?? refusalOfHeaders(headers);
}

function parameterCount(query: string): number {
  return query === "" ? 0 : query.split("&").length;
}

function refusalOfPath(path: string): Refusal | null {
  if (!path.startsWith("/")) return badRequest("invalid_path", "The address must start with a slash");
  const segments = decoded(path)?.split("/");
  if (!segments) return badRequest("invalid_path", "The path is not UTF-8 in percent-encoding");
  // Browsers resolve them. Here they would let one path pass for another.
  if (segments.some((segment) => segment === "." || segment === "..")) {
    return badRequest("invalid_path", "The path must not have the segments . or ..");
  }
  return null;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function refusalOfMethod(method: string, path: string): Refusal | null {
  // A file has a dot in its name, a page has none.
  const isFile = !HANDLERS.test(path) && /\.[^/]*$/.test(path);
  const allowed = isFile ? READS : METHODS;
  if (allowed.includes(method)) return null;
  const headers = { Allow: allowed.join(", ") };
  return { status: 405, code: "method_not_allowed", title: "This method is not allowed here", headers };
}

function refusalOfHeaders(headers: IncomingHttpHeaders): Refusal | null {
  if (!isRouterState(headers[ROUTER_STATE])) {
    return badRequest("invalid_header", `The header ${ROUTER_STATE} cannot be read`);
  }
  if (boundaryOf(headers) === "") return badRequest("invalid_header", "The header content-type has no boundary");
  return null;
}

/** Refuses a form that breaks off. */
export function refusalOfBody(headers: IncomingHttpHeaders, body: Buffer): Refusal | null {
  const boundary = boundaryOf(headers);
  if (boundary === null || body.includes(`--${boundary}--`)) return null;
  return badRequest("invalid_body", "The form in the body has no end");
}

/** What separates the fields of a form: null if the body is none, empty if there should be a boundary. */
function boundaryOf(headers: IncomingHttpHeaders): string | null {
  const type = headers["content-type"] ?? "";
  if (!/^multipart\//i.test(type)) return null;
  return /;\s*boundary="?([^";]+)/i.exec(type)?.[1]?.trim() ?? "";
}

function isRouterState(header: string | string[] | undefined): boolean {
  if (header === undefined) return true;
  if (String(header).split(/\{|%7b/i).length > MAX_ROUTER_STATE_NODES) return false;
  try {
    parseAndValidateFlightRouterState(header);
    return true;
  } catch {
    return false;
  }
}

function badRequest(code: string, title: string): Refusal {
  return { status: 400, code, title };
}
