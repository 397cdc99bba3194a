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

/** Whether mails leave this machine. Where they do not, the admin reads them out. */
export const mailIsSent = (): boolean => env.SMTP_URL !== undefined;

/** A line break in a header would start another header. */
export function assertHeaderSafe({ recipient, subject }: Mail): void {
  for (const text of [recipient, subject]) {
    if (/[\r\n\0]/.test(text)) throw new Error("a mail header with a line break");
  }
}

/**
 * Hands one mail to the SMTP server; throws what the server or the connection says. The message id is the row's, so
 * that a mail which a crash makes us send twice is one mail to the reader's program.
 */
export async function deliverMail(id: string, mail: Mail): Promise<void> {
  assertHeaderSafe(mail);
  transport ??= createTransport(withTimeouts(env.SMTP_URL ?? ""));
  const from = env.MAIL_FROM ?? "SampleMind <samplemind@localhost>";
  await transport.sendMail({
    from,
    // An object is one address whatever is in it; a text would be parsed as a list.
    to: { name: "", address: mail.recipient },
    subject: mail.subject,
    text: mail.body,
    messageId: `<${id}@samplemind>`,
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** The client waits an hour for a silent server by default; it takes its options from the address. */
function withTimeouts(address: string): string {
  const url = new URL(address);
  for (const name of ["connectionTimeout", "greetingTimeout", "socketTimeout", "dnsTimeout"]) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, TIMEOUT_MS);
  }
  return url.toString();
}
