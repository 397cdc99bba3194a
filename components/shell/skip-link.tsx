import { useText } from "#text";

/** The first stop of the Tab key. Skips the navigation and goes to `<main id="content">`. */
export function SkipLink() {
  const t = useText();
  return (
    <a
      href="#content"
      className="glass-strong fixed top-3 left-3 z-70 -translate-y-20 rounded-md px-4 py-2 font-medium text-sm focus:translate-y-0"
    >
      {t("Skip to content")}
    </a>
  );
}
