export type LabelledSentence = { readonly id: string; readonly text: string; readonly yes: boolean };

/** Sentences of a CheckThat! file: a header, then tab-separated id, text and Yes or No. */
export function readLabelled(tsv: string): LabelledSentence[];

/** Average precision of sentences ranked by their scores. */
export function averagePrecision(rows: readonly { readonly yes: boolean; readonly score: number }[]): number;
