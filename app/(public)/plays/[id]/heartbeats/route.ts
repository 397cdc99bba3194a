import { answerHeartbeat } from "@/lib/plays/play-answers";

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerHeartbeat(request, (await params).id);
}
