import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/env";

const TIMEOUT_MS = "20000";

export interface Mail {
  recipient: string;
  subject: string;
  /** Plain text. */
  body: string;
}

let transport: Transporter | undefined;

/** Whether this server sends mail. If not, the admin passes mails on by hand. */
export const mailIsSent = (): boolean => env.SMTP_URL !== undefined;

/** Throws on line breaks: one in a header would start another header. */
export function assertHeaderSafe({ recipient, subject }: Mail): void {
  for (const text of [recipient, subject]) {
    if (/[\r\n\0]/.test(text)) throw new Error("a mail header must not contain a line break");
  }
}

/**
 * Hands a mail to the SMTP server. Throws the server's or the connection's error. The message id is the row's, so that
 * mail programs show a mail only once even if a crash makes us send it twice.
 */
export async function deliverMail(id: string, mail: Mail, siteName: string): Promise<void> {
  assertHeaderSafe(mail);
  transport ??= createTransport(withTimeouts(env.SMTP_URL ?? ""));
  // An object, so that nothing in a name is read as an address.
  const from = env.MAIL_FROM ?? { name: siteName, address: "samplemind@localhost" };
  await transport.sendMail({
    from,
    // An object always means one address; a string would be parsed as a list.
    to: { name: "", address: mail.recipient },
    subject: mail.subject,
    text: mail.body,
    messageId: `<${id}@samplemind>`,
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** By default the client waits up to an hour for a silent server. It reads its options from the URL. */
function withTimeouts(address: string): string {
  const url = new URL(address);
  for (const name of ["connectionTimeout", "greetingTimeout", "socketTimeout", "dnsTimeout"]) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, TIMEOUT_MS);
  }
  return url.toString();
}
