import { describe, expect, it } from "vitest";
import { type Person, startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";
import { until } from "@/tests/factories/until";

const backend = await startBackend();
const { sql } = backend;
const { askTrySounds, endChecklist, noteStep } = await import("@/lib/onboarding/mutations");
const { isStepWanted, readChecklist } = await import("@/lib/onboarding/data");
const { makeTrySound } = await import("@/lib/onboarding/jobs");
const { TRY_SOUNDS } = await import("@/lib/onboarding/constants");
const { choose } = await import("@/lib/choices/mutations");
const { readChoices } = await import("@/lib/choices/data");

const done = async ({ ctx }: Person) => {
  const checklist = await readChecklist(ctx.actor.id);
  return checklist && Object.entries(checklist.done).flatMap(([step, isDone]) => (isDone ? [step] : []));
};
const samplesOf = ({ userId }: Person) =>
  sql`select id, file_name, folder_path, status from samples where owner_id = ${userId} and deleted_at is null order by id`;

describe("the first steps", () => {
  it("are done when they have been done, and not before", async () => {
    const ada = await backend.person("Ada");
    expect(await done(ada)).toEqual([]);
    const sampleId = await backend.upload(ada, tone(440));
    expect(await done(ada)).toEqual(["upload"]);
    await backend.settled(ada, sampleId);
    expect((await readChecklist(ada.ctx.actor.id))?.sampleId).toBe(sampleId);
    await backend.call(ada, `/api/v1/samples/${sampleId}/corrections`, { method: "PATCH", json: { bpm: 120 } });
    await backend.call(ada, "/api/v1/collections", { method: "POST", json: { name: "Kit" } });
    expect(await done(ada)).toEqual(["upload", "correct", "collect"]);
    await noteStep(ada.ctx, { step: "search" });
    await Promise.all([
      noteStep(ada.ctx, { step: "read", sampleId }),
      noteStep(ada.ctx, { step: "look", sampleId }),
      choose(ada.ctx, { theme: "light" }),
    ]);
    expect(await done(ada)).toEqual(["upload", "correct", "collect", "read", "search", "look"]);
    expect(await readChoices(ada.ctx.actor.id)).toEqual({ theme: "light" });
    expect(await isStepWanted(ada.ctx.actor.id, "read")).toBe(false);
  });

  it("are not done by looking at what is somebody else's, or not there", async () => {
    const [ada, eve] = [await backend.person("Ada"), await backend.person("Eve")];
    const sampleId = await backend.upload(ada, tone(330));
    await backend.settled(ada, sampleId);
    expect(await noteStep(eve.ctx, { step: "read", sampleId })).toEqual({ ok: false, reason: "not_found" });
    expect(await noteStep(eve.ctx, { step: "look" })).toEqual({ ok: false, reason: "not_found" });
    expect(await done(eve)).toEqual([]);
    await expect(noteStep(eve.ctx, { step: "publish" } as never)).rejects.toThrow();
  });

  it("are put away for good, and then nothing is written down any more", async () => {
    const ada = await backend.person("Ada");
    await choose(ada.ctx, { theme: "light" });
    await endChecklist(ada.ctx);
    await endChecklist(ada.ctx);
    expect(await done(ada)).toBeNull();
    expect(await isStepWanted(ada.ctx.actor.id, "search")).toBe(false);
    expect(await readChoices(ada.ctx.actor.id)).toEqual({ theme: "light" });
  });
});

describe("sounds to try on", () => {
  it("come into the library as any upload, each once, however often they are asked for", async () => {
    const ada = await backend.person("Ada");
    await Promise.all([askTrySounds(ada.ctx), askTrySounds(ada.ctx)]);
    const rows = await until(
      async () => {
        const found = await samplesOf(ada);
        return found.length === TRY_SOUNDS.length && found.every(({ status }) => status === "completed") ? found : null;
      },
      "five analysed sounds",
      120,
    );
    expect(rows.map(({ file_name }) => file_name)).toEqual([...TRY_SOUNDS]);
    expect(rows[0]).toMatchObject({ folder_path: "Sounds to try" });
    expect(await makeTrySound(ada.userId, TRY_SOUNDS[0])).toBe("exists");
    expect(await makeTrySound(ada.userId, "Nothing.wav")).toBe("unknown");
  });

  it("are not made for whoever may not upload any more", async () => {
    const ada = await backend.person("Ada");
    await sql`update users set suspended_at = now() where id = ${ada.userId}`;
    expect(await makeTrySound(ada.userId, TRY_SOUNDS[0])).toBe("unknown");
    expect(await samplesOf(ada)).toEqual([]);
  });
});
