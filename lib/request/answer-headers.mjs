// Plain JavaScript, because the framework's configuration reads it before anything is compiled.

const REFUSED_FEATURES = ["camera", "geolocation", "payment", "usb", "serial", "midi", "hid"].concat([
  "display-capture",
  "browsing-topics",
  "screen-wake-lock",
  "publickey-credentials-get",
]);

/** A page may ask for the microphone: sounds are searched by a hum. What it embeds may not. */
const PERMISSIONS = [...REFUSED_FEATURES.map((feature) => `${feature}=()`), "microphone=(self)"].join(", ");

/** On every answer, whoever gives it. A browser warns on each page of a feature name that it does not know. */
export const ANSWER_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": PERMISSIONS,
};

/** Answers that are no documents: opened as one, they can load nothing and run nothing. Documents get the proxy's. */
export const CLOSED_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** Set by the proxy on a request whose page must seem not to exist. */
export const NOWHERE_HEADER = "x-samplemind-nowhere";
