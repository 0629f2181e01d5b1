import { cases } from './cases.ts';
import { claims } from './claims.ts';
import { common } from './common.ts';
import { due } from './due.ts';
import { documents } from './document.ts';
import { errors } from './errors.ts';
import { evidence } from './evidence.ts';
import { exchange } from './exchange.ts';
import { facts } from './facts.ts';
import { finding } from './finding.ts';
import { history } from './history.ts';
import { identity } from './identity.ts';
import { matrix } from './matrix.ts';
import { palette } from './palette.ts';
import { people } from './people.ts';
import { places } from './places.ts';
import { proposals } from './proposals.ts';
import { protection } from './protection.ts';
import { release } from './release.ts';
import { report } from './report.ts';
import { revision } from './revision.ts';
import { share } from './share.ts';
import { shell } from './shell.ts';
import { snapshots } from './snapshots.ts';
import { translation } from './translation.ts';
import { terms } from './terms.ts';
import { timeline } from './timeline.ts';
import { viewer } from './viewer.ts';

/** Every English word of the window. */
export const en = {
  common,
  terms,
  shell,
  cases,
  document: documents,
  claims,
  due,
  facts,
  finding,
  evidence,
  people,
  places,
  proposals,
  protection,
  history,
  identity,
  matrix,
  palette,
  release,
  revision,
  translation,
  report,
  exchange,
  share,
  snapshots,
  timeline,
  viewer,
  errors,
};
