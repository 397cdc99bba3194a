import type { MetadataRoute } from "next";
import { AUDIO_FILES } from "@/lib/format/audio-files";
import type { Text } from "@/lib/language/text";

const NIGHT = "#070b10";

/**
 * What a device needs to know to install the application under the server's name. `share_target` as
 * https://w3c.github.io/web-share-target/ has it.
 */
export function manifestOf(name: string, t: Text): MetadataRoute.Manifest {
  return {
    id: "/",
    name,
    short_name: name,
    description: t("Self-hosted audio analysis for people who make music."),
    lang: t.language,
    dir: "ltr",
    start_url: "/dashboard",
    scope: "/",
    display: "standalone",
    background_color: NIGHT,
    theme_color: NIGHT,
    categories: ["music", "productivity"],
    icons: [
      { src: "/favicon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: t("Upload"), url: "/upload" },
      { name: t("Library"), url: "/library" },
      { name: t("Gallery"), url: "/gallery" },
    ],
    share_target: {
      action: "/share-target",
      method: "POST",
      enctype: "multipart/form-data",
      params: { files: [{ name: "files", accept: AUDIO_FILES }] },
    },
  };
}
