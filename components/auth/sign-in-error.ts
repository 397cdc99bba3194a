import { errorText } from "@/components/forms/error-text";
import { msg } from "@/lib/language/text";

/** The text for an error in `?error=`, from next-auth or one of our own redirects. */
export function signInErrorText(code: string): string {
  if (code === "NotLinked") {
    return msg(
      "That account is not linked to any account on this server. Sign in or create an account with a password, then link it in your settings.",
    );
  }
  if (code === "NotAdmitted") {
    return msg(
      "You cannot create an account on this server like this. Ask an admin for an invitation, and begin with its link.",
    );
  }
  if (code === "RateLimited") return errorText("rate_limited");
  return msg("The other service did not sign you in. Nothing was changed. Try again, or use your password.");
}
