/**
 * Whether a lockfile that npm wrote anew installs the same packages here as the one before it: each
 * entry as it was, and what came in is `optional`. Registries differ in which optional packages of
 * other platforms they show, and npm writes down what it is shown; that alone changes nothing.
 * Both are the texts of a package-lock.json (lockfileVersion 3).
 */
export function installsTheSame(before, after) {
  const { packages: old, ...head } = JSON.parse(before);
  const { packages: now, ...headNow } = JSON.parse(after);
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  return (
    same(head, headNow) &&
    Object.keys(old).every((name) => same(old[name], now[name])) &&
    Object.keys(now).every((name) => name in old || now[name].optional === true)
  );
}
