import type { ReportSetup } from '../report/setup.ts';

/** `desk` keeps full grading out of the way, `legal` shows it (DESIGN 1). */
export const GRADING_MODES = ['desk', 'legal'] as const;
export type GradingMode = (typeof GRADING_MODES)[number];

/** The case itself: one item, whose id is {@link CASE_ITEM_ID}. */
export type CaseInfo = {
  readonly title: string;
  readonly mode: GradingMode;
  /** Actor id of the person who made the case: their references carry no initials. */
  readonly founder: string | null;
  /** How its reports were last composed, null before anybody composed one. */
  readonly reportSetup: ReportSetup | null;
};

export const CASE_ITEM_ID = 'case';

/** Who writes in this case under one actor id (an installation of one person). */
export type ActorInfo = {
  readonly alias: string;
  /** Added to references made by anyone but the founder (`C-39-AB`). */
  readonly initials: string;
  /** The person's Ed25519 public key, base64; null before they shared the case. */
  readonly signingKey: string | null;
  /** Their signature of this actor id in this case, base64 (core/sharing/vouch.ts). */
  readonly vouch: string | null;
};
