import { ServiceError } from '../service-error.ts';

/** A ServiceError `report-failed` whose words the person is shown: they hold nothing of the case. */
export const reportFailed = (words: string, cause?: unknown): ServiceError =>
  new ServiceError('report-failed', words, { cause, part: words });
