import { SIGN_IN_PATH } from "@/lib/identity/constants";
import type { Mail } from "@/lib/mail/transport";
import { appUrl } from "@/lib/platform/app-url";
import { DELETION_GRACE_TEXT } from "./constants";

export const deletionRequestedMail = (recipient: string): Mail => ({
  recipient,
  subject: "Your SampleMind account will be deleted",
  body: `${[
    `Your account and everything in it will be deleted in ${DELETION_GRACE_TEXT}. Every device was signed out, and API keys no longer work.`,
    "To keep it, sign in before then and choose to keep your account:",
    appUrl(SIGN_IN_PATH),
    "If it was not you who asked for this, do so now and set a new password.",
  ].join("\n\n")}\n`,
});
