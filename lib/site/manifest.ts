import type { MetadataRoute } from "next";

const NIGHT = "#070b10";

/** What a device needs to know to install the application under the server's name. */
export function manifestOf(name: string): MetadataRoute.Manifest {
  return {
    name,
    short_name: name,
    description: "Self-hosted audio analysis for people who make music.",
    start_url: "/dashboard",
    scope: "/",
    display: "standalone",
    background_color: NIGHT,
    theme_color: NIGHT,
    icons: [
      { src: "/favicon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable.svg", sizes: "any", type: "image/svg+xml", purpose: "maskable" },
    ],
  };
}
