/**
 * Where a file goes that another program shares, in a browser whose service worker did not take it. It cannot be kept for
 * whoever still has to sign in, so the upload page says what to do.
 */
export async function POST(request: Request): Promise<Response> {
  await request.body?.cancel();
  return new Response(null, { status: 303, headers: { Location: "/upload?shared=lost", "Cache-Control": "no-store" } });
}
