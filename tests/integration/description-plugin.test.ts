import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { runPlugins } from "@/lib/plugins/enabled";
import { RewritePlugin } from "@/lib/plugins/rewrite";

const FACTS = "A dark loop of 16 beats at 120.5 BPM in F minor.";
const record = { description: FACTS, tags: ["loop", "dark"] } as unknown as AnalysisRecord;
const input = { record, path: "/nowhere" };
type Seen = { url: string; authorization: string; body: { model: string; messages: { content: string }[] } };

/** A server that speaks a language model's protocol and answers what the test says. */
class ModelServer {
  readonly seen: Seen[] = [];
  answer: (response: ServerResponse) => void = () => undefined;
  private readonly server: Server = createServer((request, response) => void this.handle(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  says(content: string): void {
    this.answer = (response) => {
      const choices = [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }];
      const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ id: "1", object: "chat.completion", created: 0, model: "m", choices, usage }));
    };
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { url = "", headers } = request;
    const body = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Seen["body"];
    this.seen.push({ url, authorization: headers.authorization ?? "", body });
    this.answer(response);
  }
}

const server = new ModelServer();
let baseUrl = "";
beforeAll(async () => {
  baseUrl = await server.start();
});
afterAll(() => server.stop());
const plugin = (secondsMax = 20) => new RewritePlugin({ model: "small-model", apiKey: "secret", baseUrl, secondsMax });

describe("rewording a description", () => {
  it("returns the model's sentence, and sends the model nothing but the facts", async () => {
    server.says("In F minor, this dark loop runs 16 beats at 120.5 BPM.");
    await expect(plugin().run(input)).resolves.toEqual({
      description: "In F minor, this dark loop runs 16 beats at 120.5 BPM.",
      model: "small-model",
    });
    const asked = server.seen.at(-1);
    expect(asked).toMatchObject({ url: "/v1/chat/completions", authorization: "Bearer secret" });
    expect(asked?.body.model).toBe("small-model");
    expect(asked?.body.messages.map(({ content }) => content).at(-1)).toBe(`Facts: ${FACTS}\nTags: loop, dark`);
  });

  it("keeps the composed description if the model invents something", async () => {
    server.says("A dark loop of 16 beats at 128 BPM in F minor.");
    const { results, notes } = await runPlugins([plugin()], input);
    expect(results).toEqual({});
    expect(notes).toMatchObject([{ plugin: "description", code: "refused", message: expect.stringContaining("128") }]);
  });

  it("gives up on a server that refuses or never answers", async () => {
    server.answer = (response) => {
      response.statusCode = 401;
      response.end("{}");
    };
    await expect(plugin().run(input)).rejects.toMatchObject({ code: "crashed" });
    server.answer = () => undefined;
    await expect(plugin(0.3).run(input)).rejects.toMatchObject({ code: "timed_out" });
  });

  it("sends no request if there is nothing to reword", async () => {
    const before = server.seen.length;
    const silent = { ...input, record: { ...record, description: null } };
    await expect(plugin().run(silent)).rejects.toMatchObject({ code: "refused" });
    expect(server.seen).toHaveLength(before);
  });
});
