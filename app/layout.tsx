import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { Providers } from "@/components/shell/providers";

export const metadata: Metadata = {
  title: { default: "SampleMind", template: "%s · SampleMind" },
  description:
    "Self-hosted audio analysis for people who make music: tempo, key, loudness and spectrum of every sample, each with its confidence.",
  applicationName: "SampleMind",
  manifest: "/manifest.webmanifest",
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

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The theme's class is set before the first paint, so it differs from what the server wrote.
    <html lang="en" suppressHydrationWarning>
      <body>
        <div aria-hidden className="backdrop" />
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
