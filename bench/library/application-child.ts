import { loadavg } from "node:os";
import postgres from "postgres";
import { LibraryCaller } from "./caller";
import type { ApplicationReply, ApplicationRequest, Measured, Plan } from "./protocol";
import { SECTIONS } from "./sections";

// A process of the application without its pages: the API and everything behind it.

/**
 * What the pipeline writes and a generated library has not: short waveforms and the names of instruments. Each is as long
 * as a real one.
 */
async function completeRows(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const { count } = await sql`
      update analyses set instruments = array(
          select heard.value ->> 'label' from jsonb_array_elements(record -> 'instruments') heard
          where (heard.value ->> 'confidence')::float8 >= 0.5),
        overview = translate(encode(substr(sha512(sha256::bytea) || sha512(sample_id::text::bytea), 1, 96), 'base64'), E'\\n', '')
      where overview is null`;
    if (count > 0) await sql.unsafe("vacuum (analyze) analyses");
  } finally {
    await sql.end();
  }
}

async function measure({ owner, databaseUrl, sections }: Plan): Promise<Measured> {
  await completeRows(databaseUrl);
  const caller = await LibraryCaller.of(owner.id);
  const measured: Measured = { load: loadavg()[0] ?? 0, sections: [] };
  for (const section of SECTIONS.filter(({ name }) => !sections || sections.includes(name))) {
    process.stderr.write(`${section.title}\n`);
    const report = await section.measure({ owner, caller, databaseUrl });
    measured.sections.push({ name: section.name, title: section.title, report });
  }
  return measured;
}

const answer = (message: ApplicationReply) => process.send?.(message);
process.on("message", ({ plan }: ApplicationRequest) => {
  measure(plan).then(
    (measured) => answer({ type: "measured", measured }),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      process.exit(1);
    },
  );
});
answer({ type: "ready" });
