import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "@/components/shell/providers";
import { nonceOf, POLICY_HEADER } from "@/lib/request/security-headers";

export const metadata: Metadata = {
  title: { default: "SampleMind", template: "%s · SampleMind" },
  description:
    "Self-hosted audio analysis for people who make music: tempo, key, loudness and spectrum of every sample, each with its confidence.",
  applicationName: "SampleMind",
  icons: {
    icon: [
      { url: "/favicon.svg", type: "image/svg+xml" },
      { url: "/icon-192.png", type: "image/png", sizes: "192x192" },
    ],
    apple: { url: "/apple-touch-icon.png", sizes: "180x180" },
  },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: dark)", color: "#070b10" },
    { media: "(prefers-color-scheme: light)", color: "#edf2f6" },
  ],
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
};

/** Every document is rendered per request: scripts rendered at build time could not carry the request's nonce. */
export const instant = false;

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = nonceOf((await headers()).get(POLICY_HEADER));
  return (
    // The theme's class is set before the first paint, so it differs from what the server rendered.
    <html lang="en" suppressHydrationWarning>
      <body>
        <div aria-hidden className="backdrop" />
        <Providers nonce={nonce}>{children}</Providers>
      </body>
    </html>
  );
}
