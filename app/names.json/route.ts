/** What the full editor knows of names, as it fetches it on intent. */
import { join } from 'node:path';
import { units } from '@/content/manifest.generated';
import { readNames } from '@/lib/course/names';

export const dynamic = 'force-static';

export function GET() {
  return Response.json(readNames(join(process.cwd(), 'content'), units));
}
