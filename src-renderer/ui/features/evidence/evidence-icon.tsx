import {
  IconFile,
  IconFileText,
  IconLink,
  IconMessage,
  IconMovie,
  IconPhoto,
  IconQuote,
  IconVolume,
} from '@tabler/icons-react';
import type { Evidence } from '#core/model/evidence.ts';

const KINDS = { file: IconFile, link: IconLink, quotation: IconQuote, testimony: IconMessage } as const;
const MEDIA = [
  [/^image\//, IconPhoto],
  [/^video\//, IconMovie],
  [/^audio\//, IconVolume],
  [/^text\/|pdf$|document/, IconFileText],
] as const;

/** What kind of item it is; `label` for screen readers, left out beside the same word. */
export function EvidenceIcon(props: {
  readonly evidence: Pick<Evidence, 'kind' | 'file'>;
  readonly size?: number;
  readonly label?: string;
}) {
  const { evidence, size = 16, label } = props;
  const type = evidence.file?.mediaType ?? '';
  const Icon = MEDIA.find(([pattern]) => pattern.test(type))?.[1] ?? KINDS[evidence.kind];
  const accessible = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  return <Icon size={size} stroke={1.6} {...accessible} />;
}
