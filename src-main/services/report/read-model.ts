import type { Json } from '#core/model/json.ts';
import { reportFailed } from './report-failed.ts';

const FORMAT = 'touchstone-report';
const VERSION = 1;

function parsed(model: string): Json {
  try {
    return JSON.parse(model) as Json;
  } catch (error) {
    throw reportFailed('The data of the report is no JSON.', error);
  }
}

/** Seconds since 1970 at which a calendar day begins, null when the text is none. */
function dayStart(text: Json | undefined): number | null {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) ? null : time / 1000;
}

/**
 * The data of a report and the day it speaks for, as seconds since 1970: the clock must not be in
 * the file. Throws `report-failed` when it is not core/report's model.
 */
export function readModel(model: string): { data: Json; day: number } {
  const data = parsed(model);
  if (data === null || typeof data !== 'object' || Array.isArray(data)) {
    throw reportFailed('The data of the report is no object.');
  }
  const { format, version, asOf } = data as { readonly [field: string]: Json };
  if (format !== FORMAT || version !== VERSION) {
    const given = JSON.stringify({ format, version });
    throw reportFailed(`The data of the report is of another format: ${given}.`);
  }
  const day = dayStart(asOf);
  if (day === null) throw reportFailed('The report names no day it speaks for.');
  return { data, day };
}
