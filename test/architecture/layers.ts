/** A layer: the files it holds and what they may import besides their own layer. */
export type Layer = {
  readonly name: string;
  readonly holds: RegExp;
  /** Own files and packages that may be imported. */
  readonly mayImport: readonly RegExp[];
};

const core = /^src-renderer\/core\//;
const contract = /^src-main\/ipc\/contract\//;
const vault = /^src-main\/vault\//;
const services = /^src-main\/services\//;
/** Pixels: decoded, turned, masked. */
const pictures = /^src-main\/pictures\//;
const commands = /^src-renderer\/commands\//;
const state = /^src-renderer\/state\//;
const components = /^src-renderer\/ui\/(components|theme)\//;
const hooks = /^src-renderer\/ui\/hooks\//;
const i18n = /^src-renderer\/i18n\//;
/** Words that the command line and the window share. */
const faults = /^src-renderer\/core\/exchange\/project-file\/faults\.ts$/;
/** Words that the command line or reports share with the window. */
const wording = /^src-renderer\/core\/(extraction\/worth\/reason-words|report\/labels\/evidence-terms)\.ts$/;
const node = /^node:/;
const valibot = /^valibot$/;
const react = /^(react|react-dom|react-i18next|i18next)(\/|$)/;
const pdf = /^pdfjs-dist\//;
const uiKit = /^@(mantine|tabler|tanstack)\/|^react-resizable-panels$/;
/** Small libraries of one screen. */
const ofScreens = /^(uqr$|world-atlas\/)/;
const zustand = /^zustand(\/|$)/;
const styles = /\.css$/;
/** Every realm loads them first. */
const polyfills = /^src-renderer\/polyfills\.ts$/;
/** Small pure libraries. */
const pure =
  /^(@noble\/(hashes|curves)|@scure\/base|canonicalize|uuid|valibot|minisearch|blockhash-core|@zxcvbn-ts)(\/|$)/;

/** The table of DESIGN 2, first match wins. */
export const LAYERS: readonly Layer[] = [
  // Fingerprints and passphrases are made of the words of a list.
  { name: 'core', holds: core, mayImport: [pure, /^resources\/wordlists\//] },
  { name: 'contract', holds: contract, mayImport: [/^src-renderer\/core\/(model|ports)\//, faults, valibot] },
  { name: 'preload', holds: /^src-main\/preload\//, mayImport: [contract, /^electron$/] },
  { name: 'pictures', holds: pictures, mayImport: [core, /^(jpeg-js|pngjs)$/] },
  {
    name: 'vault',
    holds: vault,
    mayImport: [core, pictures, node, /^(sodium-native|age-encryption|@scure\/base)(\/|$)/, polyfills],
  },
  {
    name: 'services',
    holds: services,
    mayImport: [
      core,
      pictures,
      contract,
      node,
      /^sodium-native$/,
      /^@myriaddreamin\/typst-ts-node-compiler$/,
      /^(fflate|entities)$/,
      pdf,
      polyfills,
    ],
  },
  {
    name: 'handlers',
    holds: /^src-main\/ipc\/handlers\//,
    mayImport: [contract, services, vault, core, /^src-main\/ipc\//, node],
  },
  {
    name: 'register',
    holds: /^src-main\/ipc\//,
    mayImport: [contract, services, vault, core, /^electron$/, valibot, node],
  },
  {
    name: 'cli',
    holds: /^src-main\/cli\//,
    // A plain text file is read by the same importer as in the window, which fails by its own error.
    mayImport: [
      core,
      vault,
      services,
      node,
      pure,
      polyfills,
      /^src-renderer\/importers\/(.*text|import-error)\.ts$/,
      // A project file says which program wrote it.
      /^package\.json$/,
    ],
  },
  {
    name: 'windows',
    holds: /^src-main\/windows\//,
    mayImport: [core, contract, services, vault, node, /^electron$/, /\.json$/],
  },
  {
    name: 'main root',
    holds: /^src-main\/(index|app-paths)\.ts$/,
    mayImport: [/^src-main\//, core, node, /^electron$/, polyfills],
  },
  {
    name: 'storage',
    holds: /^src-renderer\/storage\//,
    mayImport: [core, /^(dexie|libsodium-wrappers)$/],
  },
  {
    name: 'importers',
    holds: /^src-renderer\/importers\//,
    mayImport: [
      core,
      pdf,
      /^(@mozilla\/readability|mammoth|fflate|exifreader|mediainfo\.js|@xmldom\/xmldom|sanitize-html|parse5|linkedom\/worker)$/,
    ],
  },
  {
    name: 'workers',
    holds: /^src-renderer\/workers\//,
    // Word documents are made, and articles read, where they hold nobody up.
    mayImport: [core, /^src-renderer\/importers\//, polyfills, /^(docx|fflate)$/, /^mediainfo\.js\/.+\.wasm/],
  },
  { name: 'commands', holds: commands, mayImport: [core] },
  { name: 'platform', holds: /^src-renderer\/platform\//, mayImport: [contract, core] },
  { name: 'state', holds: state, mayImport: [core, zustand] },
  {
    name: 'components',
    holds: components,
    mayImport: [pdf, /^src-renderer\/core\/model\//, react, uiKit, styles, i18n, components],
  },
  { name: 'i18n', holds: i18n, mayImport: [/^src-renderer\/core\/(model|ports)\//, faults, wording, react] },
  {
    name: 'features',
    holds: /^src-renderer\/ui\/features\//,
    mayImport: [components, hooks, commands, state, core, react, uiKit, zustand, i18n, styles, ofScreens],
  },
  {
    name: 'hooks',
    holds: hooks,
    mayImport: [components, commands, state, core, react, uiKit, zustand, i18n],
  },
  {
    name: 'renderer root',
    holds: /^src-renderer\/(app\/|[^/]+$)/,
    // Word documents are made in the window, by libraries that are loaded when they are wanted.
    mayImport: [/^src-renderer\//, contract, react, uiKit, pure, styles, /^image-size$/],
  },
];

/** Why `file` may not import `target`, or null when it may. */
export function breach(file: string, target: string): string | null {
  const layer = LAYERS.find(({ holds }) => holds.test(file));
  if (!layer) return `${file} stands in no layer of DESIGN 2`;
  const allowed = layer.holds.test(target) || layer.mayImport.some((pattern) => pattern.test(target));
  return allowed ? null : `${file} (${layer.name}) may not import ${target}`;
}
