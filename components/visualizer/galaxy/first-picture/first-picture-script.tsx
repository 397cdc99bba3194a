/** The script that draws the first picture. It runs where the server has drawn the page, and is not needed elsewhere. */
export function FirstPicture({ code, nonce }: { code: string; nonce: string | undefined }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own bundle, which holds nothing of anybody's.
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: code }} />;
}
