import { randomUUID } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { Person, startBackend } from "./backend";

type Backend = Awaited<ReturnType<typeof startBackend>>;

interface Wanted {
  title: string;
  description: string;
  slug: string;
  tags: string[];
  seconds: number;
  kind: "one-shot" | "loop" | "track" | null;
  allowsDownload: boolean;
  state: "public" | "withdrawn" | "taken_down";
  expiresAt: Date | null;
}
export interface Published {
  id: string;
  slug: string;
  sampleId: string;
}

/** Makes a person's public face, with a handle of its own. */
export async function artistOf({ sql }: Backend, { userId }: Person, name = "Ada"): Promise<string> {
  const handle = `artist-${randomUUID().slice(0, 8)}`;
  await sql`insert into artists (owner_id, handle, name) values (${userId}, ${handle}, ${name})`;
  return handle;
}

/** A publication with a sample of which there is only the row: what is heard does not matter here. */
export async function published({ sql }: Backend, owner: Person, wanted: Partial<Wanted> = {}): Promise<Published> {
  const [id, sampleId] = [uuidv7(), uuidv7()];
  const sha256 = randomUUID().replaceAll("-", "").repeat(2);
  const { title = "Rain on tin", description = "", slug = `slug-${id}`, tags = ["rain"], seconds = 180 } = wanted;
  const { kind = "track", allowsDownload = true, state = "public", expiresAt = null } = wanted;
  const overview = Buffer.from(Array.from({ length: 96 }, (_, at) => (at * 7) % 256)).toString("base64");
  await sql`insert into samples (id, owner_id, file_name, status, size_bytes, sha256, declared_type)
    values (${sampleId}, ${owner.userId}, 'rain.wav', 'completed', 1000, ${sha256}, 'audio/wav')`;
  await sql`insert into publications (id, owner_id, sample_id, slug, state, title, description, tags, licence, ai_training,
      allows_download, seconds, kind, sha256, overview, bpm, key_tonic, key_mode, preview_key, expires_at)
    values (${id}, ${owner.userId}, ${sampleId}, ${slug}, ${state}, ${title}, ${description}, ${tags}, 'cc-by',
      'not_allowed', ${allowsDownload}, ${seconds}, ${kind}, ${sha256}, ${overview}, 92, 9, 'minor', ${`previews/${id}/1`},
      ${expiresAt})`;
  return { id, slug, sampleId };
}
