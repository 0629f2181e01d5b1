import { existsSync, readFileSync } from 'node:fs';
import { capture, has, SetupError } from './run.mjs';

/** Debian packages that Electron without a display and the checks of finished files need. */
const LIBRARIES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1'];
const PROGRAMS = {
  xvfb: 'Xvfb',
  xauth: 'xauth',
  'poppler-utils': 'pdftotext',
  qpdf: 'qpdf',
  age: 'age',
  unzip: 'unzip',
  python3: 'python3',
};

function isDebian() {
  return (
    existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

function missingLibraries() {
  const wanted = LIBRARIES.flatMap((name) => [name, `${name}t64`]);
  let listing = '';
  try {
    listing = capture('sh', [
      '-c',
      `dpkg-query -W -f '\${Package} \${db:Status-Abbrev}\\n' ${wanted.join(' ')} 2>/dev/null || true`,
    ]);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
  }
  return LIBRARIES.filter((name) => !new RegExp(`^${name}(t64)? ii`, 'm').test(listing));
}

/** Newer Debians and Ubuntus carry some libraries under a name of their own. */
function nameHere(name) {
  if (!LIBRARIES.includes(name)) return name;
  const known = capture('apt-cache', ['pkgnames', `${name}t64`]).split('\n');
  return known.includes(`${name}t64`) ? `${name}t64` : name;
}

/**
 * Installs missing system packages on Debian as root; elsewhere names them. Nothing to do on macOS
 * and Windows. `display`: there is a screen already; `tests`: what checks finished files is needed too.
 */
export function installSystemPackages(say, { tests, display }) {
  if (process.platform !== 'linux') return;
  const programs = Object.entries(PROGRAMS).filter(([name]) =>
    name === 'xvfb' || name === 'xauth' ? !display || tests : tests,
  );
  const missing = programs.filter(([, program]) => !has(program)).map(([name]) => name);
  if (isDebian()) missing.push(...missingLibraries());
  if (missing.length === 0) return;
  if (!isDebian() || process.getuid?.() !== 0) {
    throw new SetupError(
      `These system packages are missing: ${missing.join(' ')}\n` +
        `On Debian or Ubuntu install them with:\n  sudo apt-get install ${missing.join(' ')}\n` +
        'On other systems install the packages that hold the same programs and libraries.',
    );
  }
  say(`Installing system packages: ${missing.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  capture('apt-get', ['update', '-qq'], { env });
  const names = missing.map(nameHere);
  capture('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env });
}
