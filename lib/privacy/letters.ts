import { SIGN_IN_PATH } from "@/lib/identity/constants";
import { type Letter, paragraphs } from "@/lib/mail/letter";
import { appUrl } from "@/lib/platform/app-url";
import { DELETION_GRACE_SECONDS } from "./constants";

const GRACE_DAYS = DELETION_GRACE_SECONDS / 86_400;

export const deletionRequestedMail = (recipient: string): Letter => ({
  recipient,
  write: (t) => ({
    subject: t("Your SampleMind account will be deleted"),
    body: paragraphs(
      t.count(
        GRACE_DAYS,
        "Your account and everything in it will be deleted in {count} day. All devices were signed out, and your API keys no longer work.",
        "Your account and everything in it will be deleted in {count} days. All devices were signed out, and your API keys no longer work.",
      ),
      t('To keep your account, sign in before then and choose "Keep my account":'),
      appUrl(SIGN_IN_PATH),
      t("If you did not ask for this, sign in now, keep your account and set a new password."),
    ),
  }),
});
