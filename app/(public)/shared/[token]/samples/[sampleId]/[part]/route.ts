import { answerLink } from "@/lib/collections/sharing/link-answers";

export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string; sampleId: string; part: string }> },
): Promise<Response> {
  return answerLink(request, await params);
}
