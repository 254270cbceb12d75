/** Where the parts of a dotted path stand among the files. */
import type { Files } from './arrangement';

/** 'app.middleware.Audit' -> the module 'app.middleware' and the name 'Audit' in it. */
export function splitPath(path: string): readonly [module: string, name: string] {
  const dot = path.lastIndexOf('.');
  return [path.slice(0, Math.max(dot, 0)), path.slice(dot + 1)];
}

/** 'app/conf.py' -> 'app.conf', 'app/__init__.py' -> 'app'. */
export function moduleNameOf(file: string): string {
  return file.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.');
}

/** The file of a module, a package's being its `__init__.py`; null where the files have none. */
export function fileOfModule(files: Files, module: string): string | null {
  const place = module.replaceAll('.', '/');
  return [`${place}/__init__.py`, `${place}.py`].find((file) => file in files) ?? null;
}

/** Whether the files have a module or a folder of that dotted name. */
export function hasModule(files: Files, module: string): boolean {
  const folder = `${module.replaceAll('.', '/')}/`;
  return fileOfModule(files, module) !== null || Object.keys(files).some((file) => file.startsWith(folder));
}

/** The first part of a module's name, or of a file's. */
export function topName(name: string): string {
  return /^\w*/.exec(name)?.[0] ?? '';
}
