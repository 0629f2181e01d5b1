/** Guesses that a passphrase takes somebody who knows how people make them. */
type Estimate = (passphrase: string) => number;

let loading: Promise<Estimate> | null = null;

/** The word lists are 1.6 MB: they are loaded when somebody first types a passphrase of their own. */
async function load(): Promise<Estimate> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const estimator = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  });
  return (passphrase) => estimator.check(passphrase).guesses;
}

/** Guesses a passphrase takes, estimated by zxcvbn. Rejects when its word lists cannot be loaded. */
export async function guessesNeeded(passphrase: string): Promise<number> {
  loading ??= load();
  return (await loading)(passphrase);
}
