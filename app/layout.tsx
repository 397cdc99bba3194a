import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { documentLook } from "@/components/choices/document-choices";
import { Providers } from "@/components/shell/providers";
import { loadLanguage, loadText } from "@/lib/choices/language";
import { loadChoices, loadKeepsChoices } from "@/lib/choices/loaders";
import { loadSite } from "@/lib/site/loaders";

/** Under the name that an admin has given this server. */
export async function generateMetadata(): Promise<Metadata> {
  const [{ name }, t] = await Promise.all([loadSite(), loadText()]);
  return {
    title: { default: name, template: `%s · ${name}` },
    description: t(
      "Self-hosted audio analysis for people who make music: tempo, key, loudness and spectrum of every sample, each with its confidence.",
    ),
    applicationName: name,
    manifest: "/manifest.webmanifest",
    icons: {
      icon: [
        { url: "/favicon.svg", type: "image/svg+xml" },
        { url: "/icon-192.png", type: "image/png", sizes: "192x192" },
      ],
      apple: { url: "/apple-touch-icon.png", sizes: "180x180" },
    },
  };
}

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
  const [choices, language, isKept, site] = await Promise.all([
    loadChoices(),
    loadLanguage(),
    loadKeepsChoices(),
    loadSite(),
  ]);
  return (
    // What an extension of the browser adds to it is none of ours.
    <html lang={language} {...documentLook(choices)} suppressHydrationWarning>
      <body>
        <div aria-hidden className="backdrop" />
        <Providers language={language} choices={choices} isKept={isKept} site={site}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
