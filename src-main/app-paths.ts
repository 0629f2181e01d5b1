import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of the app: packaged resources lie beside the archive, in development in the project. */
export type AppPaths = {
  readonly renderer: string;
  readonly preload: string;
  readonly vault: string;
  readonly report: string;
  readonly leakCheck: string;
  readonly seeds: string;
  readonly reportTemplates: string;
  readonly fonts: string;
  readonly icon: string | null;
  /** Where cases are kept. */
  readonly cases: string;
};

/** `built` is the folder of the main bundle, `resources` Electron's resources folder when packaged. */
export function appPaths(built: string, resources: string | null, userData: string): AppPaths {
  const project = join(built, '../..');
  const icon = resources ? join(resources, 'icon.png') : join(project, 'resources/icons/png/256x256.png');
  return {
    renderer: join(built, '../renderer'),
    preload: join(built, '../preload/index.cjs'),
    vault: join(built, 'vault.cjs'),
    report: join(built, 'report.cjs'),
    leakCheck: join(built, 'leak-check.cjs'),
    seeds: resources ? join(resources, 'seeds') : join(project, 'seeds'),
    reportTemplates: resources ? join(resources, 'report') : join(project, 'resources/report'),
    fonts: resources ? join(resources, 'fonts') : join(project, 'resources/fonts'),
    icon: existsSync(icon) ? icon : null,
    cases: join(userData, 'cases'),
  };
}
