import { SIGN_IN_PATH } from "@/lib/identity/constants";
import type { Mail } from "@/lib/mail/transport";
import { appUrl } from "@/lib/platform/app-url";
import { DELETION_GRACE_TEXT } from "./constants";

export const deletionRequestedMail = (recipient: string): Mail => ({
  recipient,
  subject: "Your SampleMind account will be deleted",
  body: `${[
    `Your account and everything in it will be deleted in ${DELETION_GRACE_TEXT}. All devices were signed out, and your API keys no longer work.`,
    'To keep your account, sign in before then and choose "Keep my account":',
    appUrl(SIGN_IN_PATH),
    "If you did not ask for this, sign in now, keep your account and set a new password.",
  ].join("\n\n")}\n`,
});
