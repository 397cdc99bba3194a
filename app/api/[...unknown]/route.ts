/** The answer for unknown paths below `/api`. Programs ask there, so it is JSON and not a page. */
function answer(): Response {
  return Response.json(
    { type: "urn:samplemind:problem:not_found", title: "Not found", status: 404, code: "not_found" },
    { status: 404, headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store" } },
  );
}

export { answer as DELETE, answer as GET, answer as HEAD, answer as PATCH, answer as POST, answer as PUT };
