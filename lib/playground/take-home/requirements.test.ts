import { expect, test } from 'vitest';
import { projectRequirements } from './requirements';

test('a project installs the runtime and the server, pinned, without hashes or tools of ours', () => {
  const runtime = '# shared\ndjango==5.2.1 --hash=sha256:aa\nh11==0.16.0 --hash=sha256:bb\n';
  const native =
    "ruff==1.0 \\\n    --hash=sha256:cc\nuvicorn==0.54.0 \\\n    --hash=sha256:dd\ncolorama==0.4.6 ; sys_platform == 'win32' \\\n    --hash=sha256:ee\n";
  expect(projectRequirements(runtime, native)).toEqual([
    "colorama==0.4.6 ; sys_platform == 'win32'",
    'django==5.2.1',
    'h11==0.16.0',
    'uvicorn==0.54.0',
  ]);
});
