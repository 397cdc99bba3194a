import { CHOICES_COOKIE, CHOICES_COOKIE_OPTIONS, cookieOfChoices } from "@/lib/choices/choice-cookie";
import type { Choices } from "@/lib/choices/constants";

/** What the server writes on `html`, so that the first byte looks right. */
export const documentLook = ({ theme, motion, density }: Choices) => ({
  className: theme,
  "data-motion": motion,
  "data-density": density,
});

/** Changes the document as the server would have drawn it. Nothing fades from one theme into the other. */
export function showInDocument({ theme, motion, density }: Choices): void {
  const root = document.documentElement;
  root.dataset.changing = "";
  root.className = theme;
  root.dataset.motion = motion;
  root.dataset.density = density;
  requestAnimationFrame(() => requestAnimationFrame(() => delete root.dataset.changing));
}

/** Keeps the choices in this browser. */
export function keepInBrowser(choices: Choices): void {
  const { path, maxAge, sameSite } = CHOICES_COOKIE_OPTIONS;
  // biome-ignore lint/suspicious/noDocumentCookie: a visitor's browser keeps them without asking the server.
  document.cookie = `${CHOICES_COOKIE}=${cookieOfChoices(choices)}; path=${path}; max-age=${maxAge}; samesite=${sameSite}`;
}
