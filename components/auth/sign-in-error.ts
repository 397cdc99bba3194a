import { errorText } from "@/components/forms/error-text";

/** The text for an error in `?error=`, from next-auth or one of our own redirects. */
export function signInErrorText(code: string): string {
  if (code === "NotLinked") {
    return "That account is not linked to any account on this server. Sign in or create an account with a password, then link it in your settings.";
  }
  if (code === "NotAdmitted") {
    return "You cannot create an account on this server like this. Ask an admin for an invitation, and begin with its link.";
  }
  if (code === "RateLimited") return errorText("rate_limited");
  return "The other service did not sign you in. Nothing was changed. Try again, or use your password.";
}
