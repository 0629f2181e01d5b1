/** Sentences of a CheckThat! file: a header, then tab-separated id, text (quoted as in CSV where needed), Yes or No. */
export function readLabelled(tsv) {
  return tsv
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t');
      const text = cells[1];
      const quoted = text.startsWith('"') && text.endsWith('"') && text.length > 1;
      return {
        id: cells[0],
        text: quoted ? text.slice(1, -1).replaceAll('""', '"') : text,
        yes: cells[2].trim() === 'Yes',
      };
    });
}

/** Average precision of a ranked list of `{yes, score}`. */
export function averagePrecision(rows) {
  let [hits, sum] = [0, 0];
  [...rows]
    .sort((a, b) => b.score - a.score)
    .forEach(({ yes }, at) => {
      if (yes) sum += (hits += 1) / (at + 1);
    });
  return sum / hits;
}

/** Numbers the features that stand in at least `minimum` sentences; cues come first, then the intercept. */
function numbered(rows, { minimum, cues }) {
  const counts = new Map();
  for (const { places } of rows) for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  const numbers = new Map();
  for (const [place, count] of [...counts].sort((a, b) => a[0] - b[0])) {
    if (count >= minimum) numbers.set(place, cues + 1 + numbers.size);
  }
  return numbers;
}

/** What a sentence's words weigh each: one over the root of their number, those never seen included. */
const unit = (places) => 1 / Math.sqrt(places.length);

/** The sentences as rows of a sparse matrix. */
function matrix(rows, numbers, { cues, cueScale }) {
  return rows.map(({ places, cues: shown, yes }) => {
    const value = unit(places);
    const columns = [];
    const values = [];
    for (const cue of shown) {
      columns.push(cue);
      values.push(value * cueScale);
    }
    columns.push(cues);
    values.push(1);
    for (const place of places) {
      const column = numbers.get(place);
      if (column === undefined) continue;
      columns.push(column);
      values.push(value);
    }
    return { columns: Int32Array.from(columns), values: Float64Array.from(values), sign: yes ? 1 : -1 };
  });
}

/** Logistic loss with an L2 penalty (not on the intercept) and its gradient. */
function objective(rows, weights, gradient, { C, cues }) {
  let loss = 0;
  for (let at = 0; at < weights.length; at += 1) {
    const penalised = at === cues ? 0 : weights[at];
    gradient[at] = penalised;
    loss += 0.5 * penalised * penalised;
  }
  for (const { columns, values, sign } of rows) {
    let z = 0;
    for (let at = 0; at < columns.length; at += 1) z += weights[columns[at]] * values[at];
    z *= sign;
    loss += C * (z > 0 ? Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)) - z);
    const slope = (-C * sign) / (1 + Math.exp(z));
    for (let at = 0; at < columns.length; at += 1) gradient[columns[at]] += slope * values[at];
  }
  return loss;
}

const dot = (a, b) => a.reduce((sum, value, at) => sum + value * b[at], 0);

/** Direction of L-BFGS: the gradient turned by the last steps (Nocedal and Wright, algorithm 7.4). */
function direction(gradient, steps) {
  const q = Float64Array.from(gradient);
  const alphas = [];
  for (const { s, y, rho } of [...steps].reverse()) {
    const alpha = rho * dot(s, q);
    alphas.push(alpha);
    for (let at = 0; at < q.length; at += 1) q[at] -= alpha * y[at];
  }
  const last = steps.at(-1);
  const scale = last ? 1 / (last.rho * dot(last.y, last.y)) : 1 / Math.sqrt(dot(gradient, gradient));
  for (let at = 0; at < q.length; at += 1) q[at] *= scale;
  for (const { s, y, rho } of steps) {
    const beta = alphas.pop() - rho * dot(y, q);
    for (let at = 0; at < q.length; at += 1) q[at] += beta * s[at];
  }
  return q;
}

/** Minimises the objective by L-BFGS with step halving; no chance is involved, so it repeats exactly. */
function minimise(rows, size, settings) {
  let weights = new Float64Array(size);
  let gradient = new Float64Array(size);
  let loss = objective(rows, weights, gradient, settings);
  const steps = [];
  for (let round = 0; round < settings.rounds; round += 1) {
    const way = direction(gradient, steps);
    const slope = dot(gradient, way);
    let length = 1;
    let next;
    let nextGradient;
    let nextLoss;
    for (;;) {
      next = weights.map((weight, at) => weight - length * way[at]);
      nextGradient = new Float64Array(size);
      nextLoss = objective(rows, next, nextGradient, settings);
      if (nextLoss <= loss - 1e-4 * length * slope || length < 1e-6) break;
      length /= 2;
    }
    const s = next.map((weight, at) => weight - weights[at]);
    const y = nextGradient.map((value, at) => value - gradient[at]);
    const curvature = dot(s, y);
    if (curvature > 1e-12) steps.push({ s, y, rho: 1 / curvature });
    if (steps.length > 8) steps.shift();
    const gained = loss - nextLoss;
    [weights, gradient, loss] = [next, nextGradient, nextLoss];
    if (gained < 1e-5 * Math.abs(loss)) break;
  }
  return weights;
}

/**
 * Fits a logistic regression to sentences `{places, cues, yes}`: the weights of cues, of places, the
 * intercept, and `score` (log odds). The same sentences give the same weights.
 */
export function fit(rows, settings) {
  const { cues, cueScale } = settings;
  const numbers = numbered(rows, settings);
  const weights = minimise(matrix(rows, numbers, settings), cues + 1 + numbers.size, {
    rounds: 80,
    ...settings,
  });
  const placeWeights = new Map([...numbers].map(([place, column]) => [place, weights[column]]));
  const score = ({ places, cues: shown }) =>
    weights[cues] +
    unit(places) *
      (shown.reduce((sum, cue) => sum + cueScale * weights[cue], 0) +
        places.reduce((sum, place) => sum + (placeWeights.get(place) ?? 0), 0));
  const cueWeights = Array.from(weights.subarray(0, cues), (weight) => weight * cueScale);
  return { intercept: weights[cues], cueWeights, placeWeights, score, used: numbers.size };
}
