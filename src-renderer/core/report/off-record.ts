import type { Evidence } from '../model/evidence.ts';

/** Testimony and media given off the record never leave the case. */
export const isOffRecord = ({ receipt }: Pick<Evidence, 'receipt'>): boolean =>
  receipt?.terms === 'off record';
