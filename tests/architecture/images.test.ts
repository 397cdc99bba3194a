import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const compose = ["docker-compose.yml", "docker-compose.replicas.yml"]
  .map((path) => readFileSync(path, "utf8"))
  .join("\n");
const dockerfile = readFileSync("Dockerfile", "utf8");
const stages = [...dockerfile.matchAll(/^FROM \S+ AS (\S+)/gm)].map(([, stage]) => stage);
const images = [
  ...[...compose.matchAll(/^ +image: (?:&\S+ )?([^\s*]+)$/gm)].map(([, image = ""]) => image),
  ...[...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image = ""]) => image),
].filter((image) => !stages.includes(image));

/** A tag with at least two numbers names one release; `latest` and `22` become another one over time. */
const isPinned = (image: string) => /:v?\d+\.\d+/.test(image);

describe("a container image", () => {
  it.each(images)("is one release, the same tomorrow as today (%s)", (image) => {
    expect(isPinned(image)).toBe(true);
  });

  it("is found and judged by its tag", () => {
    expect(images).toHaveLength(7);
    expect(["node:22-slim", "inngest/inngest:latest", "postgres"].filter(isPinned)).toEqual([]);
  });
});
