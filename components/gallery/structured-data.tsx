/** What searching programs read of a page (schema.org). It is no script that runs. `json` has no `<` in it. */
export function StructuredData({ json }: { json: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: written by `jsonLdText`, which leaves no tag in it.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
