import "server-only";
import { join } from "node:path";
import { v7 as uuidv7 } from "uuid";
import { AnalysisFailure, failureOf, storedFailure } from "@/lib/analysis/record/failures";
import type { AnalysisFailureCode } from "@/lib/analysis/record/schema";
import { tryoutPool } from "@/lib/analysis/worker/pool";
import type { AnalysisProgress } from "@/lib/analysis/worker/worker-protocol";
import { requestedLanguage } from "@/lib/choices/requested-language";
import type { FlagName } from "@/lib/flags/constants";
import { resolveSession } from "@/lib/identity/session";
import type { Language } from "@/lib/language/constants";
import { textOf } from "@/lib/language/text-of";
import { withTemporaryFolder } from "@/lib/pipeline/steps/temporary-folder";
import { errorCodeOf } from "@/lib/platform/error-code";
import { logger } from "@/lib/platform/logger";
import { clientAddress } from "@/lib/request/client-address";
import { clientNetwork } from "@/lib/request/ip-address";
import { isSameOrigin } from "@/lib/request/request-origin";
import { tryoutFeatures } from "./access";
import { TRYOUT_BYTES_MAX, TRYOUT_LINES, TRYOUT_SECONDS_MAX, TRYOUT_WHOLE_MS } from "./constants";
import { countTryout } from "./counted";
import { type Place, Places } from "./places";
import { receiveFile } from "./receive-file";
import { shownSound } from "./shown-sound";
import type { TriedSound, TryoutProblem } from "./tried-sound";
import { answerInLines } from "./tryout-lines";
import { TryoutRefused } from "./tryout-refused";

// Routes may be bundled more than once, but share one count per process.
const shared = globalThis as unknown as { samplemindTryoutPlaces?: Places };

/** Measures a file that somebody without an account sends as the body. Nothing of it is kept. */
export async function answerTryout(request: Request): Promise<Response> {
  const ended = new AbortController();
  const signal = AbortSignal.any([request.signal, ended.signal, AbortSignal.timeout(TRYOUT_WHOLE_MS)]);
  let place: Place | null = null;
  try {
    const features = await admitted(request);
    shared.samplemindTryoutPlaces ??= new Places();
    const address = clientNetwork(clientAddress(request.headers)) ?? "unknown";
    place = shared.samplemindTryoutPlaces.take(address, () => ended.abort(new TryoutRefused("busy")));
    if (!place) throw new TryoutRefused("busy");
    await countTryout(clientAddress(request.headers));
    return await answered(request, { place, features, signal, end: (reason) => ended.abort(reason) });
  } catch (error) {
    place?.leave();
    return refusal(problemOf(error, request.signal));
  }
}

/** What is known before a byte of the file is read. */
async function admitted(request: Request): Promise<ReadonlySet<FlagName>> {
  const { headers } = request;
  if (!isSameOrigin(headers)) throw new TryoutRefused("forbidden");
  const session = await resolveSession({ headers, cookie: (name) => cookieOf(headers, name) });
  const features = await tryoutFeatures(session);
  if (!features.has("try-without-account")) throw new TryoutRefused("feature_off");
  if (Number(headers.get("content-length") ?? 0) > TRYOUT_BYTES_MAX) throw new TryoutRefused("too_large");
  return features;
}

function languageOf(headers: Headers): Language {
  try {
    return requestedLanguage(headers, (name) => decodeURIComponent(cookieOf(headers, name) ?? ""));
  } catch {
    return requestedLanguage(headers, () => undefined);
  }
}

function cookieOf(headers: Headers, name: string): string | undefined {
  const parts = (headers.get("cookie") ?? "").split(";").map((part) => part.trim());
  return parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
}

interface Tryout {
  place: Place;
  features: ReadonlySet<FlagName>;
  signal: AbortSignal;
  end(reason: unknown): void;
}

/** Answers once the file has arrived, with lines on the way if they were asked for. The file is gone with the last. */
async function answered(request: Request, { place, features, signal, end }: Tryout): Promise<Response> {
  let onProgress: (progress: AnalysisProgress) => void = () => {};
  let arrived = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const work = withTemporaryFolder(async (folder) => {
    const path = join(folder, "sound");
    await receiveFile(request.body, path, { signal });
    place.hasArrived();
    arrived();
    const input = { path, fairnessKey: path, pictures: true, mostSeconds: TRYOUT_SECONDS_MAX, signal };
    const result = await tryoutPool().analyze({ ...input, onProgress: (progress) => onProgress(progress) });
    return shownSound(result, features, textOf(languageOf(request.headers)));
  }).finally(() => place.leave());
  await Promise.race([arrival, work]);
  if (!request.headers.get("accept")?.includes(TRYOUT_LINES)) return sound(await work);
  return answerInLines({
    work,
    onProgress: (listener) => {
      onProgress = listener;
    },
    problemOf: (error) => problemOf(error, request.signal),
    onGone: () => end(new TryoutRefused("cancelled")),
  });
}

/** Failures of this machine, not of what was sent. */
const OF_THE_SERVER = new Set<AnalysisFailureCode>(["internal", "missing_file", "unreadable_file"]);

function problemOf(error: unknown, gone: AbortSignal): TryoutProblem {
  if (error instanceof TryoutRefused) return error.problem;
  if (gone.aborted) return new TryoutRefused("cancelled").problem;
  if (error instanceof DOMException && error.name === "TimeoutError") return new TryoutRefused("too_slow").problem;
  if (error instanceof AnalysisFailure && !OF_THE_SERVER.has(error.code)) {
    if (error.code === "too_long") return new TryoutRefused("too_long").problem;
    const { code, message } = failureOf(storedFailure(error));
    return new TryoutRefused("cannot_be_measured", { detail: message, failure: code }).problem;
  }
  logger().error({ requestId: uuidv7(), err: error }, "a file of a stranger could not be measured");
  const isAway = errorCodeOf(error) === "database_unavailable";
  return new TryoutRefused(isAway ? "database_unavailable" : "internal").problem;
}

const NEVER_KEPT = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };

const sound = (data: TriedSound) => Response.json({ data }, { headers: NEVER_KEPT });

function refusal(problem: TryoutProblem): Response {
  const headers = new Headers({ ...NEVER_KEPT, "Content-Type": "application/problem+json" });
  if (problem.retryAfterSeconds !== undefined) headers.set("Retry-After", String(problem.retryAfterSeconds));
  const body = { type: `urn:samplemind:problem:${problem.code}`, ...problem };
  return new Response(JSON.stringify(body), { status: problem.status, headers });
}
