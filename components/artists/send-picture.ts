import { AVATAR_BYTES_MAX } from "@/lib/artists/constants";
import type { Text } from "@/lib/language/text";
import { msg } from "@/lib/language/text";

const TOO_LARGE = msg("The picture is larger than 8 MB. Send a smaller file. Your picture is as it was.");
const UNREADABLE = msg("The picture was not taken. Your picture is as it was. Try again, or choose another file.");

/** Sends a picture for the public page. Returns what is wrong with it, or null. Throws if the server does not answer. */
export async function sendPicture(file: File, t: Text): Promise<string | null> {
  if (file.size > AVATAR_BYTES_MAX) return TOO_LARGE;
  const answer = await fetch("/api/v1/artist/picture", {
    method: "POST",
    body: file,
    headers: { "content-type": file.type || "application/octet-stream" },
  });
  if (answer.ok) return null;
  const said: { title?: string; detail?: string } = await answer.json().catch(() => ({}));
  const parts = [said.title, said.detail].flatMap((part) => (part ? [t(part)] : []));
  return parts.join(". ") || UNREADABLE;
}
