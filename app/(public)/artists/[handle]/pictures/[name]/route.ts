import { answerAvatar } from "@/lib/artists/avatar/answers";

interface PictureContext {
  params: Promise<{ handle: string; name: string }>;
}

export async function GET(request: Request, { params }: PictureContext): Promise<Response> {
  return answerAvatar(request, await params);
}

/** Reads nothing, so that no stream is left that nobody reads. */
export async function HEAD(request: Request, { params }: PictureContext): Promise<Response> {
  return answerAvatar(request, await params);
}
