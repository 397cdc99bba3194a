import { ENGLISH, type Text } from "@/lib/language/text";

const BROWSERS = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bVivaldi\//, "Vivaldi"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(HeadlessChrome|Chromium)\//, "Chromium"],
  [/\b(Chrome|CriOS)\//, "Chrome"],
  [/\bVersion\/[\d.]+.*\bSafari\//, "Safari"],
] as const;

const SYSTEMS = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
] as const;

export interface BrowserName {
  name: string;
  isHandheld: boolean;
}

/** `Firefox on Linux`, from a User-Agent header. Good enough for people to recognise their own devices. */
export function browserName(userAgent: string | null, t: Text = ENGLISH): BrowserName {
  const text = userAgent ?? "";
  const browser = BROWSERS.find(([pattern]) => pattern.test(text))?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(text))?.[1];
  const isHandheld = /\b(iPhone|iPad|Android|Mobile)\b/.test(text);
  if (browser && system) return { name: t("{browser} on {system}", { browser, system }), isHandheld };
  return { name: browser ?? system ?? t("Unknown device"), isHandheld };
}
