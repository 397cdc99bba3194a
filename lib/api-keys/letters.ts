import { type Letter, paragraphs } from "@/lib/mail/letter";
import { appUrl } from "@/lib/platform/app-url";

const KEYS_PATH = "/settings/api-keys";

/**
 * To the owner of a key that was made or got a new secret: whoever has it acts in their name. The key's own name is
 * left out, because whoever made it chose that.
 */
export const newKeyMail = (recipient: string, prefix: string, how: "created" | "renewed"): Letter => ({
  recipient,
  write: (t) => ({
    subject: t(
      how === "created"
        ? "An API key of your SampleMind account was created"
        : "An API key of your SampleMind account was renewed",
    ),
    body: paragraphs(
      how === "created"
        ? t(
            "A new API key was created for your account. It begins with {prefix}. Programs that have it can act in your name.",
            { prefix },
          )
        : t("An API key of your account was renewed. The new one begins with {prefix}. The old one no longer works.", {
            prefix,
          }),
      t("If this was not you, revoke the key here, and set a new password:"),
      appUrl(KEYS_PATH),
    ),
  }),
});
