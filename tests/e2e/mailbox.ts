import { stackDatabase } from "./running-stack";

/** The link in the newest e-mail with this subject, which an admin would pass on. */
export async function linkTo(email: string, subject: string): Promise<string> {
  const sql = stackDatabase();
  try {
    const [mail] = await sql<{ body: string }[]>`
      select body from mails where recipient = ${email} and subject = ${subject} order by created_at desc limit 1`;
    const link = /https?:\/\/\S+/.exec(mail?.body ?? "")?.[0];
    if (!link) throw new Error(`no mail "${subject}" to ${email}`);
    const { pathname, hash } = new URL(link);
    return pathname + hash;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
