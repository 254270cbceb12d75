/** A bare Next page of the same versions and settings: the floor that a lesson's bytes are held against. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';

const LAYOUT = `export const metadata = { title: 'Bare' };
export default function Layout({ children }: { children: React.ReactNode }) {
  return <html lang="en"><body>{children}</body></html>;
}
`;
const PAGE = `export default function Page() {
  return <main><h1>A bare page</h1></main>;
}
`;
const CONFIG = `export default { output: 'export', trailingSlash: true };
`;

/** Builds the bare site. @returns {string} its exported folder */
export function buildBarePage() {
  const folder = join(root, '.cache', 'bare-page');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'app'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  writeFileSync(join(folder, 'next.config.mjs'), CONFIG);
  writeFileSync(join(folder, 'app', 'layout.tsx'), LAYOUT);
  writeFileSync(join(folder, 'app', 'page.tsx'), PAGE);
  execFileSync(join(root, 'node_modules', '.bin', 'next'), ['build'], { cwd: folder, stdio: 'ignore' });
  return join(folder, 'out');
}
