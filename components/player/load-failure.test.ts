import { afterEach, expect, it, vi } from "vitest";
import { loadFailureOf } from "./load-failure";

afterEach(() => vi.unstubAllGlobals());

it("only a file that is there is in a format that cannot be played", async () => {
  const asked: Request[] = [];
  const reasonIf = (answer: () => Response) => {
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
      asked.push(new Request(new URL(url, "http://localhost"), init));
      return answer();
    });
    return loadFailureOf("/audio", new AbortController().signal);
  };
  expect(await reasonIf(() => new Response("x", { status: 206 }))).toBe("format");
  for (const status of [401, 404, 429, 503]) expect(await reasonIf(() => new Response(null, { status }))).toBe("load");
  const offline = () => {
    throw new TypeError("Failed to fetch");
  };
  expect(await reasonIf(offline)).toBe("load");
  // The answer is what counts, so it need not be the whole file.
  for (const request of asked) expect(request.headers.get("range")).toBe("bytes=0-0");
});
