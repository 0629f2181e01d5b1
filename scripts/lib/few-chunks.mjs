/** Ids of a module and of all it imports before it runs; what it imports later is left out. */
function neededBy(path, context) {
  const needed = new Set();
  const open = [path];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (needed.has(id)) continue;
    needed.add(id);
    open.push(...(context.getModuleInfo(id)?.importedIds ?? []));
  }
  return needed;
}

/**
 * Two chunks of what every sitting needs: what the page runs before it shows anything, and what the
 * module at `desk` needs beyond that. Left to itself the bundler makes a chunk of every set of modules
 * that the same screens share, and the start of the window waits for dozens of small files.
 */
export function fewChunks(desk) {
  let needed = null;
  return [
    { name: 'start', tags: ['$initial'] },
    {
      debugName: 'desk',
      name: (id, context) => ((needed ??= neededBy(desk, context)).has(id) ? 'desk' : null),
    },
  ];
}
