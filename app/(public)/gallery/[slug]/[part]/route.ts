import { answerMedia } from "@/lib/gallery/media/answers";

interface PartContext {
  params: Promise<{ slug: string; part: string }>;
}

export async function GET(request: Request, { params }: PartContext): Promise<Response> {
  return answerMedia(request, await params);
}

/** Reads nothing, so that no stream is left that nobody reads. */
export async function HEAD(request: Request, { params }: PartContext): Promise<Response> {
  return answerMedia(request, await params);
}
